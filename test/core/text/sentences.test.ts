import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt, sentences } from '../../../src/core/text/sentences';

const split = (text: string) =>
  sentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['Een. Twee? Drie! Vier', ['Een.', 'Twee?', 'Drie!', 'Vier']],
    ['  Een.\n Twee.  ', ['Een.', 'Twee.']],
    ['Wat?! Echt... Ja… Nee', ['Wat?!', 'Echt...', 'Ja…', 'Nee']],
    ['Hij zei: “Nee.” Toen (ja.) Klaar.', ['Hij zei: “Nee.”', 'Toen (ja.)', 'Klaar.']],
    ['Een regel\ndie doorloopt. Klaar.', ['Een regel\ndie doorloopt.', 'Klaar.']],
    ['Een alinea\n \nNog een', ['Een alinea', 'Nog een']],
    ['Hij zweeg... en ging.', ['Hij zweeg... en ging.']],
    ['Het kost 2.5 euro of 1.000. Duur.', ['Het kost 2.5 euro of 1.000.', 'Duur.']],
    ['Versie 1.2.3 van NEN.nl is er.', ['Versie 1.2.3 van NEN.nl is er.']],
    ['', []],
    [' \n\n ', []],
    ['...', ['...']],
  ])('of %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it.each([
    'Ik sprak dhr. Jansen en mevr. De Vries.',
    'Zie prof. dr. Smit, drs. Bos en mw. Kok.',
    'Dat is bijv. Zwolle, o.a. Kampen, d.w.z. Overijssel.',
    'Dr. Smith, Mr. Jones and Mrs. Brown, e.g. Friday, i.e. Monday.',
    'J. Jansen en A.B. Pietersen.',
    'Kosten, baten, etc. in 2020.',
    'Zie nr. 5 en art. 12.',
  ])('do not end at an abbreviation or initial: %s', (text) => {
    expect(split(text)).toEqual([text]);
  });

  it('end at an abbreviation that closes a list when a capital follows', () => {
    expect(split('Kosten, baten, etc. Dat was het.')).toEqual(['Kosten, baten, etc.', 'Dat was het.']);
  });

  it('stay inside their range', () => {
    expect(sentences('Een. Twee. Drie.', { start: 5, end: 9 })).toEqual([{ start: 5, end: 9 }]);
  });

  it('cover every character but the white space around them, in order', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', 'dr', '.', '?', '…', ' ', '\n', '"', ')', '1', ',', '😀'), {
        maxLength: 60,
        size: 'max',
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        let rest = '';
        let at = 0;
        for (const { start, end } of sentences(whole, { start: 0, end: whole.length })) {
          expect(end).toBeGreaterThan(start);
          expect(whole.slice(start, end)).toBe(whole.slice(start, end).trim());
          rest += whole.slice(at, start);
          at = end;
        }
        expect((rest + whole.slice(at)).trim()).toBe('');
      }),
    );
  });

  it('take time in proportion to the text', () => {
    const text = '. "! ) \n'.repeat(100_000) + '.'.repeat(200_000) + ' '.repeat(200_000);
    expect(split(text).length).toBeGreaterThan(0);
  });
});

describe('the sentence at an offset', () => {
  const text = 'Een twee.  Drie vier.';
  const at = (offset: number) => {
    const { start, end } = sentenceAt(text, offset, { start: 0, end: text.length });
    return text.slice(start, end);
  };

  it.each([
    [0, 'Een twee.'],
    [5, 'Een twee.'],
    [9, 'Een twee.'],
    [10, 'Drie vier.'],
    [11, 'Drie vier.'],
    [21, 'Drie vier.'],
    [-5, 'Een twee.'],
    [99, 'Drie vier.'],
  ])('%i', (offset, expected) => {
    expect(at(offset)).toBe(expected);
  });

  it('is empty where there is none', () => {
    expect(sentenceAt('a  \n b', 2, { start: 1, end: 4 })).toEqual({ start: 2, end: 2 });
  });
});
