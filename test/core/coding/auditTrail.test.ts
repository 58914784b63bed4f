import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { datesOfCodings, renderTrail, trailLogs, trailOf } from '../../../src/core/coding/auditTrail';
import { codingLine, removalLine } from '../../../src/core/coding/log';
import { codingOf } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const words = '- =Te duur; en het kost "te veel" tijd.\n';
const log = 'codings/A/a/x.txt.jsonl';
const at = (minute: number) => `2024-03-01T10:0${minute}:00.000Z`;
const line = (minute: number, rest: Parameters<typeof codingOf>[3], end = 10) =>
  codingLine(codingOf(words, 0, end, { id: 'a', at: at(minute), ...rest }));
const study = (lines: readonly string[], others: Record<string, string> = {}) =>
  memoryStudy({ [log]: lines.map((one) => `${one}\n`).join(''), ...others }).study;

describe('the history of a coding', () => {
  it('has a step for each thing that was done', async () => {
    const steps = await trailOf(
      study([
        line(0, {}),
        line(1, { code: 'cost', memo: 'kijk' }),
        line(2, { code: 'cost', memo: 'kijk' }, 20),
        line(3, { code: 'cost' }, 20),
        line(3, { code: 'cost', by: 'B' }, 20),
        removalLine('a', 'A', at(4)),
        line(5, { code: 'time' }, 20),
      ]),
      log,
    );
    expect(steps.map(({ action, before, after, by }) => [action, before, after, by])).toEqual([
      ['added', '', 'barrier', 'A'],
      ['code', 'barrier', 'cost', 'A'],
      ['memo', '', 'kijk', 'A'],
      ['bounds', '0-10', '0-20', 'A'],
      ['memo', 'kijk', '', 'A'],
      ['repeated', '', '', 'B'],
      ['removed', 'cost', '', 'A'],
      ['restored', '', 'time', 'A'],
    ]);
    expect(steps.map((step) => step.coding!.quote.length)).toEqual([10, 10, 10, 20, 20, 20, 20, 20]);
    expect(steps.every((step) => step.transcript === 'transcripts/a/x.txt' && step.log === log)).toBe(true);
  });

  it('tells when each coding was made as its steps do, whatever was done to it and compacted since', async () => {
    const made = fc.constantFrom(
      line(0, {}),
      line(1, { code: 'cost' }),
      line(2, { id: 'b' }),
      removalLine('a', 'A', at(3)),
      line(4, {}),
      removalLine('b', 'A', at(5)),
      '{"id":',
    );
    const lines = fc.array(made, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lines, lines, async (now, compacted) => {
        const past = { 'history/A/a/x.txt.jsonl': compacted.map((one) => `${one}\n`).join('') };
        const read = study(now, past);
        const steps = (await trailOf(read, log)).filter(({ action }) => action === 'added');
        expect([...(await datesOfCodings(read, log))]).toEqual(steps.map((step) => [step.id, step.at]));
      }),
    );
  });

  it('tells a removal of what no line tells more of', async () => {
    const [step] = await trailOf(study(['{"id":"z","deleted":true}']), log);
    expect(step).toMatchObject({ id: 'z', action: 'removed', by: '', at: '', coding: undefined });
  });

  it('has a line once that a merge has doubled, and leaves out what cannot be read', async () => {
    const lines = [line(0, {}), line(1, { code: 'cost' }), '{"id":', line(0, {}), line(1, { code: 'cost' })];
    expect((await trailOf(study(lines), log)).map(({ action }) => action)).toEqual(['added', 'code']);
  });
});

describe('an audit trail', () => {
  const other = 'codings/B/a/x.txt.jsonl';
  const files = {
    [other]: `${codingLine(codingOf(words, 0, 10, { id: 'b', by: 'B', at: at(1) }))}\n`,
    'history/B/a/gone.txt.jsonl': `${codingLine(codingOf(words, 0, 10, { id: 'g', by: 'B', at: 'ooit' }))}\n`,
  };

  it('is a row an action in the order of time, safe to open in a spreadsheet', async () => {
    const all = study([line(0, {}), line(2, { code: 'cost', memo: '=1+1' })], files);
    const logs = await trailLogs(all);
    expect(logs).toEqual([log, 'codings/B/a/gone.txt.jsonl', other]);
    const steps = (await Promise.all(logs.map((one) => trailOf(all, one)))).flat();
    const csv = renderTrail(steps);
    const rows = Papa.parse<string[]>(csv.trimEnd()).data;
    expect(rows[0]).toEqual(['at', 'by', 'action', 'id', 'code', 'transcript', 'quote', 'before', 'after']);
    expect(rows.slice(1).map(([when, by, action, id]) => [when, by, action, id])).toEqual([
      [at(0), 'A', 'added', 'a'],
      [at(1), 'B', 'added', 'b'],
      [at(2), 'A', 'code', 'a'],
      [at(2), 'A', 'memo', 'a'],
      ['ooit', 'B', 'added', 'g'],
    ]);
    expect(rows[1]![6]).toBe(`'${words.slice(0, 10)}`);
    expect(rows[4]![8]).toBe("'=1+1");
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});
