import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../../src/cli/beside/packedMarks';

const mark = fc.record(
  { id: fc.string(), code: fc.constantFrom('barrier', 'time'), by: fc.string(), defined: fc.string() },
  { requiredKeys: ['id', 'code', 'by'] },
);

describe('what logs are held against each other by', () => {
  it('is the same after it was packed and sent', () => {
    fc.assert(
      fc.property(fc.array(mark), fc.array(fc.string()), (current, removed) => {
        const marks = {
          path: 'codings/anna/a.txt.jsonl',
          coder: 'anna',
          transcript: 'transcripts/a.txt',
          current,
          removed,
        };
        expect(unpack(structuredClone(pack(marks)))).toEqual(marks);
      }),
    );
  });
});
