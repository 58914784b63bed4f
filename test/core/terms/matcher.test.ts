import { describe, expect, it, vi } from 'vitest';
import { compileMatcher } from '../../../src/core/terms/matcher';
import { hitsOf, passagesOf, patternOf } from './helpers';

describe('a word', () => {
  it('is found as a whole word only', async () => {
    expect(await passagesOf(['drempel'], 'Een drempel, drempels, Drempel.')).toEqual(['drempel', 'Drempel']);
  });

  it('is found without regard to case, diacritics, ligatures and invisible characters', async () => {
    const text = 'Barrière barriere BARRIE\u0300RE bar\u00ADri\u200Bère bàrrière';
    expect(await passagesOf(['barrière'], text)).toEqual(text.split(' '));
    expect(await passagesOf(['ijs', 'strasse', 'oeuvre', 'fiets'], 'ĳs straße œuvre ﬁets')).toHaveLength(4);
  });

  it('covers the marks on its last letter', async () => {
    const text = 'een cafe\u0301 daar';
    expect(await passagesOf(['café'], text)).toEqual(['cafe\u0301']);
    expect(await passagesOf(['cafe'], text)).toEqual(['cafe\u0301']);
  });

  it('does not end at an apostrophe inside it, curly or straight', async () => {
    expect(await passagesOf(['AVG'], "De AVG's, de AVG’s en ‘AVG’.")).toEqual(['AVG']);
    expect(await passagesOf(['auto’s'], "auto's en auto’s")).toEqual(["auto's", 'auto’s']);
  });

  it('ends at a hyphen', async () => {
    expect(await passagesOf(['DBC'], 'DBC-systematiek en zorg-DBC')).toEqual(['DBC', 'DBC']);
  });

  it('may be of letters and digits beyond the first plane or the alphabet', async () => {
    expect(await passagesOf(['𐐨x'], 'a 𐐀X b')).toEqual(['𐐀X']);
    expect(await passagesOf(['日本*', 'мир'], '日本語 Мир')).toEqual(['日本語', 'Мир']);
  });

  it('is found among more different letters than the table has room for', async () => {
    const letters = Array.from({ length: 500 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const words = letters.map((letter, index) => letter + letters[(index * 7 + 1) % letters.length]);
    expect(await passagesOf(words, `drempel ${words.join(' ')}`)).toEqual(words);
    expect(await passagesOf([`*${letters[499]}*`], `a${letters[499]}b ${letters[498]}`)).toEqual([
      `a${letters[499]}b`,
    ]);
  });
});

describe('a wildcard', () => {
  it('lets a word begin, end or contain, and the hit covers the whole word', async () => {
    const text = 'belemmerd, zorgkosten, gefinancierd, kostenpost';
    expect(await passagesOf(['belemmer*'], text)).toEqual(['belemmerd']);
    expect(await passagesOf(['*kosten'], text)).toEqual(['zorgkosten']);
    expect(await passagesOf(['*financ*'], text)).toEqual(['gefinancierd']);
  });

  it('may stand for nothing', async () => {
    expect(await passagesOf(['*kosten*'], 'kosten')).toEqual(['kosten']);
  });

  it('covers an ending behind an apostrophe', async () => {
    expect(await passagesOf(['avg*'], "de avg's")).toEqual(["avg's"]);
  });

  it('may stand at each word of a phrase', async () => {
    expect(
      await passagesOf(['loop* ... tegen*'], 'Wij lopen er ook tegenaan, hij loopt daar tegenaan'),
    ).toEqual(['loopt daar tegenaan']);
  });
});

describe('a phrase', () => {
  it('has any white space between its words', async () => {
    const text = 'eigen bijdrage, eigen\n  bijdrage, eigen\u00A0bijdrage, eigen, bijdrage';
    expect(await passagesOf(['eigen bijdrage'], text)).toHaveLength(3);
  });

  it('has the hyphens and signs it is written with', async () => {
    const text = 'Wet- en regelgeving; wet\u2011 en\nregelgeving; wet en regelgeving; R&D, R & D; € 5; p x q';
    expect(await passagesOf(['wet- en regelgeving'], text)).toHaveLength(2);
    expect(await passagesOf(['R&D'], text)).toEqual(['R&D']);
    expect(await passagesOf(['€', 'P x Q'], text)).toEqual(['€', 'p x q']);
  });

  it('stays glued when a line ends after its hyphen', async () => {
    expect(await passagesOf(['CE-markering'], 'een CE-\nmarkering, CE- markering')).toEqual([
      'CE-\nmarkering',
    ]);
  });

  it('is found where only a suffix of a longer attempt matches', async () => {
    expect(await passagesOf(['a a b'], 'a a a b')).toEqual(['a a b']);
  });

  it('does not cross a range', async () => {
    const matcher = await compileMatcher({
      terms: ['eigen bijdrage', 'eigen ... bijdrage'].map((term) => ({
        code: 'c',
        term,
        pattern: patternOf(term),
      })),
      exclusions: [],
    });
    const text = 'eigen bijdrage';
    expect(
      matcher.match(text, [
        { start: 0, end: 5 },
        { start: 6, end: 14 },
      ]),
    ).toEqual([]);
    expect(matcher.match(text, [{ start: 0, end: 14 }])).toHaveLength(1);
  });
});

describe('a gap', () => {
  const neemtWeg = ['neemt ... weg'];

  it('spans up to six words', async () => {
    expect(await passagesOf(neemtWeg, 'Dat neemt weg.')).toEqual(['neemt weg']);
    expect(await passagesOf(neemtWeg, 'Dat neemt een twee drie vier vijf zes weg.')).toHaveLength(1);
    expect(await passagesOf(neemtWeg, 'Dat neemt een twee drie vier vijf zes zeven weg.')).toEqual([]);
  });

  it('spans punctuation and line breaks inside a sentence, but no sentence end or blank line', async () => {
    expect(await passagesOf(neemtWeg, 'Dat neemt, zeg maar (dus),\nde drempel weg.')).toHaveLength(1);
    expect(await passagesOf(neemtWeg, 'Dat neemt dhr. Jansen weg.')).toHaveLength(1);
    expect(await passagesOf(neemtWeg, 'Dat neemt toe. Weg ermee.')).toEqual([]);
    expect(await passagesOf(neemtWeg, 'Dat neemt toe\n\nweg')).toEqual([]);
  });

  it('takes the shortest match from each start, and of those that end together the longest', async () => {
    expect(await passagesOf(neemtWeg, 'neemt weg weg')).toEqual(['neemt weg']);
    expect(await passagesOf(neemtWeg, 'neemt neemt weg')).toEqual(['neemt neemt weg']);
    expect(await passagesOf(['a ... b ... c'], 'a b c a b c')).toEqual(['a b c', 'a b c']);
  });
});

describe('an abbreviation in capitals', () => {
  it('is found in capitals only', async () => {
    expect(await passagesOf(['AVG', 'CE', 'DOT'], 'De AVG, avg, Avg; CE of ce; dot')).toEqual(['AVG', 'CE']);
    expect(await passagesOf(['NEN 7510'], 'NEN 7510 en nen 7510')).toEqual(['NEN 7510']);
  });

  it('has wildcards that stand for any case', async () => {
    expect(await passagesOf(['AVG*'], "AVG-regels AVG's AVGachtig avg's")).toEqual([
      'AVG',
      "AVG's",
      'AVGachtig',
    ]);
    expect(await passagesOf(['*AVG*'], 'preavgAVGx preavgx')).toEqual(['preavgAVGx']);
    expect(await passagesOf(['*AVG'], 'deAVG deavg')).toEqual(['deAVG']);
  });

  it('is found with diacritics', async () => {
    expect(await passagesOf(['EEN'], 'ÉÉN één')).toEqual(['ÉÉN']);
  });

  it('of more than six letters is a word like any other', async () => {
    expect(await passagesOf(['DREMPELS'], 'drempels')).toEqual(['drempels']);
  });
});

describe('a word broken at a line end', () => {
  it('is found as a whole, both parts covered', async () => {
    expect(await passagesOf(['belemmer*'], 'een belem-\nmering')).toEqual(['belem-\nmering']);
    expect(await passagesOf(['belemmer*'], 'een belem\u00AD\nmering')).toEqual(['belem\u00AD\nmering']);
    expect(
      await passagesOf(['grote belemmering ... zorg'], 'een grote belem-\nmering voor de zorg'),
    ).toHaveLength(1);
  });

  it('is also read as the parts it is broken in', async () => {
    expect(await passagesOf(['zorg'], 'zorg-\nkosten')).toEqual(['zorg']);
    expect(await passagesOf(['wet- en regelgeving'], 'wet-\nen regelgeving')).toEqual([
      'wet-\nen regelgeving',
    ]);
  });

  it('is no broken word before a conjunction or a capital', async () => {
    expect(await passagesOf(['weten', 'zorgkosten'], 'wet-\nen regelgeving, Zorg-\nKosten')).toEqual([]);
  });
});

describe('a regular expression', () => {
  it('hits the whole words it touches', async () => {
    expect(await passagesOf(['/pilot/'], 'De pilots, een Pilotproject en auto’s')).toEqual([
      'pilots',
      'Pilotproject',
    ]);
    expect(await passagesOf(['/s avond/'], "Auto's avonds")).toEqual(["Auto's avonds"]);
  });

  it('stays inside its range and ignores empty matches', async () => {
    expect(await passagesOf(['/x*/'], 'abc')).toEqual([]);
    expect(await passagesOf(['/^een|twee$/'], 'een twee')).toEqual(['een', 'twee']);
  });

  it('that is not valid finds nothing, and leaves the others', async () => {
    expect(await passagesOf(['/(/', 'drempel'], 'een drempel (')).toEqual(['drempel']);
  });

  it('takes no more than linear time', async () => {
    expect(await passagesOf(['/(a+)+b/'], 'a'.repeat(5_000))).toEqual([]);
  });
});

describe('the engine of regular expressions', () => {
  it('is loaded only for a codebook that has one', async () => {
    vi.resetModules();
    const loaded = vi.fn();
    vi.doMock('re2js', async (original) => {
      loaded();
      return await original();
    });
    const fresh = await import('../../../src/core/terms/matcher');
    const compile = (term: string) =>
      fresh.compileMatcher({ terms: [{ code: 'c', term, pattern: patternOf(term) }], exclusions: [] });
    await compile('drempel');
    expect(loaded).not.toHaveBeenCalled();
    await compile('/drempels?/');
    expect(loaded).toHaveBeenCalledOnce();
    vi.doUnmock('re2js');
  });
});

describe('codes', () => {
  it('keep the longest of their own hits, and of equal ones the first term', async () => {
    const hits = await hitsOf(
      { c: ['bijdrage', 'eigen bijdrage', 'eigen*', '*bijdrage'] },
      'eigen bijdrage bijdrage',
    );
    expect(hits.map(({ start, end, term }) => [start, end, term])).toEqual([
      [0, 14, 'eigen bijdrage'],
      [15, 23, 'bijdrage'],
    ]);
  });

  it('have hits that overlap those of other codes, sorted by start, end and code', async () => {
    const hits = await hitsOf(
      { b: ['eigen bijdrage'], a: ['eigen', 'bijdrage'], c: ['eigen'] },
      'eigen bijdrage',
    );
    expect(hits.map(({ start, end, code }) => [start, end, code])).toEqual([
      [0, 5, 'a'],
      [0, 5, 'c'],
      [0, 14, 'b'],
      [6, 14, 'a'],
    ]);
  });

  it('lose the hits that a phrase of theirs under `not` overlaps', async () => {
    const text = 'Dat is laagdrempelig; de drempel; hij neemt de drempel weg.';
    const terms = { barrier: ['*drempel*'], other: ['drempel'] };
    const hits = await hitsOf(terms, text, { not: { barrier: ['laagdrempelig', 'neemt ... weg'] } });
    expect(hits.map(({ code, start }) => [code, start])).toEqual([
      ['barrier', 25],
      ['other', 25],
      ['other', 47],
    ]);
  });
});

describe('languages', () => {
  const codebook = { c: ['nl:kosten', 'en:costs', 'euro'] };
  const text = 'kosten costs euro';

  it.each([
    ['nl', ['kosten', 'euro']],
    ['nl-BE', ['kosten', 'euro']],
    ['EN', ['costs', 'euro']],
    ['de', ['euro']],
    [undefined, ['kosten', 'costs', 'euro']],
  ])('a transcript in %s', async (language, expected) => {
    const hits = await hitsOf(codebook, text, language === undefined ? {} : { language });
    expect(hits.map(({ term }) => term)).toEqual(expected);
  });

  it('are compared for exclusions too', async () => {
    const not = { c: ['en:costs'] };
    expect(await hitsOf({ c: ['costs'] }, 'costs', { language: 'nl', not })).toHaveLength(1);
    expect(await hitsOf({ c: ['costs'] }, 'costs', { language: 'en', not })).toHaveLength(0);
  });
});

describe('the traps seen in the study', () => {
  it.each([
    ['wet', 'weten wetenschap wetten', []],
    ['norm', 'enorm normaal', []],
    ['angst', 'ontvangst', []],
    ['euro', 'Europa', []],
    ['nic', 'kliniek', []],
    ['recht*', 'terecht rechten', ['rechten']],
    ['drempel', 'laagdrempelig', []],
    ['AVG', "twee AVG's en de AVG", ['AVG']],
  ])('%s in %j', async (term, text, expected) => {
    expect(await passagesOf([term], text)).toEqual(expected);
  });

  it('can be kept out by phrases', async () => {
    const text = 'Dat beperkt zich tot één afdeling. Dat beperkt ons. Toezicht op afstand is zorg.';
    expect(await passagesOf(['beperk*'], text, { not: ['beperkt zich tot'] })).toEqual(['beperkt']);
    expect(await passagesOf(['toezicht*'], text, { not: ['toezicht op afstand'] })).toEqual([]);
  });
});

describe('empty input', () => {
  it('has no hits', async () => {
    expect(await hitsOf({}, 'drempel')).toEqual([]);
    expect(await passagesOf(['drempel'], '')).toEqual([]);
    const matcher = await compileMatcher({ terms: [], exclusions: [] });
    expect(matcher.match('drempel', [])).toEqual([]);
  });
});
