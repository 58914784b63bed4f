import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../src/core/coding/history';
import { codingLine, parseLog } from '../../../../src/core/coding/log';
import { summarizeStudy } from '../../../../src/core/summary/summary';
import { codingOfQuote } from '../../support/codings';
import { memoryStudy } from '../../support/memoryStudy';
import { exampleStudy, managerText, rendered } from '../exampleStudy';

const log = 'codings/anna/elderly-care/manager.txt.jsonl';
const starred = codingOfQuote(managerText, 'geen tijd', 0, {
  id: 'a2',
  code: 'time',
  by: 'anna',
  star: true,
});
const { star: _star, ...plain } = starred;
const read = (...lines: string[]) => parseLog(log, lines.map((line) => `${line}\n`).join(''));

describe('a star', () => {
  it('is kept by the log, and is gone with the line that lacks it', () => {
    expect(read(codingLine(starred)).log.current).toEqual([starred]);
    expect(read(codingLine(starred), codingLine(plain)).log.current).toEqual([plain]);
    expect(codingLine(plain)).not.toContain('"star"');
    expect(read(codingLine(plain).replace('}', ',"star":false}')).log.current).toEqual([plain]);
  });

  it('is a problem where it is neither true nor false', () => {
    const { problems } = read(codingLine(starred).replace('"star":true', '"star":"yes"'));
    expect(problems.map(({ code, args }) => [code, args])).toEqual([
      ['log-bad-field', ['star', 'true or false']],
    ]);
  });

  it('is told in the history of its coding', () => {
    const { entries } = read(
      codingLine(plain),
      codingLine(starred),
      codingLine({ ...plain, at: '2022-01-01T00:00:00Z' }),
    ).log;
    const steps = historyOf(entries).map(({ action, before, after }) => [action, before, after]);
    expect(steps).toEqual([
      ['added', '', 'time'],
      ['star', '', 'star'],
      ['star', 'star', ''],
    ]);
  });

  it('stands with its quote in the summary and the report; other quotes have no such key', async () => {
    const { study } = memoryStudy({ ...exampleStudy, [log]: `${codingLine(starred)}\n` });
    const { quotes } = (await summarizeStudy(study)).cases[0]!;
    expect(quotes.map(({ id, star }) => [id, star])).toEqual([
      ['b1', undefined],
      ['a2', true],
      ['a3', undefined],
    ]);
    expect(Object.keys(quotes[0]!)).not.toContain('star');
    const markdown = await rendered(study, 'md');
    expect(markdown).toContain('> “geen tijd” (manager, Zorggroep Noord) \\[[Q2](#q2)\\] · ★');
  });

  it('counts for what was settled from its coding', async () => {
    const settled = { ...plain, id: 'k1', from: ['a2'], by: 'eva' };
    const { study } = memoryStudy({
      ...exampleStudy,
      [log]: `${codingLine(starred)}\n`,
      'codings/consensus/elderly-care/manager.txt.jsonl': `${codingLine(settled)}\n`,
    });
    const { quotes } = (await summarizeStudy(study)).cases[0]!;
    expect(quotes.find(({ id }) => id === 'k1')).toMatchObject({ star: true, coder: 'consensus' });
  });
});
