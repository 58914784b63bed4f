import { describe, expect, it } from 'vitest';
import { NameTable } from '../../../src/core/pseudonyms/nameTable';

const table = (names: Record<string, string>, capitals = false) =>
  new NameTable(Object.entries(names).map(([find, put]) => ({ find, put, capitals })));
const jansen = table({
  Jansen: 'Bakker',
  'Jan Jansen': 'Piet Bakker',
  'van der Berg': 'de Vries',
  René: 'Karel',
});

describe('names in a text', () => {
  it.each([
    ['Jansen zei het.', 'Bakker zei het.'],
    ['JANSEN en jansen', 'BAKKER en bakker'],
    ["Jansens auto, Jansen's huis, de Jansens", "Bakkers auto, Bakker's huis, de Bakkers"],
    [
      'Jan Jansen, Jan  Jansen, jan-jansen.txt, jan_jansen',
      'Piet Bakker, Piet Bakker, piet-bakker.txt, piet_bakker',
    ],
    ['mail jan.jansen@werk.nl', 'mail piet.bakker@werk.nl'],
    ['van Jan\nJansen zelf', 'van Piet\nBakker zelf'],
    ['Dat was Jan. Jansen zei niets.', 'Dat was Jan. Bakker zei niets.'],
    ['dat was Jan\nJansen: ja', 'dat was Jan\nBakker: ja'],
    ['Van der Berg', 'De Vries'],
    ['Rene, Rene\u0301, RENÉ, Re\u00adné', 'Karel, Karel, KAREL, Karel'],
    ['Jansen-methode, Jansen2, interview-jansen2a', 'Bakker-methode, Bakker2, interview-bakker2a'],
  ])('are found in “%s”', (text, expected) => expect(jansen.replace(text)).toBe(expected));

  it.each(['Jansenius', 'Janssen', 'Hansjansen', 'De bergen'])('are not found in “%s”', (text) =>
    expect(jansen.replace(text)).toBe(text),
  );

  it('are not found in ids', () => {
    expect(table({ Ce: 'Xy', Ad: 'Bo' }).replace('ce88ad1488852172fe7b40128e 0b1f-ad12-4e5c ad12345')).toBe(
      'ce88ad1488852172fe7b40128e 0b1f-ad12-4e5c bo12345',
    );
  });

  it('are found with their capitals only, where these tell them from words', () => {
    expect(table({ Kok: 'Visser' }, true).replace('De kok heet Kok, ja KOK, of Koks.')).toBe(
      'De kok heet Visser, ja VISSER, of Vissers.',
    );
  });

  it('are never looked for in what has come in the place of another', () => {
    expect(table({ Jan: 'Piet', Piet: 'Jan' }).replace('Jan Piet Jan')).toBe('Piet Jan Piet');
  });

  it('have the longest first, and initials with and without full stops and spaces', () => {
    const initials = table({ 'J. de Wit': 'K. Zwart', 'de Wit': 'Zwart', Wit: 'Grijs' });
    expect(initials.replace('J. de Wit, J.de Wit, J de Wit, de Wit, Wit')).toBe(
      'K. Zwart, K. Zwart, K. Zwart, Zwart, Grijs',
    );
  });

  it('have a pseudonym of several words held together inside a word or an id', () => {
    const several = table({ Jansen: 'Persoon 1', 'Zorggroep Delta': 'Organisatie A' });
    expect(several.replace('Jansen, Jansen-methode, code_jansen, zorggroep-delta, oud-Zorggroep Delta')).toBe(
      'Persoon 1, Persoon-1-methode, code_persoon_1, organisatie-a, oud-Organisatie A',
    );
  });

  it('have what brackets stand around them in the list', () => {
    expect(table({ '[naam 1]': 'Jansen' }).replace('Dat is [naam 1], naam 1 en [Naam 1].')).toBe(
      'Dat is Jansen, naam 1 en [Naam 1].'.replace('[Naam 1]', 'Jansen'),
    );
  });
});
