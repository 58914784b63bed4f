import { describe, expect, it } from 'vitest';
import { hitsOf } from './helpers';

const terms = {
  code: [
    'drempel*',
    'belemmering*',
    'training',
    'ondersteuning',
    'geen tijd',
    'tijd',
    'niet van de grond',
    'duur',
    'kosten',
  ],
};

async function negatedIn(text: string, language?: string): Promise<boolean[]> {
  const hits = await hitsOf(terms, text, language === undefined ? {} : { language });
  return hits.map(({ negated }) => negated);
}

describe('a hit in Dutch', () => {
  it.each([
    'Er is geen drempel.',
    'Dat is nooit een grote drempel geweest.',
    'Zonder enige training begonnen we.',
    'Nauwelijks drempels.',
    'Het is niet zo dat dit een drempel is.',
    'Ik denk niet dat het een drempel is.',
    'Het is geen belemmering meer.',
    'Die drempel zien wij niet.',
    'Die drempel is er niet meer.',
    'Een drempel is het nooit, zegt hij.',
    'Omdat de drempel er niet is.',
    'Wij zien geen, nou ja, maar ook geen drempels.',
  ])('is negated: %s', async (text) => {
    expect(await negatedIn(text, 'nl')).toEqual([true]);
  });

  it.each([
    'Dat is een drempel.',
    'Nee, dat is een drempel.',
    'Niet alleen drempels.',
    'Niet enkel een drempel, ook een kans.',
    'Ik heb geen idee welke drempel dat is.',
    'Het werkt niet, want de drempel is hoog.',
    'Het werkt niet omdat de drempel hoog is.',
    'Het werkt niet en dat is een drempel.',
    'Wij wisten niet dat er een drempel was.',
    'Het is niet goed; drempels genoeg.',
    'Dat wil ik niet. Drempels genoeg.',
    'Dat wil ik niet\n\ndrempels genoeg',
    'Niet wij maar zij zien drempels.',
    'De drempel is niet hoog.',
    'Of dat een drempel is weet ik niet.',
    'Is dat een drempel of niet?',
    'Dat wil ik ook helemaal niet meer zien worden als drempel.',
    'Wat niet een twee drie vier vijf drempel',
    'De drempel, die zie ik niet.',
  ])('is not negated: %s', async (text) => {
    expect(await negatedIn(text, 'nl')).toEqual([false]);
  });

  it('is governed together with what it is joined to', async () => {
    expect(await negatedIn('Zonder training en ondersteuning lukt het.', 'nl')).toEqual([true, true]);
    expect(await negatedIn('Er is geen training of ondersteuning.', 'nl')).toEqual([true, true]);
  });

  it('is not negated by a negator that is part of it', async () => {
    expect(await negatedIn('Er is geen tijd.', 'nl')).toEqual([false]);
    expect(await negatedIn('Het kwam niet van de grond.', 'nl')).toEqual([false]);
  });

  it('has a clause that goes on after a decimal comma, a line break and an abbreviation', async () => {
    expect(await negatedIn('geen 2,5 procent\ndrempel', 'nl')).toEqual([true]);
    expect(await negatedIn('geen o.a. drempel', 'nl')).toEqual([true]);
  });
});

describe('a hit in English', () => {
  const english = { code: ['barrier*', 'support'] };
  const negated = async (text: string) =>
    (await hitsOf(english, text, { language: 'en' })).map((hit) => hit.negated);

  it.each([
    'There is no barrier.',
    'That is not a barrier.',
    "It isn't a barrier.",
    'It isn’t really a barrier.',
    "I don't think that is a barrier.",
    'Without any support we began.',
    'We hardly saw barriers.',
    'It is no longer a barrier.',
    'They never had support.',
    'There was neither time nor support.',
  ])('is negated: %s', async (text) => {
    expect(await negated(text)).toEqual([true]);
  });

  it.each([
    'That is a barrier.',
    'No, that is a barrier.',
    'Not only a barrier.',
    'Not just barriers, also chances.',
    'It did not work because barriers remained.',
    'It did not work, barriers remained.',
    'It is not easy and they face barriers.',
    'I have no idea what barriers there are.',
    'There is no doubt about the barrier.',
  ])('is not negated: %s', async (text) => {
    expect(await negated(text)).toEqual([false]);
  });
});

describe('the language of negators', () => {
  it('is that of the term', async () => {
    const [dutch, english] = await hitsOf({ a: ['nl:app'], b: ['en:app'] }, 'geen app');
    expect([dutch?.negated, english?.negated]).toEqual([true, false]);
  });

  it('is that of the transcript for a term without one', async () => {
    const negated = async (language?: string) =>
      (await hitsOf(['app'], 'geen app', language ? { language } : {}))[0]?.negated;
    expect(await negated('nl-NL')).toBe(true);
    expect(await negated('en')).toBe(false);
    expect(await negated('de')).toBe(false);
    expect(await negated('constructor')).toBe(false);
  });

  it('is any that is known when neither is given', async () => {
    expect(await negatedIn('geen drempel')).toEqual([true]);
    expect(await negatedIn('no drempel')).toEqual([true]);
  });
});
