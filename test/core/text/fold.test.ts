import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, Kind, kindOf } from '../../../src/core/text/fold';

describe('folding', () => {
  it.each([
    ['Drempel', 'drempel'],
    ['BARRIÈRE', 'barriere'],
    ['barrie\u0300re', 'barriere'],
    ['co\u00ADcreatie\u200B', 'cocreatie'],
    ['straße STRAẞE', 'strasse strasse'],
    ['œuvre Æon ĳs ﬁets', 'oeuvre aeon ijs fiets'],
    ['Ørsted Łódź', 'orsted lodz'],
    ['auto’s auto‘s autoʼs', "auto's auto's auto's"],
    ['„ja” “nee”', '"ja" "nee"'],
    ['wet\u2010 en\u2011', 'wet- en-'],
    ['ＡＢ１', 'ab1'],
    ['ΣΑΣ σας', 'σας σας'.replaceAll('ς', 'σ')],
    ['𐐀𝐀', '𐐨a'],
    ['½ m² €', '½ m² €'],
    ['İstanbul ısı', 'istanbul isi'],
  ])('%j gives %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('makes composed and decomposed text equal, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the kind of a character', () => {
  it.each([
    ['a', Kind.word],
    ['é', Kind.word],
    ['7', Kind.word],
    ['日', Kind.word],
    ['\u0301', Kind.mark],
    ['\u00AD', Kind.format],
    ['\u200D', Kind.format],
    ['\uFEFF', Kind.format],
    [' ', Kind.space],
    ['\u00A0', Kind.space],
    ['\n', Kind.lineBreak],
    ["'", Kind.apostrophe],
    ['’', Kind.apostrophe],
    ['-', Kind.other],
    ['€', Kind.other],
    ['😀', Kind.other],
  ])('%j', (character, kind) => {
    expect(kindOf(character.codePointAt(0)!)).toBe(kind);
  });
});
