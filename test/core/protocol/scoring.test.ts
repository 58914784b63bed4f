import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSavedState, readToEditor, readToView, type ToEditor } from '../../../src/protocol/scoring';

const messages: ToEditor[] = [
  { type: 'ready' },
  { type: 'score', domain: 'tech', who: 'own', score: 3 },
  { type: 'score', domain: 'tech', who: 'consensus', score: null },
  { type: 'rationale', domain: 'tech', who: 'own', rationale: '<b>', revision: 1 },
  { type: 'rely', domain: 'tech', quote: 'c1', relied: true },
  { type: 'open', domain: 'tech', quote: 'c1' },
  { type: 'addEvidence', domain: 'tech' },
];

describe('a message of the scoring view', () => {
  it.each(messages.map((message) => [JSON.stringify(message), message]))('is read: %s', (_text, message) => {
    expect(readToEditor(message)).toBe(message);
  });

  it('is refused where a field is missing or is something else', () => {
    const change = fc.record({
      message: fc.constantFrom(...messages),
      field: fc.nat(),
      value: fc.constantFrom<unknown>(undefined, {}, [], Number.NaN, 1.5, '', () => 1, Symbol('x')),
    });
    fc.assert(
      fc.property(change, ({ message, field, value }) => {
        const keys = Object.keys(message) as (keyof ToEditor)[];
        const key = keys[field % keys.length]!;
        const before: unknown = message[key];
        // An empty text is a text, as an empty rationale is.
        fc.pre(!(typeof value === 'string' && typeof before === 'string' && !/^(?:type|who)$/.test(key)));
        const { [key]: _left, ...without } = message;
        expect(readToEditor(value === undefined ? without : { ...message, [key]: value })).toBeUndefined();
      }),
    );
  });

  it('is refused where it is no message at all', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(readToEditor(anything)).toBeUndefined();
        expect(readToView(anything)).toBeUndefined();
        expect(readSavedState(anything)).toBeUndefined();
      }),
    );
  });

  it('does not take what an object inherits', () => {
    expect(readToEditor(Object.create({ type: 'ready' }))).toBeUndefined();
  });
});
