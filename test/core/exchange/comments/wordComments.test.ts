import { describe, expect, it } from 'vitest';
import type { Coding } from '../../../../src/core/coding/coding';
import { parseLog } from '../../../../src/core/coding/log';
import { type FilePlan, type FileRequest, planFile } from '../../../../src/core/exchange/planFile';
import type { Review } from '../../../../src/core/review/review';
import { Study } from '../../../../src/core/study';
import { studyProblems } from '../../../../src/core/studyProblems';
import { MemoryFiles } from '../../support/memoryStudy';
import { read } from '../support/read';
import { commented, type WordComment } from '../support/word';

const codebook = 'codes: [{id: barrier, name: Belemmering}, {id: money, name: Geld}]\n';
const transcript = 'transcripts/icu/a.txt';

async function importInto(
  files: MemoryFiles,
  document: Uint8Array,
  options: Partial<FileRequest> = {},
): Promise<FilePlan> {
  const source = { name: 'a.docx', bytes: document };
  const imported = await read('a.docx', document);
  const plan = await planFile(files, {
    ...{ source, imported, caseId: 'icu', overwrite: false, at: '2024-01-01T00:00:00.000Z' },
    ...{ choices: new Map(), coder: undefined, ...options },
  });
  for (const [path, content] of plan.writes) files.set(path, content);
  for (const [path, lines] of plan.appends) {
    const before = new TextDecoder().decode((await files.read(path)) ?? new Uint8Array());
    files.set(path, before + lines.map((line) => `${line}\n`).join(''));
  }
  return plan;
}

async function codingsOf(files: MemoryFiles, coder: string): Promise<readonly Coding[]> {
  const bytes = await files.read(`codings/${coder}/icu/a.txt.jsonl`);
  return parseLog('', new TextDecoder().decode(bytes)).log.current;
}

const lines = [
  'I: Wat ⟦1staat er in de weg?',
  'R: Het ⟦2geld⟦3, en 2⟧de tijd3⟧.',
  'I: En1⟧ verder?',
  'R: ⟦4Niets.4⟧',
];
const comments: WordComment[] = [
  { id: 1, author: 'Anna', text: 'barrier: over twee beurten' },
  { id: 2, author: 'anna', text: 'Geld; Belemmering' },
  { id: 3, author: 'Bram de Vries', text: '#geld' },
  { id: 4, author: 'Anna', text: 'Hier zegt ze eigenlijk helemaal niets, vind ik.' },
];

describe('comments of Word', () => {
  it('are codings by their authors, also where they overlap, nest and go over turns', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook, 'study.yaml': 'coders: [anna]\n' });
    const plan = await importInto(files, commented(lines, comments));
    expect(plan.comments).toMatchObject({ codings: 4, reviews: 0, unknown: [] });
    const anna = await codingsOf(files, 'anna');
    expect(anna.map(({ code, quote, memo, by, at }) => [code, quote, memo, by, at])).toEqual([
      [
        'barrier',
        'staat er in de weg?\nR: Het geld, en de tijd.\nI: En',
        'over twee beurten',
        'anna',
        '2021-03-09T10:11:00.000Z',
      ],
      ['money', 'geld, en', undefined, 'anna', '2021-03-09T10:11:00.000Z'],
      ['barrier', 'geld, en', undefined, 'anna', '2021-03-09T10:11:00.000Z'],
    ]);
    expect((await codingsOf(files, 'Bram de Vries')).map(({ quote }) => quote)).toEqual([', en de tijd']);
    const study = new Study(files);
    expect((await study.codings(transcript)).map(({ anchor }) => anchor)).toEqual(Array(4).fill('exact'));
    expect((await studyProblems(study)).filter(({ file }) => file.startsWith('codings'))).toEqual([]);
    expect(plan.comments.problems.map(({ code, start, args }) => [code, start.line, args])).toEqual([
      ['import-comment-unread', 3, ['Anna', 'Hier zegt ze eigenlijk helemaal niets, vind ik.']],
    ]);
  });

  it('do not come again, whatever has become of their codings', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    await importInto(files, commented(lines, comments));
    const [first] = await codingsOf(files, 'Anna');
    const log = 'codings/Anna/icu/a.txt.jsonl';
    const removed = JSON.stringify({ id: first!.id, deleted: true, by: 'Anna', at: '2024-02-01T00:00:00Z' });
    files.set(log, `${new TextDecoder().decode(await files.read(log))}${removed}\n`);
    expect((await importInto(files, commented(lines, comments))).comments.codings).toBe(0);
    const moved = ['I: Vooraf.', ...lines];
    const again = await importInto(files, commented(moved, comments));
    expect(again).toMatchObject({ outcome: 'updated', comments: { codings: 0 } });
    expect((await new Study(files).codings(transcript)).map(({ anchor }) => anchor)).toEqual([
      'moved',
      'moved',
      'moved',
    ]);
  });

  it('are not made into codings that their coder has made in the study', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    await importInto(files, commented(['R: het geld is op'], []));
    const coding = {
      id: 'own',
      code: 'money',
      start: 3,
      end: 11,
      quote: 'het geld',
      prefix: 'R: ',
      suffix: ' is op\n',
    };
    files.set('codings/Anna/icu/a.txt.jsonl', `${JSON.stringify({ ...coding, by: 'Anna', at: '2024' })}\n`);
    const plan = await importInto(
      files,
      commented(
        ['R: ⟦1het geld 1⟧is op'],
        [
          { id: 1, author: 'Anna', text: 'geld' },
          { id: 2, author: 'Bram', text: 'Eens', parent: 1 },
        ],
      ),
    );
    expect(plan.comments).toMatchObject({ codings: 0, reviews: 1 });
    expect(new TextDecoder().decode(await files.read('reviews/Bram/icu/a.txt.jsonl'))).toContain(
      '"coding":"own"',
    );
  });

  it('that are the same, by the same coder and at the same time, are codings each', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const document = commented(
      ['R: ⟦1een1⟧ ⟦2twee2⟧'],
      [
        { id: 1, author: 'Anna', text: 'geld' },
        { id: 2, author: 'Anna', text: 'geld' },
      ],
    );
    await importInto(files, document);
    expect((await codingsOf(files, 'Anna')).map(({ quote }) => quote)).toEqual(['een', 'twee']);
    expect((await importInto(files, document)).comments.codings).toBe(0);
  });

  it('that a damaged document has twice are one coding', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const twice = [1, 1].map((id) => ({ id, author: 'A', text: 'geld' }));
    expect((await importInto(files, commented(['R: ⟦1een1⟧'], twice))).comments.codings).toBe(1);
  });

  it('leave out the labels of turns, and stand on the turn where they are on nothing else', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    await importInto(
      files,
      commented(
        ['⟦1I: ja1⟧', '⟦2R:2⟧ nee', 'I: ⟦3zo', 'R:3⟧ niet'],
        [1, 2, 3].map((id) => ({ id, author: 'A', text: 'geld' })),
      ),
    );
    expect((await codingsOf(files, 'A')).map(({ quote }) => quote)).toEqual(['ja', 'nee', 'zo']);
  });

  it('by somebody without a name, or with one that is no name for a folder, have a coder too', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const authors = ['', 'consensus', '../x', 'A/B'];
    const plan = await importInto(
      files,
      commented(
        ['R: ⟦1a1⟧ ⟦2b2⟧ ⟦3c3⟧ ⟦4d4⟧'],
        authors.map((author, at) => ({ id: at + 1, author, text: 'geld' })),
      ),
    );
    const coders = [...plan.comments.appends.keys()].map((path) => path.split('/')[1]);
    expect(coders).toEqual(['unknown', 'consensus-1', '-x', 'A-B']);
  });

  it('are by the coder that is named', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const plan = await importInto(files, commented(lines, comments), { coder: 'anna' });
    expect([...plan.comments.appends.keys()]).toEqual(['codings/anna/icu/a.txt.jsonl']);
  });

  it('with words that are no code are listed, and take the code that is chosen', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const document = commented(
      ['R: ⟦1een1⟧ ⟦2twee2⟧'],
      [
        { id: 1, author: 'Anna', text: 'drempel: hoog' },
        { id: 2, author: 'Anna', text: 'Drempel; geld' },
      ],
    );
    const plan = await importInto(files, document);
    expect(plan.comments).toMatchObject({ codings: 1, unknown: [{ label: 'drempel', comments: 2 }] });
    expect(plan.comments.problems.map(({ code, args }) => [code, args])).toEqual([
      ['import-unknown-code', ['drempel', '2']],
    ]);
    const again = await importInto(files, document, { choices: new Map([['drempel', 'barrier']]) });
    expect(again.comments).toMatchObject({ codings: 2, unknown: [] });
    expect((await codingsOf(files, 'Anna')).map(({ code, quote }) => `${code} ${quote}`)).toEqual([
      'money twee',
      'barrier een',
      'barrier twee',
    ]);
  });
});

describe('replies', () => {
  it('are known where the document does not say what they reply to, by their words and their place', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const plan = await importInto(
      files,
      commented(
        ['R: ⟦1⟦2⟦3⟦4het geld1⟧2⟧3⟧4⟧ is ⟦5op5⟧'],
        [
          { id: 1, author: 'Anna', text: 'geld' },
          { id: 2, author: 'Bram', text: 'Eens' },
          { id: 3, author: 'Bram', text: 'barrier' },
          { id: 4, author: 'Anna', text: 'Oneens: dit is geld' },
          { id: 5, author: 'Bram', text: 'Oneens: waarom?' },
        ],
      ),
    );
    expect(plan.comments).toMatchObject({ codings: 2, reviews: 2, unknown: [{ label: 'Oneens' }] });
    const [anna] = await codingsOf(files, 'Anna');
    const [bram] = await codingsOf(files, 'Bram');
    expect(new TextDecoder().decode(await files.read('reviews/Bram/icu/a.txt.jsonl'))).toContain(anna!.id);
    expect(new TextDecoder().decode(await files.read('reviews/Anna/icu/a.txt.jsonl'))).toContain(bram!.id);
  });

  it('are reviews by who replies, answers by the coder, and additions to a memo', async () => {
    const files = new MemoryFiles({ 'codebook.yaml': codebook });
    const document = commented(
      ['R: ⟦1een1⟧ ⟦5twee5⟧ ⟦8drie8⟧'],
      [
        { id: 1, author: 'Anna', text: 'geld' },
        { id: 2, author: 'Anna', text: 'zie ook verderop', parent: 1 },
        { id: 3, author: 'Bram', text: 'Oneens: belemmering: het is geen geld', parent: 1 },
        { id: 4, author: 'Anna', text: 'Akkoord.', parent: 1 },
        { id: 5, author: 'Anna', text: 'geld' },
        { id: 6, author: 'Bram', text: 'Is dit zo?', parent: 5 },
        { id: 8, author: 'Anna', text: 'Een lange opmerking, die zeker geen code kan zijn.' },
        { id: 9, author: 'Bram', text: 'Eens', parent: 8 },
      ],
    );
    const plan = await importInto(files, document);
    expect(plan.comments).toMatchObject({ codings: 2, reviews: 3 });
    const [first, second] = await codingsOf(files, 'Anna');
    expect(first!.memo).toBe('zie ook verderop');
    const reviews = async (who: string): Promise<Review[]> =>
      new TextDecoder()
        .decode(await files.read(`reviews/${who}/icu/a.txt.jsonl`))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const [of1, of5] = await reviews('Bram');
    expect(of1).toMatchObject({
      coding: first!.id,
      verdict: 'disagree',
      code: 'barrier',
      comment: 'het is geen geld',
    });
    expect(of5).toMatchObject({ coding: second!.id, verdict: 'discuss', comment: 'Is dit zo?' });
    expect(await reviews('Anna')).toMatchObject([{ coding: first!.id, verdict: 'agree', answer: of1!.id }]);
    expect(plan.comments.problems).toHaveLength(2);
    expect((await importInto(files, document)).appends).toEqual(new Map());
    expect((await studyProblems(new Study(files))).filter(({ file }) => file.startsWith('reviews'))).toEqual(
      [],
    );
  });
});
