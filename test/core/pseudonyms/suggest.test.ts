import { describe, expect, it } from 'vitest';
import { addToNames } from '../../../src/core/pseudonyms/namesText';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { suggestNames } from '../../../src/core/pseudonyms/suggest';
import { memoryStudy } from '../support/memoryStudy';
import { wardNames, wardStudy } from './wardStudy';

const suggested = async (files: Readonly<Record<string, string>>, names = '') =>
  (await suggestNames(memoryStudy(files).study, parseNames('names.yaml', names).names)).map(
    ({ name, kind, source, count, isWord }) => `${kind} ${name} ${source} ${count}${isWord ? ' word' : ''}`,
  );
const said = async (...turns: string[]) =>
  (await suggested({ 'transcripts/a/b.txt': turns.map((turn) => `R: ${turn}\n`).join('') })).map((one) =>
    one.replace(/ text \d+.*$/, ''),
  );

describe('suggested names', () => {
  it('come from front matter, speakers, study.yaml and what is said', async () => {
    expect(await suggested(wardStudy)).toEqual([
      'persons Marijke speaker 2',
      'persons Kees frontMatter 1',
      'persons Marijke Jansen frontMatter 0',
      'persons Jansen text 2',
      'places Assen text 3',
      'organizations Zorggroep Delta study 1',
      'others Kok text 3 word',
      'others René text 3',
    ]);
  });

  it('are words with capitals that begin no sentence', async () => {
    expect(await said('Morgen komt Pieter de Wit. Dan gaan we naar Den Haag. Zeker! Precies.')).toEqual([
      'persons Pieter de Wit',
      'places Den Haag',
    ]);
  });

  it('have particles, initials and hyphens, and are told from their titles and additions', async () => {
    expect(
      await said(
        "Ik sprak dhr. J. van der Meer en mevrouw Ter Horst-Bakker, en Saskia's zus in 's-Hertogenbosch.",
      ),
    ).toEqual([
      'persons J. van der Meer',
      'persons Ter Horst-Bakker',
      'places s-Hertogenbosch',
      'others Saskia',
    ]);
  });

  it('are no days, months, usual abbreviations, codes or words that mostly have no capital', async () => {
    expect(
      await said(
        'In Mei en op Maandag zei de AVG dat ICT en P04 en de Zorg, de zorg, zorg en nog eens zorg.',
      ),
    ).toEqual([]);
    expect(
      await suggested({
        'transcripts/a/b.txt':
          '---\nparticipant: P04\norganization: org-1\n---\nI: ja\nR1: nee\nRespondent 2: ja\nInterviewer: ja\n',
      }),
    ).toEqual([]);
  });

  it('come from memos, comments and quotes that the transcript no longer has', async () => {
    const line = (id: string, quote: string, memo: string) =>
      `${JSON.stringify({ id, code: 'x', start: 3, end: 6, quote, prefix: '', suffix: '', memo, by: 'a', at: '2024-01-01' })}\n`;
    expect(
      await suggested({
        'transcripts/a/b.txt': 'R: niets hier.\n',
        'codings/a/a/b.txt.jsonl':
          line('1', 'niets', 'Dit gaat over Pieter.') + line('2', 'het huis van Saskia', ''),
        'reviews/b/a/b.txt.jsonl':
          '{"id":"r","coding":"1","verdict":"discuss","comment":"Of toch over Gerrit?","by":"b","at":"2024-01-01"}\n',
      }),
    ).toEqual(['others Gerrit text 1', 'others Pieter text 1', 'others Saskia text 1']);
  });

  it('have the parts of a full name that are said alone', async () => {
    expect(await said('Dat was Jan Jansen. Jansen lachte.')).toEqual([
      'persons Jan Jansen',
      'persons Jansen',
    ]);
  });

  it('are not those that are listed already', async () => {
    expect(await suggested(wardStudy, wardNames)).toEqual([]);
  });

  it('are the same each time', async () => {
    expect(await suggested(wardStudy)).toEqual(await suggested(wardStudy));
  });
});

describe('a file of suggested names', () => {
  const suggest = async (before: string, language: 'en' | 'nl' = 'nl') => {
    const { names } = parseNames('names.yaml', before);
    return addToNames(before, names, await suggestNames(memoryStudy(wardStudy).study, names), language);
  };

  it.each(['en', 'nl'] as const)(
    'has a pseudonym for each, and says where they are (%s)',
    async (language) => {
      const text = await suggest('', language);
      const { names, problems } = parseNames('names.yaml', text);
      expect(problems.map(({ code }) => code)).toEqual([]);
      expect(new Set(names.map(({ pseudonym }) => pseudonym)).size).toBe(names.length);
      expect(names.find(({ name }) => name === 'Kok')!.capitals).toBe(true);
      expect(text).toContain('transcripts/zorggroep-delta/marijke-jansen.txt:');
    },
  );

  it('keeps what a person wrote, and adds to it', async () => {
    const before = '# Van mij.\npersons:\n    Kees: Wim # de interviewer\n\nplaces:\n# einde\n';
    const text = await suggest(before);
    for (const line of before.split('\n')) expect(text.split('\n')).toContain(line);
    const { names, problems } = parseNames('names.yaml', text);
    expect(problems).toEqual([]);
    expect(names.map(({ name, kind }) => `${kind} ${name}`)).toContain('places Assen');
    expect(names.map(({ name }) => name).filter((name) => name === 'Kees')).toHaveLength(1);
    expect(names.map(({ pseudonym }) => pseudonym)).toContain('Persoon 1');
  });

  it('has nothing to add a second time', async () => {
    const once = await suggest('');
    expect(await suggest(once)).toBe(once);
  });
});
