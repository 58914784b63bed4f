import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coding } from '../../../src/core/coding/coding';
import { codingLine, parseLog, removalLine } from '../../../src/core/coding/log';
import { marked, places } from '../support/problems';

const file = 'codings/A/a/b.txt.jsonl';
const at = '2021-12-01T09:00:00Z';
const coding = (id: string, rest: Partial<Coding> = {}): Coding => ({
  id,
  code: 'barrier',
  start: 3,
  end: 10,
  quote: 'te duur',
  prefix: 'R: ',
  suffix: '.',
  by: 'A',
  at,
  ...rest,
});
const read = (...lines: string[]) => parseLog(file, `${lines.join('\n')}\n`);
const ids = (lines: string[]) => read(...lines).log.current.map(({ id }) => id);

describe('a coding log', () => {
  it('holds one coding a line', () => {
    const { log, problems } = read(codingLine(coding('a')), codingLine(coding('b', { memo: 'let op' })));
    expect(problems).toEqual([]);
    expect(log.current).toEqual([coding('a'), coding('b', { memo: 'let op' })]);
    expect(log.entries).toHaveLength(2);
  });

  it('lets the last line with an id win, and keeps the earlier ones as history', () => {
    const { log, problems } = read(
      codingLine(coding('a')),
      codingLine(coding('b')),
      codingLine(coding('a', { code: 'cost' })),
    );
    expect(problems).toEqual([]);
    expect(log.current.map(({ id, code }) => [id, code])).toEqual([
      ['a', 'cost'],
      ['b', 'barrier'],
    ]);
    expect(log.entries).toHaveLength(3);
    expect(log.lines.get('a')).toEqual(log.entries[2]!.line);
  });

  it('reads the same where it goes on from what it was, as where it is read anew', () => {
    const lines = fc.constantFrom(
      codingLine(coding('a')),
      codingLine(coding('a', { code: 'cost', at: '2021-11-30T09:00:00Z' })),
      codingLine(coding('b', { memo: 'één' })),
      removalLine('a', 'A', at),
      'no JSON',
      '',
    );
    const written = fc.array(lines).map((all) => all.map((one) => `${one}\n`).join(''));
    fc.assert(
      fc.property(written, written, fc.boolean(), (text, added, isWhole) => {
        const before = isWhole ? text : text.slice(0, -1);
        const after = before + added;
        const earlier = { text: before, ...parseLog(file, before) };
        expect(parseLog(file, after, undefined, earlier)).toEqual(parseLog(file, after));
        expect(parseLog(file, added, undefined, earlier)).toEqual(parseLog(file, added));
      }),
    );
  });

  it('removes a coding by a line that says so, and takes it back when it is added again', () => {
    const lines = [codingLine(coding('a')), removalLine('a', 'A', at)];
    expect(ids(lines)).toEqual([]);
    expect(read(...lines).log.lines.has('a')).toBe(false);
    expect(ids([...lines, codingLine(coding('a'))])).toEqual(['a']);
    expect(ids([...lines, removalLine('a', 'A', at)])).toEqual([]);
    expect(ids([removalLine('never', 'A', at)])).toEqual([]);
  });

  it('reads a removal that holds the whole coding too, or just its id', () => {
    const removed = JSON.stringify({ ...coding('a'), deleted: true });
    expect(ids([codingLine(coding('a')), removed])).toEqual([]);
    expect(read(codingLine(coding('a')), '{"id":"a","deleted":true}')).toMatchObject({
      log: { current: [] },
      problems: [],
    });
  });

  it('may be empty, have blank lines and lack its last line end', () => {
    expect(parseLog(file, '').log.current).toEqual([]);
    const { log, problems } = parseLog(file, `\n${codingLine(coding('a'))}\n \n\n${codingLine(coding('b'))}`);
    expect(problems).toEqual([]);
    expect(log.current).toHaveLength(2);
  });

  it('ignores fields that it does not know', () => {
    const { log, problems } = read(JSON.stringify({ ...coding('a'), weight: 3 }));
    expect(problems).toEqual([]);
    expect(log.current).toEqual([coding('a')]);
  });

  it('takes U+2028 for no line end', () => {
    const { log } = read(codingLine(coding('a', { quote: 'a\u2028b\u2029c\u0085d' })));
    expect(log.current[0]!.quote).toBe('a\u2028b\u2029c\u0085d');
  });
});

describe('a broken line', () => {
  it.each([
    ['not JSON', 'log-not-json'],
    ['{"id":"b"', 'log-not-json'],
    ['[1]', 'log-not-json'],
    ['null', 'log-not-json'],
    ['"text"', 'log-not-json'],
    ['12', 'log-not-json'],
    [`${codingLine(coding('b'))}${codingLine(coding('c'))}`, 'log-not-json'],
    ['<<<<<<< HEAD', 'log-conflict'],
    ['=======', 'log-conflict'],
    ['>>>>>>> branch', 'log-conflict'],
    ['||||||| base', 'log-conflict'],
    ['{}', 'log-bad-field'],
    ['{"deleted":true}', 'log-bad-field'],
    ['{"id":3,"deleted":true}', 'log-bad-field'],
  ])('%s is reported with its place, and the others count', (line, code) => {
    const text = `${codingLine(coding('a'))}\n${line}\n${codingLine(coding('z'))}\n`;
    const { log, problems } = parseLog(file, text);
    expect(places(problems)).toEqual([`2:1 ${code}`]);
    expect(marked(text, problems[0]!)).toBe(line);
    expect(log.current.map(({ id }) => id)).toEqual(['a', 'z']);
  });

  it.each([
    ['id', ''],
    ['id', 3],
    ['id', {}],
    ['code', null],
    ['code', ''],
    ['quote', ''],
    ['quote', ['a']],
    ['prefix', 1],
    ['suffix', undefined],
    ['by', ''],
    ['at', 0],
    ['memo', 3],
    ['memo', null],
    ['start', -1],
    ['start', '3'],
    ['start', 1.5],
    ['start', 1e300],
    ['end', 3],
    ['end', null],
    ['end', 2],
  ])('whose %s is %j names that field', (field, value) => {
    const { log, problems } = read(JSON.stringify({ ...coding('a'), [field]: value }));
    expect(problems).toMatchObject([{ code: 'log-bad-field', args: [field, expect.any(String)] }]);
    expect(log.current).toEqual([]);
  });

  it('keeps an earlier good line of the same coding in force', () => {
    expect(ids([codingLine(coding('a')), '{"id":"a","code":3}'])).toEqual(['a']);
  });

  it('with a conflict in the middle loses no side', () => {
    const lines = ['<<<<<<< HEAD', codingLine(coding('a')), '=======', codingLine(coding('b')), '>>>>>>> x'];
    expect(ids(lines)).toEqual(['a', 'b']);
  });

  it('reaches no prototype', () => {
    const { log, problems } = read(
      '{"__proto__":{"deleted":true},"id":"a"}',
      `{"__proto__":{"polluted":1},${codingLine(coding('__proto__')).slice(1)}`,
      removalLine('constructor', 'A', at),
    );
    expect(places(problems)).toEqual(['1:1 log-bad-field']);
    expect(log.current.map(({ id }) => id)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('nested without end is reported', () => {
    expect(places(read('['.repeat(200_000)).problems)).toEqual(['1:1 log-not-json']);
  });
});

describe('any log', () => {
  const text = fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    minLength: 1,
  });
  const anyCoding = fc
    .record(
      {
        id: text,
        code: text,
        quote: text,
        prefix: text,
        suffix: text,
        by: text,
        at: text,
        memo: text,
        start: fc.nat(),
        length: fc.integer({ min: 1, max: 1000 }),
      },
      { requiredKeys: ['id', 'code', 'quote', 'prefix', 'suffix', 'by', 'at', 'start', 'length'] },
    )
    .map(({ length, ...rest }): Coding => ({ ...rest, end: rest.start + length }));

  it('reads back every coding that was written, lone surrogates and line separators included', () => {
    fc.assert(
      fc.property(anyCoding, (written) => {
        const line = codingLine(written);
        expect(line).not.toContain('\n');
        const bytes = new TextEncoder().encode(`${line}\n`);
        const { log, problems } = parseLog(file, new TextDecoder().decode(bytes));
        expect(problems).toEqual([]);
        expect(log.current).toEqual([written]);
      }),
    );
  });

  it('holds what a map would hold after the same additions, changes and removals', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', '__proto__'),
      code: fc.option(fc.constantFrom('x', 'y')),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const expected = new Map<string, string>();
        const lines = steps.map(({ id, code }) => {
          if (code === null) {
            expected.delete(id);
            return removalLine(id, 'A', at);
          }
          expected.set(id, code);
          return codingLine(coding(id, { code }));
        });
        const { log, problems } = read(...lines);
        expect(problems).toEqual([]);
        expect(new Map(log.current.map(({ id, code }) => [id, code]))).toEqual(expected);
        expect([...log.lines.keys()].sort()).toEqual([...expected.keys()].sort());
      }),
    );
  });

  it('cut at any byte loses at most the line that is cut, and says so', () => {
    const lines = [coding('a', { quote: 'één café' }), coding('b', { memo: '😀 “zo”' }), coding('c')].map(
      codingLine,
    );
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
    const ends = lines.map(
      (_, index) => new TextEncoder().encode(lines.slice(0, index + 1).join('\n')).length,
    );
    for (let length = 0; length <= bytes.length; length++) {
      const { log, problems } = parseLog(file, new TextDecoder().decode(bytes.subarray(0, length)));
      const whole = ends.filter((end) => end <= length).length;
      expect(log.current.map(({ id }) => id)).toEqual(['a', 'b', 'c'].slice(0, whole));
      const inLine = whole < 3 && length > (whole === 0 ? 0 : ends[whole - 1]! + 1);
      expect(places(problems)).toEqual(inLine ? [`${whole + 1}:1 log-not-json`] : []);
    }
  });

  it('of hostile values never throws', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.json(),
            fc.string(),
            fc.object().map((value) => JSON.stringify({ ...coding('a'), ...value })),
          ),
        ),
        (lines) => {
          expect(() => read(...lines)).not.toThrow();
        },
      ),
    );
  });
});
