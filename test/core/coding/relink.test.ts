import { describe, expect, it } from 'vitest';
import { codingLine } from '../../../src/core/coding/log';
import { findRelinks } from '../../../src/core/coding/relink';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const quotes = [
  'De tablet valt steeds uit',
  'dan bel ik de helpdesk',
  'Het is wel duur',
  'een kleine organisatie',
  'Dat is alles',
];
const interview = `I: En?\nR: De tablet valt steeds uit en dan bel ik de helpdesk.
I: En verder?\nR: Het is wel duur voor een kleine organisatie als de onze. Dat is alles.\n`;
const other = 'I: Hoe gaat het?\nR: Goed, dank u, en met u? Met ons gaat het hier ook prima.\n';
const log = (by: string, words = quotes) =>
  words
    .map((quote, index) => `${codingLine(codingOfQuote(interview, quote, 0, { id: `${by}${index}`, by }))}\n`)
    .join('');

const files = {
  'codebook.yaml': 'codes: [{ id: barrier }]\n',
  'transcripts/x/new.txt': interview,
  'transcripts/x/other.txt': other,
  'codings/A/x/old.txt.jsonl': log('A'),
};

async function relinks(changed: Record<string, string>): Promise<string[]> {
  const found = await findRelinks(memoryStudy({ ...files, ...changed }).study);
  return found.map(({ from, to, logs }) => `${from} > ${to}: ${logs.join(', ')}`);
}

describe('a transcript that was renamed or moved', () => {
  it('is found by the words that were coded in it', async () => {
    expect(await relinks({})).toEqual([
      'transcripts/x/old.txt > transcripts/x/new.txt: codings/A/x/old.txt.jsonl',
    ]);
  });

  it('is found though some of its words have changed, and for all its coders', async () => {
    const changed = interview.replace('alles', 'het').replace('I: En?\n', 'I: Dag. En?\n');
    expect(
      await relinks({ 'transcripts/x/new.txt': changed, 'codings/B/x/old.txt.jsonl': log('B') }),
    ).toEqual([
      'transcripts/x/old.txt > transcripts/x/new.txt: codings/A/x/old.txt.jsonl, codings/B/x/old.txt.jsonl',
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['is none where its file is there', { 'transcripts/x/old.txt': other }],
    ['is not one of two that are alike', { 'transcripts/x/copy.txt': interview }],
    ['is not one that its coder has coded', { 'codings/A/x/new.txt.jsonl': log('A2') }],
    ['is not one that holds the half', { 'transcripts/x/new.txt': interview.slice(0, 80) }],
    ['is not told by a few words', { 'codings/A/x/old.txt.jsonl': shortLog() }],
    ['is not asked for by a log with nothing in it', { 'codings/A/x/old.txt.jsonl': '' }],
  ])('%s', async (_case, changed) => {
    expect(await relinks(changed)).toEqual([]);
  });
});

function shortLog(): string {
  return `${codingLine(codingOfQuote(interview, 'duur', 0, { prefix: '', suffix: '' }))}\n`;
}
