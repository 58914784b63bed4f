import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../../src/core/settings/parse';
import { emptySettings } from '../../../src/core/settings/settings';
import { marked, places } from '../support/problems';

const parse = (text: string) => parseSettings('study.yaml', text);

describe('study.yaml', () => {
  it('tells title, language, coders and cases with their organizations', () => {
    const { settings, problems } = parse(
      [
        'title: Digitale zorg (2021)',
        'language: nl',
        "coders: [A, Anna van 't Hof]",
        'cases:',
        '  - id: elderly-care',
        '    name: {en: Elderly care, nl: Ouderenzorg}',
        '    organizations:',
        '      - {id: org-1, name: Zorgorganisatie 1}',
        '      - id: org-2',
        '  - id: icu',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      ...emptySettings,
      title: 'Digitale zorg (2021)',
      language: 'nl',
      coders: ['A', "Anna van 't Hof"],
      cases: [
        {
          id: 'elderly-care',
          name: { en: 'Elderly care', nl: 'Ouderenzorg' },
          organizations: [
            { id: 'org-1', name: 'Zorgorganisatie 1' },
            { id: 'org-2', name: 'org-2' },
          ],
          costs: [],
          costsLeftOut: [],
        },
        { id: 'icu', name: 'icu', organizations: [], costs: [], costsLeftOut: [] },
      ],
    });
  });

  it('may leave keys empty', () => {
    expect(parse('title:\nlanguage:\ncoders:\ncases:\n')).toEqual({ settings: emptySettings, problems: [] });
  });

  it.each(['', '\n\n', '# later\n'])('is empty (%j), and says so', (text) => {
    const { settings, problems } = parse(text);
    expect(settings).toEqual(emptySettings);
    expect(places(problems)).toEqual(['1:1 file-empty']);
  });

  it.each([
    ['titel: x', '1:1 yaml-unknown-key', 'titel'],
    ['title: [x]', '1:8 yaml-not-a-text', '[x]'],
    ['language: fr', '1:11 study-bad-language', 'fr'],
    ['coders: A', '1:9 yaml-not-a-list', 'A'],
    ['coders: [A, B, a]', '1:16 study-duplicate-coder', 'a'],
    ['coders: [A, a/b]', '1:13 study-bad-coder', 'a/b'],
    ['coders: [consensus]', '1:10 study-bad-coder', 'consensus'],
    ['coders: [*A]', '1:10 yaml-alias', '*A'],
    ['cases: [{name: X}]', '1:9 case-without-id', '{name: X}'],
    ['cases: [{id: a}, {id: a}]', '1:23 study-duplicate-case', 'a'],
    ['cases: [{id: a, organization: [b]}]', '1:17 yaml-unknown-key', 'organization'],
    ['cases: [{id: a, organizations: [b]}]', '1:33 yaml-not-a-mapping', 'b'],
    ['cases: [{id: a, organizations: [{name: b}]}]', '1:33 case-without-id', '{name: b}'],
    [
      'cases: [{id: a, organizations: [{id: o}]}, {id: b, organizations: [{id: o}]}]',
      '1:73 study-duplicate-organization',
      'o',
    ],
    ['- title', '1:1 yaml-not-a-mapping', '- title'],
    ['__proto__: {title: x}', '1:1 yaml-unknown-key', '__proto__'],
  ])('%j is a mistake with its place', (text, place, words) => {
    const { problems } = parse(text);
    expect(places(problems)).toEqual([place]);
    expect(marked(text, problems[0]!)).toBe(words);
  });

  it('keeps what is right beside what is wrong', () => {
    const { settings } = parse(
      'title: T\nlanguage: fr\ncoders: [A, "a:b", B]\ncases: [{id: a}, {}, {id: a}, {id: c}]',
    );
    expect(settings).toMatchObject({ title: 'T', language: 'en', coders: ['A', 'B'] });
    expect(settings.cases.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});
