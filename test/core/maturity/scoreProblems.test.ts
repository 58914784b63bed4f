import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/problem';
import { studyProblems } from '../../../src/core/studyProblems';
import { exampleStudy } from '../summary/exampleStudy';
import { memoryStudy } from '../support/memoryStudy';
import { marked } from '../support/problems';

const why = ', rationale: Daarom., evidence: [a1]';
const score = (figure: number, more = why, domain = 'people') =>
  `- {organization: org-1, domain: ${domain}, score: ${figure}${more}}\n`;

async function problemsOf(scores: Readonly<Record<string, string>>): Promise<readonly Problem[]> {
  const files = Object.entries(scores).map(([scorer, text]) => [`scores/${scorer}.yaml`, text]);
  return studyProblems(memoryStudy({ ...exampleStudy, ...Object.fromEntries(files) }).study);
}

async function codesOf(scores: Readonly<Record<string, string>>): Promise<string[]> {
  return (await problemsOf(scores)).map(({ file, code }) => `${file} ${code}`);
}

describe('a score', () => {
  it('with its reasons and what it rests on is no problem', async () => {
    expect(await problemsOf({ anna: score(2) })).toEqual([]);
  });

  it.each([
    ['', ['score-no-evidence', 'score-no-rationale']],
    [', rationale: Daarom.', ['score-no-evidence']],
    [', evidence: [a1]', ['score-no-rationale']],
    [', rationale: , evidence: []', ['score-no-evidence', 'score-no-rationale']],
  ])('without them (%j) is told of at its figure', async (more, codes) => {
    const text = score(1).replace('people', 'effect') + score(2, more);
    const problems = await problemsOf({ anna: text });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.map((problem) => marked(text, problem))).toEqual(codes.map(() => '2'));
    expect(problems[0]).toMatchObject({ start: { line: 1 }, args: ['org-1', 'people'] });
  });
});

describe('what was settled', () => {
  const settled = '- {organization: org-1, domain: people, score: 2}\n';

  it('is no problem where two scored it, and says why where one of them thought otherwise', async () => {
    expect(await problemsOf({ anna: score(2), bram: score(2), consensus: settled })).toEqual([]);
    expect(await codesOf({ anna: score(2), bram: score(1), consensus: settled })).toEqual([
      'scores/consensus.yaml score-no-rationale',
    ]);
    const reasoned = settled.replace('}', ', rationale: Besproken.}');
    expect(await problemsOf({ anna: score(2), bram: score(1), consensus: reasoned })).toEqual([]);
  });

  it.each([
    ['nobody', {}, ['org-1', 'people', '–']],
    ['one researcher', { anna: score(2) }, ['org-1', 'people', 'anna']],
    [
      'one researcher, and another something else',
      { anna: score(2), bram: score(2, why, 'effect') },
      ['org-1', 'people', 'anna'],
    ],
  ])('was not verified where %s scored it', async (_, scores, args) => {
    const problems = await problemsOf({ ...scores, consensus: settled });
    expect(problems).toMatchObject([{ file: 'scores/consensus.yaml', code: 'score-not-verified', args }]);
    expect(marked(settled, problems[0]!)).toBe('2');
  });

  it.each([
    ['anna', 'anna@2'],
    ['Anna', 'anna'],
  ])('was not verified by one person under the names %s and %s', async (first, second) => {
    const problems = await problemsOf({ [first]: score(2), [second]: score(2), consensus: settled });
    expect(problems).toMatchObject([
      { code: 'score-verified-by-self', args: ['org-1', 'people', `${first}, ${second}`] },
    ]);
  });
});
