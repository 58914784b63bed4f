import { beforeAll, describe, expect, it } from 'vitest';
import type { Codebook } from '../../../src/core/codebook/codebook';
import { parseCodebook } from '../../../src/core/codebook/parse';
import type { Coding } from '../../../src/core/coding/coding';
import { type EvidenceInterview, evidenceOn } from '../../../src/core/maturity/evidence';
import { consensusOf, countedCodings } from '../../../src/core/review/consensus';
import { codingOfQuote, studyCodingOf } from '../support/codings';

const text = 'De cursus hielp. Het kost tijd. Niemand betaalt. Wij gaan door.\n';
const quotes = { course: 'De cursus', time: 'tijd', money: 'betaalt', on: 'Wij gaan door' };

let codebook: Codebook;

beforeAll(async () => {
  const yaml = `codes:
  - { id: helps, polarity: helps, domains: [tech], codes: [{ id: course, was: [training] }] }
  - { id: hinders, polarity: hinders, domains: [tech, money] }
  - { id: topic, domains: [money] }
  - { id: other }
`;
  codebook = (await parseCodebook('codebook.yaml', yaml, ['tech', 'money'])).codebook;
});

function coded(quote: string, code: string, coder: string, rest: Partial<Coding> = {}) {
  const id = rest.id ?? `${coder}-${code}`;
  return studyCodingOf(codingOfQuote(text, quote, 0, { code, by: coder, ...rest, id }), coder);
}

function interview(
  codings: ReturnType<typeof coded>[],
  rest: Partial<EvidenceInterview> = {},
): EvidenceInterview {
  return {
    transcript: 'transcripts/a.txt',
    role: 'arts',
    participant: 'P1',
    codings,
    counted: countedCodings(codings, consensusOf(codings, [])),
    ...rest,
  };
}

const leans = (interviews: EvidenceInterview[], domain: string, ...named: string[]) =>
  evidenceOn(domain, interviews, codebook, new Set(named)).quotes.map(({ coding, lean, byHand }) => [
    coding.coding.id,
    lean,
    byHand,
  ]);

describe('the evidence on a domain', () => {
  it('is what codes bear on it, by inheritance and by the ids they took over too, split by polarity', () => {
    const codings = [
      coded(quotes.course, 'training', 'anna'),
      coded(quotes.time, 'hinders', 'anna'),
      coded(quotes.money, 'topic', 'anna'),
      coded(quotes.on, 'other', 'anna'),
      coded(quotes.on, 'unknown', 'anna'),
    ];
    expect(leans([interview(codings)], 'tech')).toEqual([
      ['anna-training', 'helps', false],
      ['anna-hinders', 'hinders', false],
    ]);
    expect(leans([interview(codings)], 'money')).toEqual([
      ['anna-hinders', 'hinders', false],
      ['anna-topic', 'neutral', false],
    ]);
  });

  it('is what a score names by hand too, and tells of ids that are nowhere', () => {
    const codings = [coded(quotes.on, 'other', 'anna'), coded(quotes.course, 'course', 'anna')];
    const named = new Set(['anna-other', 'anna-course', 'gone']);
    const found = evidenceOn('tech', [interview(codings)], codebook, named);
    expect(found.quotes.map(({ coding, byHand }) => [coding.coding.id, byHand])).toEqual([
      ['anna-other', true],
      ['anna-course', false],
    ]);
    expect(found.missing).toEqual(['gone']);
  });

  it('has what was settled once, for the codings that it stands for', () => {
    const codings = [
      coded(quotes.course, 'course', 'anna'),
      coded(quotes.course, 'course', 'bram'),
      coded(quotes.course, 'course', 'consensus', {
        id: 'c',
        by: 'anna',
        from: ['anna-course', 'bram-course'],
      }),
    ];
    const found = evidenceOn('tech', [interview(codings)], codebook, new Set(['bram-course']));
    expect(found.quotes.map(({ coder, ids, byHand }) => [coder, ids, byHand])).toEqual([
      ['consensus', ['c', 'anna-course', 'bram-course'], false],
    ]);
    expect(found.missing).toEqual([]);
    expect(found.coders).toBe(2);
    expect(leans([interview(codings)], 'money', 'anna-course')).toEqual([['c', 'helps', true]]);
  });

  it('keeps what a score names though it was not taken into the consensus', () => {
    const one = coded(quotes.course, 'course', 'anna');
    const dropped = interview([one], { counted: [] });
    expect(leans([dropped], 'tech')).toEqual([]);
    expect(leans([dropped], 'tech', 'anna-course')).toEqual([['anna-course', 'helps', true]]);
  });
});

describe('what is thin in the evidence', () => {
  const helps = () => coded(quotes.course, 'helps', 'anna');
  const hinders = () => coded(quotes.time, 'hinders', 'bram');

  it('is nothing at all', () => {
    const { thin, balance, silentRoles } = evidenceOn('tech', [interview([])], codebook, new Set());
    expect(thin).toEqual(['nothing']);
    expect(balance).toEqual({ helps: 0, hinders: 0, neutral: 0 });
    expect(silentRoles).toEqual(['arts']);
  });

  it('is one of everything', () => {
    const { thin } = evidenceOn('tech', [interview([helps()])], codebook, new Set());
    expect(thin).toEqual(['one-respondent', 'one-role', 'one-coder', 'nothing-hinders']);
  });

  it('is not what several people said of both sides; who was interviewed twice is one', () => {
    const [first, second] = [
      interview([helps()]),
      interview([hinders()], { transcript: 'transcripts/b.txt' }),
    ];
    expect(evidenceOn('tech', [first, second], codebook, new Set()).thin).toEqual([
      'one-respondent',
      'one-role',
    ]);
    const other = { ...second, participant: 'P2', role: ' Arts' };
    expect(evidenceOn('tech', [first, other], codebook, new Set()).thin).toEqual(['one-role']);
    const third = { ...other, role: 'ICT', participant: undefined };
    const silent = interview([], { transcript: 'transcripts/c.txt', role: 'manager' });
    const full = evidenceOn('tech', [first, third, silent], codebook, new Set());
    expect(full.thin).toEqual([]);
    expect(full.silentRoles).toEqual(['manager']);
    expect([full.respondents, full.roles, full.coders]).toEqual([2, 2, 2]);
  });
});
