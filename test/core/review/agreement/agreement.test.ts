import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeAgreement } from '../../../../src/core/review/agreement/model';
import { progressLine } from '../../../../src/core/review/progress';
import { memoryStudy } from '../../support/memoryStudy';
import { filesOf, interview, logOf, offsetOf, reportOf, type Span } from './studies';

const path = 'transcripts/icu/x.txt';

function oneInterview(
  spans: Readonly<Record<string, readonly Span[]>>,
  turns = 5,
  more: Record<string, string> = {},
) {
  return memoryStudy({ ...filesOf({ [path]: { turns, spans } }), ...more }).study;
}

async function codeOf(
  spans: Readonly<Record<string, readonly Span[]>>,
  code: string,
): Promise<CodeAgreement> {
  const { pairs } = await reportOf(oneInterview(spans));
  return pairs[0]!.codes.find((one) => one.code === code)!;
}

describe('the published example of two coders on a text of 100 characters', () => {
  const one: Span[] = [
    ['A', 0, 10],
    ['B', 20, 30],
    ['A', 40, 50],
  ];
  const two: Span[] = [
    ['A', 2, 10],
    ['A', 20, 28],
    ['A', 40, 52],
    ['B', 60, 66],
  ];

  it('has its figures on five units, on characters and on spans', async () => {
    const code = await codeOf({ one, two }, 'A');
    expect(code).toMatchObject({ both: 2, onlyFirst: 0, onlySecond: 1, neither: 2 });
    expect(code.kappa).toBeCloseTo(0.6154, 4);
    const { kappa, alpha, uAlphaPresence, ...table } = code.characters;
    expect(table).toEqual({ both: 18, onlyFirst: 2, onlySecond: 10, neither: 70 });
    expect(kappa).toBeCloseTo(0.6739, 4);
    expect(alpha).toBeCloseTo(0.6727, 4);
    expect(uAlphaPresence).toBeCloseTo(0.67618, 5);
    expect(code.spans).toEqual({ iou: 0.5, matched: 2, onlyFirst: 0, onlySecond: 1, f1: 0.8 });
  });

  it('does not look good on a code that the coders never gave to the same place', async () => {
    const code = await codeOf({ one, two }, 'B');
    expect(code.kappa).toBeCloseTo(-0.25, 10);
    expect(code.positiveAgreement).toBe(0);
    expect(code.characters.kappa).toBeCloseTo(-0.0811, 4);
    expect(code.characters.alpha).toBeCloseTo(-0.0815, 4);
    expect(code.characters.uAlphaPresence).toBeCloseTo(-0.07826, 5);
    expect(code.spans).toMatchObject({ matched: 0, f1: 0 });
  });

  it('matches no spans where nearly all of them must overlap', async () => {
    const { pairs } = await reportOf(oneInterview({ one, two }), { iou: 0.9 });
    expect(pairs[0]!.codes[0]!.spans).toEqual({ iou: 0.9, matched: 0, onlyFirst: 2, onlySecond: 3, f1: 0 });
  });

  it('lists each unit on which they differ, with the coding and where it stands', async () => {
    const { disagreements } = await reportOf(oneInterview({ one, two }));
    expect(disagreements.map(({ code, coder, unit, notBy }) => [code, coder, unit, ...notBy])).toEqual([
      ['A', 'two', 2, 'one'],
      ['B', 'one', 2, 'two'],
      ['B', 'two', 4, 'one'],
    ]);
    const text = interview(5);
    for (const { transcript, start, end, quote, line, unit } of disagreements) {
      expect(transcript).toBe(path);
      expect(text.slice(start, end)).toBe(quote);
      expect(line).toBe(2 * unit);
    }
  });
});

describe('a figure', () => {
  it('is undefined, and why is said, where nobody used a code', async () => {
    expect(await codeOf({ one: [['A', 0, 5]], two: [] }, 'B')).toMatchObject({
      neither: 5,
      percentAgreement: 1,
      positiveAgreement: null,
      kappa: null,
      alpha: null,
      undefined: 'one value only',
      interval: null,
      characters: { kappa: null, alpha: null, uAlphaPresence: null, undefined: 'one value only' },
      spans: { f1: null, undefined: 'one value only' },
    });
  });

  it('is undefined where both gave the code to all there is', async () => {
    const all: Span[] = [['A', 0, 100]];
    const { kappa, alpha, positiveAgreement, undefined: why } = await codeOf({ one: all, two: all }, 'A');
    expect({ kappa, alpha, positiveAgreement, why }).toEqual({
      kappa: null,
      alpha: null,
      positiveAgreement: 1,
      why: 'one value only',
    });
  });

  it('is 0 or below where one coder is silent', async () => {
    const code = await codeOf({ one: [['A', 0, 10]], two: [] }, 'A');
    expect(code).toMatchObject({ both: 0, onlyFirst: 1, kappa: 0, positiveAgreement: 0 });
    expect(code.characters.kappa).toBe(0);
    expect(code.characters.alpha).toBeCloseTo(-0.0474, 4);
    expect(code.characters.uAlphaPresence).toBeCloseTo(-0.045, 3);
  });

  it('is undefined where nothing was coded by both', async () => {
    const { pairs, units, leftOut } = await reportOf(oneInterview({ one: [['A', 0, 10]] }));
    expect(units).toBe(0);
    expect(pairs[0]!.codes[0]).toMatchObject({
      both: 0,
      percentAgreement: null,
      kappa: null,
      undefined: 'no units',
      spans: { f1: null, undefined: 'no units' },
    });
    expect(leftOut).toEqual([{ transcript: path, coders: ['two'], reason: 'not-coded' }]);
  });

  it('has an interval that is the same each time and holds it', async () => {
    const spans = { one: [['A', 0, 50]], two: [['A', 0, 30]] } as const;
    const { kappa, interval } = await codeOf(spans, 'A');
    expect(interval![0]).toBeLessThan(kappa!);
    expect(interval![1]).toBeGreaterThan(kappa!);
    expect((await codeOf(spans, 'A')).interval).toEqual(interval);
  });
});

describe('what is compared', () => {
  it('is each code by its own id, with those that it has taken over', async () => {
    const study = oneInterview({ one: [['old', 0, 10]], two: [['C', 0, 10]] }, 5, {
      'codebook.yaml':
        'codes: [{id: B, name: B, codes: [{id: C, name: C, was: [old]}]}, {id: gone, name: G, retired: true}]\n',
    });
    const { pairs } = await reportOf(study);
    expect(pairs[0]!.codes.map(({ code, both }) => [code, both])).toEqual([
      ['B', 0],
      ['C', 1],
    ]);
  });

  it('includes codes that were used though they are retired or not in the codebook', async () => {
    const study = oneInterview({ one: [['gone', 0, 10]], two: [['odd', 0, 10]] }, 5, {
      'codebook.yaml': 'codes: [{id: A, name: A}, {id: gone, name: G, retired: true}]\n',
    });
    const [pair] = (await reportOf(study)).pairs;
    expect(pair!.codes.map(({ code, retired, known }) => [code, retired, known])).toEqual([
      ['A', false, true],
      ['gone', true, true],
      ['odd', false, false],
    ]);
  });

  it('is each turn that a coding touches, and one stretch where it goes on past a question', async () => {
    const report = await reportOf(oneInterview({ one: [['A', 10, 30]], two: [['A', 30, 35]] }));
    const [code] = report.pairs[0]!.codes;
    expect(code).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 0 });
    expect(code!.characters).toMatchObject({ both: 0, onlyFirst: 20, onlySecond: 5 });
    expect(code!.spans).toMatchObject({ onlyFirst: 1, onlySecond: 1 });
    expect(report.disagreements).toMatchObject([{ unit: 1, start: offsetOf(10), end: offsetOf(30, true) }]);
  });

  it('is each sentence where that is asked for', async () => {
    const text = 'R: Dit is een zin. Dit nog een. En de derde?\n';
    const study = memoryStudy({
      ...filesOf({}),
      [path]: text,
      'codings/one/icu/x.txt.jsonl': '',
      'codings/two/icu/x.txt.jsonl': '',
    }).study;
    expect((await reportOf(study, { unit: 'sentence' })).units).toBe(3);
    expect((await reportOf(study)).units).toBe(1);
  });

  it('leaves out what interviewers say and codings without a place, and counts them', async () => {
    const text = interview(2);
    const asked = logOf(text, 'one', []);
    const inQuestion = {
      id: 'q',
      code: 'A',
      start: 3,
      end: 6,
      quote: 'En?',
      prefix: 'I: ',
      suffix: '\nR: a',
    };
    const lost = {
      id: 'l',
      code: 'A',
      start: 9,
      end: 14,
      quote: 'nergens meer te vinden',
      prefix: '',
      suffix: '',
    };
    const rest = { by: 'one', at: '2024-01-01T00:00:00Z' };
    const study = memoryStudy({
      ...filesOf({ [path]: { turns: 2, spans: { two: [] } } }),
      'codings/one/icu/x.txt.jsonl': `${asked}${JSON.stringify({ ...inQuestion, ...rest })}\n${JSON.stringify({ ...lost, ...rest })}\n`,
    }).study;
    const report = await reportOf(study);
    expect(report.units).toBe(2);
    expect(report.transcripts[0]).toMatchObject({ interviewerTurns: 2, characters: 40 });
    expect(report.pairs[0]!.codes[0]).toMatchObject({ onlyFirst: 0, neither: 2 });
    expect(report.excluded.map(({ id, reason, coder }) => [id, reason, coder]).sort()).toEqual([
      ['l', 'orphan', 'one'],
      ['q', 'not-in-speech', 'one'],
    ]);
  });

  it('counts a transcript in which a coder found nothing, once that coder says so', async () => {
    const said = (done: boolean) => ({
      'reviews/two/progress.jsonl': `${progressLine({ transcript: path, done, blind: true, by: 'two', at: '2024-01-02T00:00:00Z' })}\n`,
    });
    const units = async (done: boolean) =>
      (await reportOf(oneInterview({ one: [['A', 0, 10]] }, 5, said(done)))).units;
    expect(await units(true)).toBe(5);
    expect(await units(false)).toBe(0);
  });

  it('is one case where that is asked for', async () => {
    const spans = { one: [], two: [] };
    const { study } = memoryStudy(
      filesOf({ [path]: { turns: 5, spans }, 'transcripts/ggz/y.txt': { turns: 3, spans } }),
    );
    expect((await reportOf(study)).units).toBe(8);
    expect((await reportOf(study, { case: 'ggz' })).units).toBe(3);
    await expect(reportOf(study, { case: 'none' })).rejects.toThrow(RangeError);
  });

  it('leaves out what is hidden, and says so', async () => {
    const study = oneInterview({ one: [['A', 0, 10]], two: [] });
    const report = await reportOf(study, { hidden: new Set([path]) });
    expect(report).toMatchObject({ units: 0, disagreements: [], transcripts: [], excluded: [] });
    expect(report.leftOut).toEqual([{ transcript: path, reason: 'blind', coders: [] }]);
  });

  it('tells of codings that were made under an earlier definition', async () => {
    const text = interview(5);
    const log = logOf(text, 'one', [['A', 0, 10]]).replace('"by"', '"defined":"000000000000","by"');
    const study = oneInterview({ two: [] }, 5, { 'codings/one/icu/x.txt.jsonl': log });
    expect((await reportOf(study)).earlierDefinitions).toEqual([{ code: 'A', coder: 'one', codings: 1 }]);
  });
});

describe('three coders', () => {
  const spans: Record<string, Span[]> = {
    one: [['A', 0, 40]],
    two: [['A', 0, 20]],
    three: [
      ['A', 0, 20],
      ['A', 60, 80],
    ],
  };
  const coders = ['one', 'two', 'three'];

  it('are compared two by two, and all together', async () => {
    const report = await reportOf(oneInterview(spans), { coders });
    expect(report.pairs.map((pair) => pair.coders.join())).toEqual(['one,two', 'one,three', 'two,three']);
    expect(report.pairs[1]!.codes[0]).toMatchObject({ both: 1, onlyFirst: 1, onlySecond: 1, neither: 2 });
    const [code] = report.group!;
    expect(code!.markedBy).toEqual([2, 2, 0, 1]);
    // Units 111 100 000 001 000: Po = (1 + 1/3 + 1 + 1/3 + 1) / 5, Pe = (5/15)^2 + (10/15)^2.
    expect(code!.fleissKappa).toBeCloseTo((11 / 15 - 5 / 9) / (4 / 9), 10);
    expect(code!.alpha).toBeCloseTo(1 - 4 / 15 / ((2 * 5 * 10) / (15 * 14)), 10);
    expect(report.disagreements.map(({ unit, coder, notBy }) => [unit, coder, ...notBy])).toEqual([
      [2, 'one', 'two', 'three'],
      [4, 'three', 'one', 'two'],
    ]);
  });

  it('count for alpha where only two of them have coded a transcript', async () => {
    const { study } = memoryStudy(
      filesOf({
        [path]: { turns: 5, spans },
        'transcripts/icu/y.txt': { turns: 5, spans: { one: [['A', 0, 100]], two: [] } },
      }),
    );
    const report = await reportOf(study, { coders });
    expect(report.units).toBe(5);
    expect(report.group![0]!.markedBy).toEqual([2, 2, 0, 1]);
    // 5 units of three values as above, and 5 of two that differ: Do = (4 + 10) / 25 pairs.
    const [used, not] = [10, 15];
    expect(report.group![0]!.alpha).toBeCloseTo(1 - (4 + 10) / 25 / ((2 * used * not) / (25 * 24)), 10);
    expect(report.leftOut).toEqual([
      { transcript: 'transcripts/icu/y.txt', coders: ['three'], reason: 'not-coded' },
    ]);
  });
});

describe('any two coders', () => {
  const span = fc
    .tuple(fc.constantFrom('A', 'B'), fc.nat(99), fc.integer({ min: 1, max: 30 }))
    .map(([code, start, length]): Span => [code, start, Math.min(100, start + length)]);
  const spans = fc.array(span, { maxLength: 6 });
  const figuresOf = (code: CodeAgreement) => [
    code.percentAgreement,
    code.positiveAgreement,
    code.kappa,
    code.alpha,
    code.characters.kappa,
    code.characters.alpha,
    code.characters.uAlphaPresence,
    code.spans.f1,
  ];
  const near = (a: number | null, b: number | null) =>
    a === null || b === null ? expect(a).toBe(b) : expect(a).toBeCloseTo(b, 9);

  it('agree as much as the other way round, with the counts turned round', async () => {
    await fc.assert(
      fc.asyncProperty(spans, spans, async (one, two) => {
        const study = oneInterview({ one, two });
        const [there] = (await reportOf(study)).pairs;
        const [back] = (await reportOf(study, { coders: ['two', 'one'] })).pairs;
        for (const [index, code] of there!.codes.entries()) {
          const other = back!.codes[index]!;
          expect([code.both, code.onlyFirst, code.onlySecond, code.neither]).toEqual([
            other.both,
            other.onlySecond,
            other.onlyFirst,
            other.neither,
          ]);
          const figures = figuresOf(other);
          for (const [at, figure] of figuresOf(code).entries()) near(figure, figures[at]!);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have as many disagreements as the cells say, and cells that are all units and characters', async () => {
    await fc.assert(
      fc.asyncProperty(spans, spans, async (one, two) => {
        const { pairs, disagreements } = await reportOf(oneInterview({ one, two }));
        for (const { code, both, onlyFirst, onlySecond, neither, characters } of pairs[0]!.codes) {
          const by = (coder: string) =>
            disagreements.filter((found) => found.code === code && found.coder === coder).length;
          expect([by('one'), by('two')]).toEqual([onlyFirst, onlySecond]);
          expect(both + onlyFirst + onlySecond + neither).toBe(5);
          const { both: b, onlyFirst: f, onlySecond: s, neither: n } = characters;
          expect(b + f + s + n).toBe(100);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('agree wholly with themselves wherever a code varies', async () => {
    await fc.assert(
      fc.asyncProperty(spans, async (own) => {
        const { pairs, disagreements } = await reportOf(oneInterview({ one: own, two: own }));
        expect(disagreements).toEqual([]);
        for (const { kappa, alpha } of pairs[0]!.codes) expect([1, null]).toContain(kappa ?? alpha);
      }),
      { numRuns: 40 },
    );
  });

  it('do not agree more, in percent or where the code is, when one codes a turn that nobody did', async () => {
    await fc.assert(
      fc.asyncProperty(spans, spans, async (one, two) => {
        const before = (await reportOf(oneInterview({ one, two }, 6))).pairs[0]!.codes[0]!;
        const more: Span[] = [...one, ['A', 100, 110]];
        const after = (await reportOf(oneInterview({ one: more, two }, 6))).pairs[0]!.codes[0]!;
        expect(after.percentAgreement).toBeLessThan(before.percentAgreement!);
        expect(after.positiveAgreement).toBeLessThanOrEqual(before.positiveAgreement ?? 1);
      }),
      { numRuns: 40 },
    );
  });
});
