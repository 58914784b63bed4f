import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Bytes } from '../../../src/cli/utf8Bytes';

describe('text put together as UTF-8', () => {
  it('is the bytes of all parts, each time anew', () => {
    const parts = fc.array(fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(parts, parts, (first, second) => {
        const bytes = new Utf8Bytes();
        for (const some of [first, second]) {
          for (const part of some) bytes.add(part);
          expect(bytes.take()).toEqual(new TextEncoder().encode(some.join('')));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has room for more than it began with, and cuts no character', () => {
    const bytes = new Utf8Bytes();
    const part = 'één 😀 '.repeat(200_000);
    bytes.add('x');
    bytes.add(part);
    expect(Buffer.from(bytes.take()).toString()).toBe(`x${part}`);
  });
});
