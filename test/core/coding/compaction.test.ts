import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trailOf } from '../../../src/core/coding/auditTrail';
import { compactLog, restoreLog } from '../../../src/core/coding/compaction';
import { codingLine, linesOf, parseLog, removalLine } from '../../../src/core/coding/log';
import { codingOf } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const path = 'codings/A/a/x.txt.jsonl';
const past = 'history/A/a/x.txt.jsonl';
const words = 'R: Het is te duur en het kost te veel tijd voor ons.\n';

const dates = fc.integer({ min: 0, max: 5e11 }).map((time) => new Date(time).toISOString());
const action = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  code: fc.constantFrom('cost', 'time', undefined),
  start: fc.integer({ min: 0, max: 20 }),
  memo: fc.constantFrom(undefined, 'let op', 'é"\u2028'),
  at: dates,
});
/** Lines in the order in which they were written, by clocks that go anywhere; no two are the same. */
const logs = fc
  .uniqueArray(action, { maxLength: 30, selector: ({ at }) => at })
  .map((actions) =>
    actions.map(({ id, code, start, memo, at }) =>
      code === undefined
        ? removalLine(id, 'A', at)
        : codingLine(codingOf(words, start, start + 5, { id, code, at, ...(memo && { memo }) })),
    ),
  );
const asText = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** What a program reads that knows no more than that the last line with an id counts. */
function plainReader(text: string): Map<string, unknown> {
  const read = new Map<string, unknown>();
  for (const line of text.split('\n').filter(Boolean)) {
    const { id, ...rest } = JSON.parse(line);
    if (rest.deleted) read.delete(id);
    else read.set(id, rest);
  }
  return read;
}

async function trailById(log: string, kept: string): Promise<Record<string, unknown[]>> {
  const { study } = memoryStudy({ [path]: log, [past]: kept });
  return Object.groupBy(await trailOf(study, path), ({ id }) => id) as Record<string, unknown[]>;
}

describe('compacting a log', () => {
  it('leaves the line of each id that counts, the one that removes included, as it was', () => {
    const [added, changed, other, removed] = [
      codingLine(codingOf(words, 3, 9, { id: 'a' })),
      codingLine(codingOf(words, 3, 9, { id: 'a', code: 'cost' })),
      ` ${codingLine(codingOf(words, 3, 9, { id: 'b' }))}`,
      removalLine('b', 'A', '2024-01-01T00:00:00Z'),
    ];
    const { text, replaced } = compactLog(path, asText([added!, changed!, other!, '', removed!]), '');
    expect(text).toBe(asText([changed!, removed!]));
    expect(replaced).toEqual([added, other!.trim()]);
  });

  it('changes nothing of what any reader reads, and loses no line', () => {
    fc.assert(
      fc.property(logs, (lines) => {
        const { text, replaced } = compactLog(path, asText(lines), '');
        expect(plainReader(text)).toEqual(plainReader(asText(lines)));
        expect([...linesOf(text), ...replaced].sort()).toEqual([...lines].sort());
        expect(compactLog(path, text, asText(replaced))).toMatchObject({ text, replaced: [] });
        expect(linesOf(text).at(-1)).toBe(lines.at(-1));
      }),
    );
  });

  it('keeps the history of each coding, however often it is done', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.array(fc.nat(30)), async (lines, moments) => {
        let [log, kept] = ['', ''];
        for (const [index, line] of lines.entries()) {
          log += `${line}\n`;
          if (!moments.includes(index)) continue;
          const { text, replaced } = compactLog(path, log, kept);
          [log, kept] = [text, kept + asText(replaced)];
        }
        expect(await trailById(log, kept)).toEqual(await trailById(asText(lines), ''));
      }),
      { numRuns: 50 },
    );
  });

  it('that was stopped when the lines stood in both files goes on where it was', () => {
    fc.assert(
      fc.property(logs, (lines) => {
        const once = compactLog(path, asText(lines), '');
        const again = compactLog(path, asText(lines), asText(once.replaced));
        expect(again).toEqual({ text: once.text, replaced: [] });
      }),
    );
  });

  it('can be taken back', () => {
    fc.assert(
      fc.property(logs, (lines) => {
        const { text, replaced } = compactLog(path, asText(lines), '');
        const restored = restoreLog(text, asText(replaced));
        expect(linesOf(restored).sort()).toEqual([...lines].sort());
        expect(plainReader(restored)).toEqual(plainReader(asText(lines)));
        expect(restoreLog(restored, asText(replaced))).toBe(restored);
      }),
    );
  });

  it.each([
    ['a cut line', '{"id":"a","co', 2],
    ['a conflict', '<<<<<<< HEAD', 2],
    ['a line without a code', '{"id":"z"}', 2],
  ])('leaves a log with %s alone and says which', (_, broken, line) => {
    const good = codingLine(codingOf(words, 3, 9));
    const text = asText([good, broken, good]);
    const result = compactLog(path, text, '');
    expect(result.text).toBe(text);
    expect(result.replaced).toEqual([]);
    expect(result.unreadable?.start.line).toBe(line - 1);
  });

  it('does not put broken lines of a history back', () => {
    const [first, second] = ['cost', 'time'].map((code) => codingLine(codingOf(words, 3, 9, { code })));
    expect(restoreLog(asText([second!]), asText(['{"id":', '=======', first!]))).toBe(
      asText([first!, second!]),
    );
  });
});

describe('a replaced line that comes back below a newer one', () => {
  const [old, newer, other] = [
    codingLine(codingOf(words, 3, 9, { id: 'a', at: '2024-01-01T10:00:00Z' })),
    codingLine(codingOf(words, 3, 9, { id: 'a', code: 'cost', at: '2024-01-02T10:00:00Z' })),
    codingLine(codingOf(words, 3, 9, { id: 'b', at: '2024-01-01T11:00:00Z' })),
  ];

  it('is told of where nothing says that it was replaced, and counts as the last', () => {
    const { log, problems } = parseLog(path, asText([newer!, old!, other!]));
    expect(problems).toMatchObject([{ code: 'log-older-line', start: { line: 1 } }]);
    expect(log.current.map(({ code }) => code)).toEqual(['barrier', 'barrier']);
  });

  it('does not count where the history of the log has it', async () => {
    const { study } = memoryStudy({ [path]: asText([newer!, old!, other!]), [past]: `${old}\n` });
    const { current, problems } = await study.logFacts(path);
    expect(problems).toEqual([]);
    expect(current.map(({ id, code }) => [id, code])).toEqual([
      ['a', 'cost'],
      ['b', 'barrier'],
    ]);
    const steps = (await trailOf(study, path)).filter(({ id }) => id === 'a');
    expect(steps.map(({ action, after }) => [action, after])).toEqual([
      ['added', 'barrier'],
      ['code', 'cost'],
    ]);
  });

  it('is read so as soon as the history is there', async () => {
    const { study, files } = memoryStudy({ [path]: asText([newer!, old!]) });
    expect((await study.logFacts(path)).current[0]!.code).toBe('barrier');
    files.set(past, `${old}\n`);
    study.invalidate([past]);
    expect((await study.logFacts(path)).current[0]!.code).toBe('cost');
  });

  it('is taken out by compacting again', () => {
    expect(compactLog(path, asText([newer!, old!, other!]), `${old}\n`)).toEqual({
      text: asText([newer!, other!]),
      replaced: [],
    });
  });
});
