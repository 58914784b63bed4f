import { describe, expect, it } from 'vitest';
import { repairPlaces } from '../../../src/core/coding/repair';
import { codingOfQuote } from '../support/codings';

const before = `I: Hoe gaat het met de video?
R: De tablet valt steeds uit en dan bel ik de helpdesk.
I: En verder?
R: Ja, zeker. Het is wel duur voor een kleine organisatie als de onze.
I: Nog iets?
R: Ja, zeker. Dat is alles.
`;

function placesOf(text: string, quote: string, copy = 0): [string, boolean][] {
  const coding = codingOfQuote(before, quote, copy);
  return repairPlaces(text, coding).map(({ start, end, exact }) => [text.slice(start, end), exact]);
}

describe('places for a coding that is to be repaired', () => {
  it('are the copies of its quote, that in its own context first', () => {
    const places = repairPlaces(before, codingOfQuote(before, 'Ja, zeker.', 1));
    expect(places.map(({ start }) => start)).toEqual([
      before.lastIndexOf('Ja, zeker.'),
      before.indexOf('Ja, zeker.'),
    ]);
    expect(places.every(({ exact }) => exact)).toBe(true);
  });

  it('are what is most like it where its words are gone, in whole words', () => {
    const text = before.replace('steeds uit en dan bel ik', 'vaak uit en daarna bel ik meteen');
    const [place] = placesOf(text, 'De tablet valt steeds uit en dan bel ik de helpdesk.');
    expect(place?.[1]).toBe(false);
    expect(place?.[0]).toMatch(/^De tablet valt vaak uit .* bel ik meteen\b/);
  });

  it('do not overlap', () => {
    const text = `${before}R: De tablet valt steeds uit en bel ik de helpdesk, de tablet valt uit.\n`;
    const coding = codingOfQuote(before, 'De tablet valt steeds uit en dan bel ik de helpdesk.');
    const ranges = repairPlaces(text, coding).sort((a, b) => a.start - b.start);
    expect(ranges.length).toBeGreaterThan(1);
    for (const [index, { start }] of ranges.entries()) {
      if (index > 0) expect(start).toBeGreaterThanOrEqual(ranges[index - 1]!.end);
    }
  });

  it('are none in a text about something else, or in none', () => {
    expect(placesOf('R: Over het weer valt niets te zeggen.\n', 'Het is wel duur voor een kleine')).toEqual(
      [],
    );
    expect(placesOf('', 'Het is wel duur')).toEqual([]);
  });

  it('are not without end where a quote is everywhere', () => {
    expect(placesOf('Ja, zeker. '.repeat(500), 'Ja, zeker.').length).toBeLessThanOrEqual(60);
  });
});
