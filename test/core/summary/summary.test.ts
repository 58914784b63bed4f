import { describe, expect, it } from 'vitest';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { type MemoryStudy, memoryStudy } from '../support/memoryStudy';
import { exampleStudy, logOf, managerText, transcriptOf } from './exampleStudy';

const caseOf = async ({ study }: MemoryStudy) => (await summarizeStudy(study)).cases[0]!;
const managerLog = 'codings/anna/elderly-care/manager.txt.jsonl';

describe('the summary of a case', () => {
  it('is named in the language of the reports', async () => {
    const summary = await summarizeStudy(memoryStudy(exampleStudy).study);
    expect(summary.study).toBe('Zorg op afstand');
    expect(summary.cases.map(({ id, name }) => [id, name])).toEqual([['elderly-care', 'Ouderenzorg']]);
    expect(summary.cases[0]!.codes.map(({ path }) => path)).toEqual([
      ['Belemmering'],
      ['Belemmering', 'Tijd'],
      ['Geld'],
    ]);
  });

  it('counts the words of respondents and leaves the interviewer’s out', async () => {
    const { organizations, interviews } = await caseOf(memoryStudy(exampleStudy));
    // "De drempel is e-health zelf de foto's zijn te duur" is 10, "Er is geen tijd om het te leren" 8.
    expect(interviews.map(({ words }) => words)).toEqual([18, 10]);
    expect(organizations.map(({ id, interviews, words, quotes }) => [id, interviews, words, quotes])).toEqual(
      [
        ['org-1', 1, 18, 3],
        ['org-2', 1, 10, 1],
      ],
    );
  });

  it('counts the codings of every code of the codebook by organization, role and coder', async () => {
    const { codes } = await caseOf(memoryStudy(exampleStudy));
    expect(
      codes.map(({ code, quotes, byOrganization, byRole, byCoder }) => ({
        code,
        quotes,
        byOrganization,
        byRole,
        byCoder,
      })),
    ).toEqual([
      {
        code: 'barrier',
        quotes: 2,
        byOrganization: { 'org-1': 2, 'org-2': 0 },
        byRole: { manager: 2, Verpleegkundige: 0 },
        byCoder: { anna: 1, bram: 1 },
      },
      {
        code: 'time',
        quotes: 1,
        byOrganization: { 'org-1': 1, 'org-2': 0 },
        byRole: { manager: 1, Verpleegkundige: 0 },
        byCoder: { anna: 1, bram: 0 },
      },
      {
        code: 'money',
        quotes: 1,
        byOrganization: { 'org-1': 0, 'org-2': 1 },
        byRole: { manager: 0, Verpleegkundige: 1 },
        byCoder: { anna: 1, bram: 0 },
      },
    ]);
    expect(codes[0]!.withSubcodes).toEqual({ quotes: 3, byOrganization: { 'org-1': 3, 'org-2': 0 } });
  });

  it('gives each coding as a quote under the code’s present id, with its line', async () => {
    const { quotes } = await caseOf(memoryStudy(exampleStudy));
    expect(quotes.map(({ id, code, coder }) => [id, code, coder])).toEqual([
      ['a1', 'barrier', 'anna'],
      ['b1', 'barrier', 'bram'],
      ['a2', 'time', 'anna'],
      ['a3', 'money', 'anna'],
    ]);
    const start = managerText.indexOf('geen tijd');
    expect(quotes[2]).toEqual({
      id: 'a2',
      code: 'time',
      text: 'geen tijd',
      role: 'manager',
      organization: 'org-1',
      participant: 'P01',
      transcript: 'transcripts/elderly-care/manager.txt',
      start,
      end: start + 'geen tijd'.length,
      line: 8,
      coder: 'anna',
      memo: null,
      anchor: 'exact',
      from: [],
      review: null,
      reviews: [],
    });
  });

  it('follows a passage that moved, and keeps one that is gone with its original words', async () => {
    const files = {
      ...exampleStudy,
      'transcripts/elderly-care/manager.txt': managerText
        .replace('I: Welke', 'R: Goedemorgen.\nI: Welke')
        .replace('geen tijd', 'alle ruimte'),
    };
    const { quotes, anchors } = await caseOf(memoryStudy(files));
    const text = files['transcripts/elderly-care/manager.txt'];
    const [moved, , lost] = quotes;
    expect(moved).toMatchObject({ anchor: 'moved', line: 8 });
    expect(text.slice(moved!.start, moved!.end)).toBe(moved!.text);
    expect(lost).toMatchObject({ anchor: 'orphan', text: 'geen tijd', line: null });
    expect(anchors).toEqual({ exact: 1, moved: 2, edited: 0, ambiguous: 0, orphan: 1 });
  });

  it('keeps the codings of a transcript that is missing, without a role or an organization', async () => {
    const { 'transcripts/elderly-care/manager.txt': _, ...files } = exampleStudy;
    const { interviews, organizations, respondents, codes, quotes } = await caseOf(memoryStudy(files));
    expect(interviews.map(({ transcript }) => transcript)).toEqual(['transcripts/elderly-care/nurse.txt']);
    expect(organizations.at(-1)).toMatchObject({ id: null, name: null, interviews: 0, quotes: 3 });
    expect(respondents.at(-1)).toMatchObject({ role: null, respondents: 0, quotes: 3 });
    expect(codes[0]).toMatchObject({ byOrganization: { '': 2 }, byRole: { '': 2 } });
    expect(quotes.filter(({ anchor }) => anchor === 'orphan')).toHaveLength(3);
  });

  it('shows a code that the codebook does not know after those it knows', async () => {
    const log = logOf(managerText, 'anna', [{ id: 'x', code: 'zomaar', quote: 'te duur' }]);
    const { codes, quotes } = await caseOf(memoryStudy({ ...exampleStudy, [managerLog]: log }));
    expect(codes.at(-1)).toMatchObject({ code: 'zomaar', known: false, quotes: 1 });
    expect(quotes.at(-1)).toMatchObject({ id: 'x', code: 'zomaar' });
  });

  it('takes roles that differ in case and outer white space for one', async () => {
    const files = {
      ...exampleStudy,
      'transcripts/elderly-care/other.txt': transcriptOf(
        { role: '" MANAGER "', organization: 'org-2' },
        'R: Ja.',
      ),
    };
    const { respondents } = await caseOf(memoryStudy(files));
    expect(respondents.map(({ role, respondents }) => [role, respondents])).toEqual([
      ['manager', 2],
      ['Verpleegkundige', 1],
    ]);
  });

  it('counts a respondent who was interviewed twice once', async () => {
    const again = transcriptOf(
      { organization: 'org-1', participant: 'P01', role: 'manager' },
      'R: Nog eens.',
    );
    const files = { ...exampleStudy, 'transcripts/elderly-care/manager-2.txt': again };
    const { respondents, organizations } = await caseOf(memoryStudy(files));
    expect(respondents[0]).toMatchObject({ role: 'manager', respondents: 1, interviews: 2 });
    expect(organizations[0]).toMatchObject({ interviews: 2, respondents: 1, coded: 1 });
  });

  it('compares organizations by codings per coded word, so that a second coder does not double a rate', async () => {
    const { comparison } = await caseOf(memoryStudy(exampleStudy));
    expect(comparison).toEqual([
      {
        code: 'barrier',
        organizations: ['org-1'],
        missing: ['org-2'],
        perThousandWords: { 'org-1': 83.33, 'org-2': 0 },
      },
      {
        code: 'time',
        organizations: ['org-1'],
        missing: ['org-2'],
        perThousandWords: { 'org-1': 27.78, 'org-2': 0 },
      },
      {
        code: 'money',
        organizations: ['org-2'],
        missing: ['org-1'],
        perThousandWords: { 'org-1': 0, 'org-2': 100 },
      },
    ]);
  });

  it('does not compare an organization in which nothing is coded', async () => {
    const { 'codings/anna/elderly-care/nurse.txt.jsonl': _, ...files } = exampleStudy;
    expect((await caseOf(memoryStudy(files))).comparison).toEqual([]);
  });

  it('survives names that are names of JavaScript’s own', async () => {
    const text = transcriptOf({ organization: '__proto__', role: 'constructor' }, 'R: Te duur.');
    const files = {
      'codebook.yaml': 'codes: [{id: barrier, name: Barrier}]',
      'transcripts/__proto__/one.txt': text,
      'codings/toString/__proto__/one.txt.jsonl': logOf(text, 'toString', [
        { id: '1', code: '__proto__', quote: 'Te duur' },
      ]),
    };
    const summary = await caseOf(memoryStudy(files));
    const json = JSON.parse(JSON.stringify(summary.codes.at(-1)));
    expect(summary.id).toBe('__proto__');
    expect(Object.entries(json.byOrganization)).toEqual([['__proto__', 1]]);
    expect(Object.entries(json.byRole)).toEqual([['constructor', 1]]);
    expect(Object.entries(json.byCoder)).toEqual([['toString', 1]]);
  });
});

describe('the cases of a study', () => {
  it('are those of study.yaml in its order, then those that only transcripts name', async () => {
    const { study } = memoryStudy({
      'study.yaml': 'cases: [{id: zorg, name: Zorg}, {id: acht, name: Acht}]',
      'transcripts/later/a.txt': 'R: Ja.',
      'transcripts/eerder/a.txt': 'R: Ja.',
      'transcripts/zorg/a.txt': 'R: Ja.',
      'transcripts/los.txt': 'R: Ja.',
    });
    const { cases } = await summarizeStudy(study);
    expect(cases.map(({ id, interviews }) => [id, interviews.length])).toEqual([
      ['zorg', 1],
      ['acht', 0],
      ['', 1],
      ['eerder', 1],
      ['later', 1],
    ]);
  });

  it('can be asked for by id, and one that does not exist is refused', async () => {
    const { study } = memoryStudy(exampleStudy);
    expect((await summarizeStudy(study, ['elderly-care'])).cases).toHaveLength(1);
    await expect(summarizeStudy(study, ['icu'])).rejects.toThrow(RangeError);
  });

  it('may be none at all', async () => {
    expect(await summarizeStudy(memoryStudy().study)).toEqual({ study: '', language: 'en', cases: [] });
  });
});
