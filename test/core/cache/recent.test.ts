import { describe, expect, it } from 'vitest';
import { Recent } from '../../../src/core/cache/recent';

/** Puts values of weight 1 under these keys. */
function putAll(recent: Recent, keys: readonly string[]): void {
  for (const key of keys) {
    const value = Promise.resolve(key);
    recent.set(key, value);
    recent.weigh(key, value, 1);
  }
}

describe('what was used last', () => {
  it('is all there while it is not too much', async () => {
    const recent = new Recent(4, 2, () => false);
    putAll(recent, ['a', 'b', 'c', 'd']);
    expect([...recent.keys()]).toEqual(['a', 'b', 'c', 'd']);
    expect(await recent.get('a')).toBe('a');
    expect(recent.get('e')).toBeUndefined();
  });

  it('is little once there was more, the ones used last and those that are to stay', () => {
    const recent = new Recent(4, 2, (key) => key === 'b');
    putAll(recent, ['a', 'b', 'c', 'd']);
    recent.get('a');
    putAll(recent, ['e']);
    expect([...recent.keys()]).toEqual(['b', 'e']);
    putAll(recent, ['f', 'g']);
    expect([...recent.keys()]).toEqual(['b', 'g']);
    expect(recent.get('a')).toBeUndefined();
  });

  it('is not dropped under a key that has another value by now', async () => {
    const recent = new Recent(4, 2, () => false);
    const [first, second] = [Promise.resolve(1), Promise.resolve(2)];
    recent.set('a', first);
    recent.set('a', second);
    recent.weigh('a', first, 9);
    recent.delete('a', first);
    expect(await recent.get('a')).toBe(2);
    recent.delete('a', second);
    expect(recent.get('a')).toBeUndefined();
  });
});
