import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSavedState, readToEditor, readToView, type ToEditor } from '../../../src/protocol/pictures';

const messages: ToEditor[] = [
  { type: 'ready' },
  { type: 'choose', picture: 'code-line', of: null },
  { type: 'choose', picture: 'codes', of: 'case:icu' },
  { type: 'open', mark: 3 },
  { type: 'save' },
  { type: 'copy' },
];

describe('a message of the view of pictures', () => {
  it.each(messages.map((message) => [JSON.stringify(message), message]))('is read: %s', (_text, message) => {
    expect(readToEditor(message)).toBe(message);
  });

  it('is refused where a field is something else', () => {
    const bad: unknown[] = [
      { type: 'choose', picture: 'pie', of: null },
      { type: 'choose', picture: 'codes' },
      { type: 'choose', picture: 'codes', of: 1 },
      { type: 'open', mark: 1.5 },
      { type: 'open', mark: '1' },
      { type: 'open' },
      { type: 'run' },
      Object.create({ type: 'ready' }),
    ];
    for (const message of bad) expect(readToEditor(message)).toBeUndefined();
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
});

describe('what the view keeps over a restart', () => {
  it('is read back', () => {
    const state = { study: 'file:///s', picture: 'maturity', of: 'all' };
    expect(readSavedState(state)).toBe(state);
    expect(readSavedState({ ...state, picture: 'other' })).toBeUndefined();
  });
});
