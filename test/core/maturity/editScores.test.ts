import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { editScore, removeScore, type ScoreEdit } from '../../../src/core/maturity/editScores';
import type { Scale, Score } from '../../../src/core/maturity/maturity';
import { parseScores } from '../../../src/core/maturity/parseScores';
import { emptySettings } from '../../../src/core/settings/settings';

const sample = readFileSync(
  join(import.meta.dirname, '../../../media/sample-study/scores/anna.yaml'),
  'utf8',
);
const domains = ['tech', 'money', 'legal-ethics', 'business-plan'];
const scale: Scale = {
  name: undefined,
  domains: domains.map((id) => ({
    id,
    name: id,
    definition: undefined,
    questions: [],
    levels: ['a', 'b', 'c', 'd', 'e'],
  })),
};

type Read = Pick<Score, 'organization' | 'domain' | 'score' | 'rationale'> & { evidence: string[] };

function read(text: string): Read[] {
  const { scores, problems } = parseScores('s', text.replaceAll('\r\n', '\n'), 'anna', scale, emptySettings);
  expect(problems.filter(({ code }) => code !== 'file-empty')).toEqual([]);
  return scores.map(({ organization, domain, score, rationale, evidence }) => ({
    organization,
    domain,
    score,
    rationale,
    evidence: evidence.map(({ id }) => id),
  }));
}

function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
}

const key = { organization: 'het-wad', domain: 'tech' };

describe('giving a score', () => {
  it.each([
    ['no file', '', '- organization: het-wad\n  domain: tech\n  score: 3\n'],
    ['comments only', '# mine\n', '# mine\n- organization: het-wad\n  domain: tech\n  score: 3\n'],
    ['an empty list', '[]\n', '[{ organization: het-wad, domain: tech, score: 3 }]\n'],
    [
      'others, apart by blank lines',
      '- { organization: a, domain: tech, score: 1 }\n\n- { organization: b, domain: tech, score: 2 } # b\n# end\n',
      '- { organization: a, domain: tech, score: 1 }\n\n- { organization: b, domain: tech, score: 2 } # b\n\n- organization: het-wad\n  domain: tech\n  score: 3\n# end\n',
    ],
    [
      'another domain of the organization',
      '- organization: het-wad\r\n  domain: money\r\n  score: 1\r\n\r\n# b\r\n- organization: b\r\n  domain: tech\r\n  score: 2\r\n',
      '- organization: het-wad\r\n  domain: money\r\n  score: 1\r\n- organization: het-wad\r\n  domain: tech\r\n  score: 3\r\n\r\n# b\r\n- organization: b\r\n  domain: tech\r\n  score: 2\r\n',
    ],
    [
      'an entry that has none yet',
      '- organization: het-wad\n  domain: tech # later\n  rationale: So.\n',
      '- organization: het-wad\n  domain: tech # later\n  score: 3\n  rationale: So.\n',
    ],
  ])('where there is %s', (_case, before, after) => {
    expect(editScore(before, key, { score: 3 })).toBe(after);
  });

  it('changes one digit of the sample, and no other byte', () => {
    const edited = editScore(
      sample,
      { organization: 'care-organization-1', domain: 'legal-ethics' },
      { score: 3 },
    );
    expect(edited).toBe(
      sample.replace('domain: legal-ethics\n  score: 4', 'domain: legal-ethics\n  score: 3'),
    );
  });

  it('needs a figure where there is none', () => {
    expect(() => editScore('', key, { rationale: 'So.' })).toThrow('yaml-shape');
    expect(() => editScore('scores: []\n', key, { score: 1 })).toThrow('yaml-shape');
    expect(() => editScore('- a: [\n', key, { score: 1 })).toThrow('yaml-syntax');
  });
});

describe('the rationale of a score', () => {
  const text = '- organization: het-wad\n  domain: tech\n  score: 2\n  rationale: So.\n  evidence: [a]\n';

  it('of several lines has them in the file too', () => {
    expect(editScore(text, key, { rationale: 'Weinig:\n\n- geen # eigenaar' })).toBe(
      text.replace('So.', '|-\n    Weinig:\n\n    - geen # eigenaar'),
    );
    const windows = text.replaceAll('\n', '\r\n').replace('So.', 'So. # why');
    expect(editScore(windows, key, { rationale: 'a\nb' })).toBe(windows.replace('So.', '"a\\nb"'));
  });

  it('goes with its key', () => {
    expect(editScore(text, key, { rationale: '' })).toBe(text.replace('  rationale: So.\n', ''));
    const flow = '- { organization: het-wad, domain: tech, score: 2, rationale: So. }\n';
    expect(read(editScore(flow, key, { rationale: '' }))[0]!.rationale).toBeUndefined();
  });
});

describe('the evidence of a score', () => {
  const text = `- organization: het-wad
  domain: tech
  score: 2
  evidence:
    # from the board
    - a # the first
    - b
`;

  it('loses an id without the comments around it', () => {
    expect(editScore(text, key, { drop: ['a'] })).toBe(text.replace('    - a # the first\n', ''));
  });

  it('may become nothing', () => {
    expect(read(editScore(text, key, { drop: ['b', 'a'] }))[0]!.evidence).toEqual([]);
    const plain = '- organization: het-wad\n  domain: tech\n  score: 2\n';
    expect(editScore(`${plain}  evidence:\n    - a\n`, key, { drop: ['a'] })).toBe(plain);
    expect(editScore(`${plain}  evidence: [a]\n`, key, { drop: ['a'] })).toBe(plain);
  });

  it('has each id once, in the order in which they were ticked', () => {
    expect(read(editScore(text, key, { rely: ['c', 'b', 'c'] }))[0]!.evidence).toEqual(['a', 'b', 'c']);
  });
});

interface Written extends Read {
  readonly flow: boolean;
  readonly style: 'plain' | 'single' | 'double' | 'literal';
  readonly list: 'flow' | 'block' | 'block at the key';
  readonly comment: 'none' | 'above' | 'behind' | 'within';
}

const rationale = fc.constantFrom(
  'So.',
  'Ja: want het mag',
  "'t kan # niet",
  '“Nee”, zei ze',
  'twee\n\nalinea’s',
  'a \n  b\n#c',
);
const id = fc.constantFrom('a1', 'b2', 'c3', '0042', 'd-4');
const written: fc.Arbitrary<Written> = fc.record({
  organization: fc.constantFrom('het-wad', 'b', '012', 'Zorg: Zuid'),
  domain: fc.constantFrom(...domains),
  score: fc.integer({ min: 1, max: 5 }),
  rationale: fc.option(rationale, { nil: undefined }),
  evidence: fc.uniqueArray(id, { maxLength: 4 }),
  flow: fc.boolean(),
  style: fc.constantFrom('plain', 'single', 'double', 'literal'),
  list: fc.constantFrom('flow', 'block', 'block at the key'),
  comment: fc.constantFrom('none', 'above', 'behind', 'within'),
});

const single = (text: string) => `'${text.replaceAll("'", "''")}'`;

function fieldsOf(one: Written): [key: string, value: string][] {
  const reason = one.rationale;
  const literal = !one.flow && one.style === 'literal';
  const quoted =
    reason?.includes('\n') || one.style === 'double' ? JSON.stringify(reason) : single(reason ?? '');
  const block = !one.flow && one.list !== 'flow' && one.evidence.length > 0;
  const dash = one.list === 'block' ? '\n    - ' : '\n  - ';
  const list = block
    ? one.evidence.map((each) => dash + single(each)).join('')
    : ` [${one.evidence.map(single)}]`;
  return [
    ['organization', ` ${single(one.organization)}`],
    ['domain', ` ${one.domain}`],
    ['score', ` ${one.score}`],
    ...(reason === undefined
      ? []
      : ([['rationale', literal ? ` |-\n    ${reason.replaceAll('\n', '\n    ')}` : ` ${quoted}`]] as [
          string,
          string,
        ][])),
    ['evidence', list],
  ];
}

function lineOf(one: Written): string {
  const above = one.comment === 'above' ? `# on ${one.domain}\n` : '';
  const behind = one.comment === 'behind' ? ' # why' : '';
  const fields = fieldsOf(one);
  if (one.flow)
    return `${above}- {${fields.map(([name, value]) => ` ${name}:${value}`).join(',')} }${behind}\n`;
  const within = one.comment === 'within' ? '  # so far\n' : '';
  const [first, ...others] = fields.map(([name, value]) => `${name}:${value}`);
  return `${above}- ${first}${behind}\n${within}${others.map((field) => `  ${field}\n`).join('')}`;
}

const file = fc
  .record({
    scores: fc.uniqueArray(written, {
      maxLength: 6,
      selector: ({ organization, domain }) => `${organization}/${domain}`,
    }),
    head: fc.constantFrom('', '# Scores of Anna\n\n', '# Scores of Anna\n', '---\n'),
    tail: fc.constantFrom('', '\n# the end\n'),
    apart: fc.boolean(),
    windows: fc.boolean(),
    lastNewline: fc.boolean(),
  })
  .map(({ scores, head, tail, apart, windows, lastNewline }) => {
    const text = head + scores.map(lineOf).join(apart ? '\n' : '') + tail;
    const whole = lastNewline ? text : text.replace(/\n$/, '');
    return { text: windows ? whole.replaceAll('\n', '\r\n') : whole, scores };
  });

const edit: fc.Arbitrary<ScoreEdit> = fc.record(
  {
    score: fc.integer({ min: 1, max: 5 }),
    rationale: fc.oneof(fc.constant(''), rationale),
    rely: fc.array(id, { maxLength: 3 }),
    drop: fc.array(id, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const target = fc.record({
  organization: fc.constantFrom('het-wad', 'b', '012', 'Zorg: Zuid'),
  domain: fc.constantFrom(...domains),
});

const isOf = (one: Pick<Read, 'organization' | 'domain'>, of: typeof key) =>
  one.organization === of.organization && one.domain === of.domain;

describe('a file of scores, in whichever way it is written', () => {
  it('says after an edit what was meant, and nothing else', () => {
    fc.assert(
      fc.property(file, target, edit, ({ text }, of, change) => {
        const before = read(text);
        const old = before.find((one) => isOf(one, of));
        const complete = old ? change : { ...change, score: change.score ?? 1 };
        const result = editScore(text, of, complete);
        const after = read(result);
        const reasons = complete.rationale ?? old?.rationale;
        expect(after.find((one) => isOf(one, of))).toEqual({
          ...of,
          score: complete.score ?? old!.score,
          rationale: reasons === '' ? undefined : reasons,
          evidence: [...new Set([...(old?.evidence ?? []), ...(complete.rely ?? [])])].filter(
            (each) => !complete.drop?.includes(each),
          ),
        });
        expect(after.filter((one) => !isOf(one, of))).toEqual(before.filter((one) => !isOf(one, of)));
        expect(comments(result)).toEqual(comments(text));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every byte outside the lines of the score that is edited', () => {
    fc.assert(
      fc.property(file, fc.nat(), edit, ({ text, scores }, pick, change) => {
        const of = scores[pick % scores.length];
        if (!of) return;
        const eol = text.includes('\r\n') ? '\r\n' : '\n';
        const own = lineOf(of).trimEnd().replaceAll('\n', eol);
        const start = text.indexOf(own);
        const result = editScore(text, of, change);
        expect(result.startsWith(text.slice(0, start))).toBe(true);
        expect(result.endsWith(text.slice(start + own.length))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('loses a score and nothing else', () => {
    fc.assert(
      fc.property(file, target, ({ text }, of) => {
        const result = removeScore(text, of);
        const before = read(text);
        expect(read(result)).toEqual(before.filter((one) => !isOf(one, of)));
        if (!before.some((one) => isOf(one, of))) expect(result).toBe(text);
        expect(comments(text).filter((one) => /Scores|end/.test(one))).toEqual(
          comments(result).filter((one) => /Scores|end/.test(one)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
