import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../src/core/text/places';

/** Every place at which the text goes on like the words, looked at one by one. */
function everyPlace(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = 0; at + words.length <= text.length; at++) if (text.startsWith(words, at)) places.push(at);
  return places;
}

/** Texts that say the same words again and again, shorter and longer than what gets an index. */
const text = fc
  .tuple(
    fc.array(fc.constantFrom('ja ', 'nee ', 'é', '…', '😀', '\n', 'de zorg is goed ', 'x'), {
      minLength: 1,
      maxLength: 60,
    }),
    fc.integer({ min: 1, max: 200 }),
  )
  .map(([parts, times]) => parts.join('').repeat(times));

describe('the places of words in a text', () => {
  it('are all places, whether or not the text has been asked for words before', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 20 }),
        (said, asked) => {
          for (const [from, length] of asked) {
            const words = said.slice(from % said.length).slice(0, length);
            expect([...placesOf(said, words)]).toEqual(everyPlace(said, words));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are not more than are asked for, and none of words that do not stand there', () => {
    const said = 'Dat is de drempel, zegt men. '.repeat(300);
    for (let search = 0; search < 20; search++) {
      expect([...placesOf(said, 'de drempel', 3)]).toEqual(everyPlace(said, 'de drempel').slice(0, 3));
      expect([...placesOf(said, 'de drempels')]).toEqual([]);
      expect([...placesOf(said, 'zegt men. ', 0)]).toEqual([]);
      expect([...placesOf(said, '')]).toEqual([]);
    }
  });
});
