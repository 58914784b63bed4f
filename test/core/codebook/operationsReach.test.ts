import { describe, expect, it } from 'vitest';
import { idsOf, reachOf } from '../../../src/core/codebook/operationsReach';
import { codingLine } from '../../../src/core/coding/log';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const text = 'R: Geld en tijd.\n';
const line = (id: string, code: string, by: string) =>
  `${codingLine(codingOfQuote(text, 'Geld', 0, { id, code, by }))}\n`;

const { study } = memoryStudy({
  'codebook.yaml': 'codes:\n  - id: a\n    was: [old]\n    codes: [{ id: a1 }]\n  - id: b\n',
  'transcripts/x/1.txt': text,
  'codings/Zoe/x/1.txt.jsonl': line('1', 'a', 'Zoe') + line('2', 'b', 'Zoe') + line('3', 'a1', 'Zoe'),
  'codings/Al/x/1.txt.jsonl': line('4', 'old', 'Al') + line('5', 'a', 'Al') + line('5', 'b', 'Al'),
  'codings/Al/x/2.txt.jsonl': line('6', 'old', 'Al'),
});

describe('what a change of a code touches', () => {
  it('is its codings under every id, as they stand now', async () => {
    const codebook = await study.codebook();
    const ids = idsOf(codebook, codebook.byId.get('a')!);
    expect([...ids].sort()).toEqual(['a', 'old']);
    const reach = await reachOf(study, ids);
    expect(reach).toMatchObject({ codings: 3, transcripts: 2 });
    expect([...reach.byCoder]).toEqual([
      ['Al', 2],
      ['Zoe', 1],
    ]);
  });

  it('with the codes below it', async () => {
    const codebook = await study.codebook();
    const ids = idsOf(codebook, codebook.byId.get('old')!, true);
    expect([...ids].sort()).toEqual(['a', 'a1', 'old']);
    expect((await reachOf(study, ids)).codings).toBe(4);
  });
});
