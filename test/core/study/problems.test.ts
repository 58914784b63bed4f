import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingLine, removalLine } from '../../../src/core/coding/log';
import { describeProblem, severityOf } from '../../../src/core/problem';
import { problemCatalog } from '../../../src/core/problemCatalog';
import { ProblemFinder, studyProblems } from '../../../src/core/studyProblems';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const interview = 'I: Wat zijn belemmeringen?\nR: Een drempel is de prijs. Geen drempel is de tijd.\n';
const one = 'transcripts/a/one.txt';
const logOf = (coder: string, name = 'a/one.txt') => `codings/${coder}/${name}.jsonl`;
const line = (quote: string, rest = {}) => `${codingLine(codingOfQuote(interview, quote, 0, rest))}\n`;

const base = {
  'codebook.yaml': 'codes:\n  - {id: barrier, name: Barrier, terms: ["drempel*"]}\n',
  'study.yaml': 'cases: [{id: a, organizations: [{id: org-1}]}]\n',
  [one]: interview,
  [logOf('A')]: line('de prijs'),
};
type Files = Readonly<Record<string, string | Uint8Array>>;

/** The problems of the files, as `file:line:column severity code`. */
async function check(files: Files, failing: readonly string[] = []): Promise<string[]> {
  const memory = memoryStudy(files);
  for (const path of failing) memory.files.failing.add(path);
  return (await studyProblems(memory.study)).map((problem) => {
    const { file, start, code } = problem;
    expect(describeProblem(problem)).not.toMatch(/\{\d\}|undefined|\[object/);
    return `${file}:${start.line + 1}:${start.character + 1} ${severityOf(problem)} ${code}`;
  });
}

describe('a study', () => {
  it('that is well-formed has no problems', async () => {
    expect(await check(base)).toEqual([]);
  });

  it('that is empty says what is missing', async () => {
    expect(await check({})).toEqual([
      'codebook.yaml:1:1 error codebook-missing',
      'study.yaml:1:1 information study-missing',
      'transcripts:1:1 warning transcript-none',
    ]);
  });

  it.each([
    [
      'an empty codebook',
      { 'codebook.yaml': '', [logOf('A')]: '' },
      ['codebook.yaml:1:1 warning codebook-no-codes'],
    ],
    ['an empty study.yaml', { 'study.yaml': '' }, ['study.yaml:1:1 warning file-empty']],
    ['an empty maturity.yaml', { 'maturity.yaml': '' }, ['maturity.yaml:1:1 warning file-empty']],
    [
      'an empty transcript',
      { 'transcripts/a/two.txt': '' },
      ['transcripts/a/two.txt:1:1 warning file-empty'],
    ],
    ['an empty log', { [logOf('B')]: '' }, []],
    [
      'scores without a scale',
      { 'scores/A.yaml': '- {organization: org-1, domain: d, score: 1}' },
      ['scores/A.yaml:1:1 error scores-no-scale'],
    ],
    [
      'a binary transcript',
      { 'transcripts/a/two.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) },
      ['transcripts/a/two.txt:1:1 error file-binary'],
    ],
    [
      'a binary codebook',
      { 'codebook.yaml': Uint8Array.from([0, 1, 2, 3]), [logOf('A')]: '' },
      ['codebook.yaml:1:1 error file-binary'],
    ],
    [
      'a binary log',
      { [logOf('A')]: Uint8Array.from([0, 1, 2, 3]) },
      [`${logOf('A')}:1:1 error file-binary`],
    ],
    [
      'a transcript of another case',
      { [one]: `---\ncase: b\n---\n${interview}`, [logOf('A')]: '' },
      [`${one}:2:7 warning transcript-unknown-case`],
    ],
    [
      'a transcript in the folder of no case',
      { 'transcripts/b/two.txt': interview },
      ['transcripts/b/two.txt:1:1 warning transcript-unknown-case'],
    ],
    [
      'a transcript of an unknown organization',
      { [one]: `---\norganization: org-9\n---\n${interview}`, [logOf('A')]: '' },
      [`${one}:2:15 warning transcript-unknown-organization`],
    ],
    [
      'a log without its transcript',
      { [logOf('A', 'a/gone.txt')]: line('de tijd', { id: 'x' }) },
      [`${logOf('A', 'a/gone.txt')}:1:1 error log-no-transcript`],
    ],
    [
      'a log whose transcript has another name now',
      {
        'transcripts/a/two.txt': `${interview}R: Het weer.\n`,
        [one]: 'R: Heel iets anders.\n',
        [logOf('A')]: '',
        [logOf('A', 'a/gone.txt')]: line('de tijd', { id: 'x' }),
      },
      [`${logOf('A', 'a/gone.txt')}:1:1 error log-other-transcript`],
    ],
    [
      'a log without its transcript, of which every coding was removed',
      { [logOf('A', 'a/gone.txt')]: `${line('de tijd', { id: 'x' })}${removalLine('x', 'A', 'now')}\n` },
      [],
    ],
    [
      'an unknown code',
      { [logOf('A')]: line('de prijs', { code: 'price' }) },
      [`${logOf('A')}:1:1 error coding-unknown-code`],
    ],
    [
      'a line by another coder',
      { [logOf('A')]: `\n${line('de prijs', { by: 'B' })}` },
      [`${logOf('A')}:2:1 warning log-other-coder`],
    ],
    [
      'an id of another log',
      { [logOf('B')]: line('de tijd', { by: 'B' }) },
      [`${logOf('B')}:1:1 error coding-duplicate-id`],
    ],
    [
      'a lost quote',
      { [logOf('A')]: line('de prijs', { quote: 'de kosten' }) },
      [`${logOf('A')}:1:1 warning coding-orphan`],
    ],
    [
      'a quote whose words have changed, at the words',
      {
        [one]: interview.replace('drempel is de prijs', 'drempel is de hoge prijs'),
        [logOf('A')]: line('Een drempel is de prijs.'),
      },
      [`${one}:2:4 information coding-edited`],
    ],
    [
      'a quote with a twin',
      {
        [one]: 'R: Ja, de prijs is te hoog.\n'.repeat(4),
        [logOf('A')]: line('de prijs', { prefix: 'R: Ja, ', suffix: ' is te hoog.\n', start: 1, end: 9 }),
      },
      [`${logOf('A')}:1:1 warning coding-ambiguous`],
    ],
    [
      'two coders whose names differ in case only',
      { [logOf('a')]: line('de tijd', { id: 'x', by: 'a' }) },
      [`${logOf('a')}:1:1 error log-same-coder`],
    ],
    [
      'a coder whom study.yaml writes in another case',
      { 'study.yaml': `coders: [a]\n${base['study.yaml']}` },
      [`${logOf('A')}:1:1 error log-same-coder`],
    ],
    [
      'a conflict in a log',
      { [logOf('A')]: `<<<<<<< HEAD\n${line('de prijs')}=======\n>>>>>>> x\n` },
      [1, 3, 4].map((number) => `${logOf('A')}:${number}:1 error log-conflict`),
    ],
    [
      'a domain that the scale has not',
      {
        'codebook.yaml': 'codes: [{id: barrier, name: B, domains: [money]}]',
        'maturity.yaml': 'levels: [a]\ndomains: [{id: skills}]',
      },
      ['codebook.yaml:1:42 error code-unknown-domain'],
    ],
    [
      'a domain where the scale has none yet',
      { 'codebook.yaml': 'codes: [{id: barrier, name: B, domains: [money]}]', 'maturity.yaml': 'domains:' },
      ['maturity.yaml:1:9 warning scale-no-domains'],
    ],
    [
      'evidence that is no coding',
      {
        'maturity.yaml': 'levels: [a]\ndomains: [{id: skills}]',
        'scores/A.yaml':
          '- {organization: org-1, domain: skills, score: 1, rationale: r, evidence: [c1, c9]}',
      },
      ['scores/A.yaml:1:80 warning score-unknown-evidence'],
    ],
    [
      'evidence that was removed',
      {
        'maturity.yaml': 'levels: [a]\ndomains: [{id: skills}]',
        'scores/A.yaml': '- {organization: org-1, domain: skills, score: 1, rationale: r, evidence: [c1]}',
        [logOf('A')]: `${line('de prijs')}${removalLine('c1', 'A', '2021-12-02T09:00:00Z')}\n`,
      },
      ['scores/A.yaml:1:76 warning score-removed-evidence'],
    ],
  ])('with %s', async (_, files, expected) => {
    expect(await check({ ...base, ...(files as Files) })).toEqual(expected);
  });

  it('may hold lines of several people in what they settled', async () => {
    expect(await check({ ...base, [logOf('consensus')]: line('de tijd', { id: 'x', by: 'B' }) })).toEqual([]);
  });

  it('with an old id of a code in a log has no problem', async () => {
    const codebook = 'codes: [{id: hindrance, name: H, was: [barrier]}]';
    expect(await check({ ...base, 'codebook.yaml': codebook })).toEqual([]);
  });

  it.each(Object.keys(base))('whose %s cannot be read says so, once', async (path) => {
    const problems = await check(base, [path]);
    expect(problems).toContain(`${path}:1:1 error file-unreadable`);
    expect(problems.filter((problem) => problem.includes('file-unreadable'))).toHaveLength(1);
    expect(problems.filter((problem) => problem.includes('orphan'))).toEqual([]);
  });

  it.each(['transcripts', 'codings', 'scores'])(
    'whose folder %s cannot be listed says so',
    async (folder) => {
      const memory = memoryStudy(base);
      const list = memory.files.list.bind(memory.files);
      memory.files.list = async (asked) => {
        if (asked === folder) throw new Error('EACCES');
        return list(asked);
      };
      const problems = (await studyProblems(memory.study)).map(({ file, code }) => `${file} ${code}`);
      expect(problems).toContain(`${folder} file-unreadable`);
      expect(problems).not.toContain('transcripts transcript-none');
    },
  );

  it('reads every transcript of a study once, of one with more text than is kept too', async () => {
    const turn = 'R: Het gaat goed met de video.\n';
    const text = turn.repeat(5_000);
    const names = Array.from({ length: 60 }, (_, index) => `video/${index + 10}.txt`);
    const log = `${codingLine(codingOfQuote(text, 'goed met'))}\n`;
    const memory = memoryStudy({
      ...base,
      ...Object.fromEntries(names.map((name) => [`transcripts/${name}`, text])),
      ...Object.fromEntries(names.map((name) => [`codings/anna/${name}.jsonl`, log])),
    });
    const read = memory.files.read.bind(memory.files);
    const times = new Map<string, number>();
    memory.files.read = (path) => {
      times.set(path, (times.get(path) ?? 0) + 1);
      return read(path);
    };
    await new ProblemFinder(memory.study).find({ atOnce: 4, rest: () => Promise.resolve() });
    expect(names.map((name) => times.get(`transcripts/${name}`))).toEqual(names.map(() => 1));
  });

  it('whose store rejects with something else than an error says so', async () => {
    const memory = memoryStudy(base);
    memory.files.read = () => Promise.reject('gone');
    expect((await studyProblems(memory.study)).map(({ code }) => code)).toContain('file-unreadable');
  });

  it('has its problems in order of file, place and code', async () => {
    const problems = await check({
      ...base,
      'codebook.yaml': 'codes:\n  - {name: X}\n  - {id: a b}\n',
      'study.yaml': 'titel: x\nlanguage: fr\n',
      'transcripts/b.txt': '',
    });
    expect(problems).toEqual([
      'codebook.yaml:2:5 error code-without-id',
      'codebook.yaml:3:10 error code-bad-id',
      `${logOf('A')}:1:1 error coding-unknown-code`,
      'study.yaml:1:1 error yaml-unknown-key',
      'study.yaml:2:11 error study-bad-language',
      'transcripts/b.txt:1:1 warning file-empty',
    ]);
  });

  it('of any content throws nothing', async () => {
    const content = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(
        '- a',
        'codes: *x',
        '---\n',
        '{',
        '<<<<<<< HEAD\n',
        base['codebook.yaml'],
        line('de prijs'),
      ),
    );
    const paths = [
      ...Object.keys(base),
      'maturity.yaml',
      'scores/A.yaml',
      logOf('B'),
      logOf('A', 'gone.txt'),
    ];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...paths), content), async (files) => {
        await studyProblems(memoryStudy({ ...base, ...files }).study);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the catalog', () => {
  it('holds no problem that nothing reports', () => {
    const root = join(import.meta.dirname, '../../../src');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('problemCatalog.ts'))
      .map((name) => readFileSync(join(root, name), 'utf8'))
      .join('');
    const unused = Object.keys(problemCatalog).filter((code) => !sources.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  it('says what is wrong in full sentences, with its arguments numbered from 0', () => {
    for (const { text } of Object.values(problemCatalog)) {
      expect(text).toMatch(/^[“A-Z].*[.}]$/);
      const used = [...new Set([...text.matchAll(/\{(\d)\}/g)].map((match) => Number(match[1])))].sort();
      expect(used).toEqual(used.map((_, index) => index));
    }
  });

  it('does not fill in what stands in an argument', () => {
    const problem = { file: 'a', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(describeProblem({ ...problem, code: 'code-bad-id', args: ['{0} $& {1}'] })).toMatch(
      /^“\{0\} \$& \{1\}”/,
    );
  });
});
