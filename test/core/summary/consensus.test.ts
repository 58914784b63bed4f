import { describe, expect, it } from 'vitest';
import { codingLine, parseLog } from '../../../src/core/coding/log';
import { reviewLine } from '../../../src/core/review/reviewLog';
import { studyProblems } from '../../../src/core/studyProblems';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy, logOf, managerText, rendered } from './exampleStudy';

const at = '2024-01-01T00:00:00Z';
const reviews = 'reviews/consensus/elderly-care/manager.txt.jsonl';
const codings = 'codings/consensus/elderly-care/manager.txt.jsonl';

function consensus(
  id: string,
  from: readonly string[],
  quote = 'De drempel is e-health zelf',
  code = 'barrier',
) {
  const [coding] = parseLog('', logOf(managerText, 'eva', [{ id, code, quote }])).log.current;
  return `${codingLine({ ...coding!, from })}\n`;
}
const said = (coding: string, verdict: 'agree' | 'disagree' | 'discuss', id = `r-${coding}`, by = 'eva') =>
  `${reviewLine({ id, coding, verdict, by, at })}\n`;

const studyOf = (files: Record<string, string>) => memoryStudy({ ...exampleStudy, ...files }).study;
const caseOf = async (files: Record<string, string>) => (await summarizeStudy(studyOf(files))).cases[0]!;
/** a1 and b1 are one agreement, and settled; a2 and a3 are anna's alone. */
const settled = {
  [codings]: consensus('k1', ['a1', 'b1']),
  [reviews]: said('a1', 'agree') + said('b1', 'agree'),
};

describe('a summary of what coders have settled', () => {
  it('counts the consensus and not what it was made from', async () => {
    const summary = await caseOf(settled);
    expect(summary.quotes.map(({ id, coder, from }) => [id, coder, from])).toEqual([
      ['k1', 'consensus', ['a1', 'b1']],
      ['a2', 'anna', []],
      ['a3', 'anna', []],
    ]);
    expect(summary.codes[0]).toMatchObject({ quotes: 1, byCoder: { anna: 0, consensus: 1 } });
    expect(summary.settled).toEqual({ quotes: 1, from: 2, notSettled: 2 });
    expect(summary.coders).toEqual([
      { coder: 'anna', quotes: 2, transcripts: 2 },
      { coder: 'consensus', quotes: 1, transcripts: 1 },
    ]);
    expect(summary.interviews[0]).toMatchObject({ coders: ['anna', 'bram', 'consensus'], quotes: 2 });
  });

  it('takes the consensus for one coder in rates', async () => {
    const { organizations } = await caseOf({
      ...settled,
      [reviews]: settled[reviews] + said('a2', 'disagree'),
    });
    expect(organizations.map(({ words, codedWords }) => [words, codedWords])).toEqual([
      [18, 18],
      [10, 10],
    ]);
  });

  it('does not count what was not taken, and goes on counting what is open', async () => {
    const ids = async (files: Record<string, string>) => (await caseOf(files)).quotes.map(({ id }) => id);
    expect(await ids({ [reviews]: said('a2', 'disagree') })).toEqual(['a1', 'b1', 'a3']);
    expect(await ids({ [reviews]: said('a2', 'discuss') })).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('goes on counting what was taken while nothing by consensus comes from it', async () => {
    const { quotes, settled } = await caseOf({ [reviews]: said('a1', 'agree') });
    expect(quotes).toHaveLength(4);
    expect(settled).toEqual({ quotes: 0, from: 0, notSettled: 4 });
  });

  it('counts once what two people settled alike', async () => {
    const twice = await caseOf({ ...settled, [codings]: settled[codings] + consensus('k2', ['b1', 'a1']) });
    expect(twice.quotes.map(({ id }) => id)).toEqual(['k1', 'a2', 'a3']);
  });

  it('lets scores rest on codings that were settled', async () => {
    const files = {
      'scores/anna.yaml': '- {organization: org-1, domain: effect, score: 2, evidence: [b1]}\n',
    };
    const without = async (more: Record<string, string>) =>
      (await caseOf({ ...files, ...more })).maturityTotals[0]!.withoutEvidence;
    expect(await without(settled)).toEqual(await without({}));
    expect(await without(settled)).not.toContain('effect');
  });

  it('was made from the lines by consensus too', async () => {
    expect((await caseOf(settled)).sources).toEqual(expect.arrayContaining([codings, reviews]));
  });

  it.each(['md', 'html'] as const)('says in %s whose codings it counts', async (format) => {
    const report = await rendered(studyOf(settled), format);
    expect(report).toContain('is er 1 bij consensus vastgesteld: de 2 coderingen van codeurs');
    expect(report).toContain('2 coderingen waarover niet is beslist, tellen mee');
    expect(report).toContain('consensus (1 codering in 1 interview)');
    expect(await rendered(studyOf({}), format)).toContain('er is nog niets bij consensus vastgesteld');
  });
});

describe('what was settled in more than one way', () => {
  const problemsOf = async (files: Record<string, string>) =>
    (await studyProblems(studyOf(files)))
      .filter(({ code }) => code.startsWith('settled'))
      .map(({ file, start, code, args }) => [file, start.line + 1, code, ...args]);

  it('is a problem at the line that came last', async () => {
    expect(
      await problemsOf({ [reviews]: said('a2', 'disagree') + said('a2', 'discuss', 'r9', 'dirk') }),
    ).toEqual([[reviews, 2, 'settled-differently', 'werkdruk', 'anna', 'dirk, eva']]);
    const two = consensus('k1', ['a1']) + consensus('k2', ['a1'], 'De drempel');
    expect(await problemsOf({ [codings]: two })).toEqual([
      [codings, 2, 'settled-differently', 'barrier', 'anna', 'eva'],
    ]);
  });

  it('is none where it is alike', async () => {
    expect(await problemsOf(settled)).toEqual([]);
    expect(
      await problemsOf({ ...settled, [reviews]: said('a1', 'agree') + said('a1', 'agree', 'r9') }),
    ).toEqual([]);
  });

  it('comes from codings that there are or were', async () => {
    expect(await problemsOf({ [codings]: consensus('k1', ['a1', 'zz']) })).toEqual([
      [codings, 1, 'settled-unknown-coding', 'zz'],
    ]);
    const log = 'codings/bram/elderly-care/manager.txt.jsonl';
    const removed = `${exampleStudy[log]}{"id":"b1","deleted":true,"by":"bram","at":"${at}"}\n`;
    expect(await problemsOf({ ...settled, [log]: removed })).toEqual([]);
  });
});
