import { describe, expect, it } from 'vitest';
import { codingLine } from '../../../src/core/coding/log';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const interview = 'I: Wat zijn belemmeringen?\nR: Een drempel is de prijs. Geen drempel is de tijd.\n';
const other = 'I: En u?\nR: Niets te melden.\n';
const one = 'transcripts/a/one.txt';
const two = 'transcripts/a/two.md';
const log = (coder: string, transcript = 'a/one.txt') => `codings/${coder}/${transcript}.jsonl`;
const line = (quote: string, rest = {}) => `${codingLine(codingOfQuote(interview, quote, 0, rest))}\n`;
const codebook = 'codes:\n  - {id: barrier, name: Barrier, terms: ["drempel*"]}\n';
const scale = 'levels: [a, b, c]\ndomains: [{id: money}]\n';
const settings = 'cases: [{id: a, organizations: [{id: org-1}]}]\n';

const base = {
  'codebook.yaml': codebook,
  'study.yaml': settings,
  'maturity.yaml': scale,
  'scores/A.yaml': '- {organization: org-1, domain: money, score: 2}\n',
  [one]: interview,
  [two]: other,
  [log('A')]: line('de prijs'),
  [log('B')]: line('Een drempel', { id: 'c2', by: 'B' }),
  [log('A', 'a/two.md')]: '',
};

describe('a study', () => {
  it('lists its files sorted, and no others', async () => {
    const { study } = memoryStudy({
      ...base,
      'transcripts/b/z.transcript': 'x',
      'transcripts/a/notes.docx': 'x',
      'transcripts/a/._one.txt': 'x',
      'transcripts/.git/x.txt': 'x',
      'codings/README.md': 'x',
      'scores/notes.txt': 'x',
      'scores/deep/B.yaml': 'x',
    });
    expect(await study.transcriptPaths()).toEqual([one, two, 'transcripts/b/z.transcript']);
    expect(await study.logPaths()).toEqual([log('A'), log('A', 'a/two.md'), log('B')]);
    expect(await study.scorePaths()).toEqual(['scores/A.yaml']);
  });

  it('may be empty', async () => {
    const { study } = memoryStudy();
    expect(await study.transcriptPaths()).toEqual([]);
    expect(await study.coders()).toEqual([]);
    expect(await study.scale()).toBeUndefined();
    expect(await study.scores()).toEqual([]);
    expect((await study.codebook()).codes).toEqual([]);
    expect(await study.transcript(one)).toBeUndefined();
    expect(await study.codings(one)).toEqual([]);
    expect(await study.hits(one)).toEqual([]);
    expect(await study.sourceText(one)).toBeUndefined();
  });

  it('gathers all coders’ codings of a transcript, by place', async () => {
    const { study } = memoryStudy(base);
    const codings = await study.codings(one);
    expect(
      codings.map(({ coding, transcript, log: path, anchor }) => [coding.id, transcript, path, anchor]),
    ).toEqual([
      ['c2', one, log('B'), 'exact'],
      ['c1', one, log('A'), 'exact'],
    ]);
  });

  it('keeps the codings of a transcript that is missing or unreadable, as orphans', async () => {
    const { study, files } = memoryStudy({ ...base, [log('A', 'gone.txt')]: line('de prijs') });
    files.failing.add(one);
    expect((await study.codings('transcripts/gone.txt')).map(({ anchor }) => anchor)).toEqual(['orphan']);
    expect((await study.codings(one)).map(({ anchor }) => anchor)).toEqual(['orphan', 'orphan']);
    expect(await study.codedTranscriptPaths()).toEqual([one, two, 'transcripts/gone.txt']);
  });

  it('names the coders of study.yaml first, then the others with a folder', async () => {
    const { study } = memoryStudy({ ...base, 'study.yaml': 'coders: [Z, B]', [log('C')]: '' });
    expect(await study.coders()).toEqual(['Z', 'B', 'A', 'C']);
  });

  it('finds the hits of the codebook’s terms in what respondents say', async () => {
    const { study } = memoryStudy({
      ...base,
      'codebook.yaml': codebook.replace('drempel*', 'belemmer*", "drempel*'),
    });
    const hits = await study.hits(one);
    expect(hits.map(({ start, end }) => interview.slice(start, end))).toEqual(['drempel', 'drempel']);
  });
});

describe('a study reads', () => {
  it('a file when it is first asked for, and once', async () => {
    const { study, files } = memoryStudy(base);
    await study.transcriptPaths();
    await study.logPaths();
    await study.coders();
    expect(files.reads).toEqual(['study.yaml']);
    files.reads.length = 0;
    await Promise.all([study.codings(one), study.transcript(one), study.codings(one)]);
    await study.sourceText(one);
    expect(files.reads.sort()).toEqual([log('A'), log('B'), one].sort());
  });

  it('one transcript without reading another', async () => {
    const { study, files } = memoryStudy(base);
    await study.hits(one);
    await study.codings(one);
    expect(files.reads).not.toContain(two);
    expect(files.reads).not.toContain(log('A', 'a/two.md'));
  });

  it('again what failed to be read, once it is said to have changed', async () => {
    const { study, files } = memoryStudy(base);
    files.failing.add(one);
    expect((await study.readTranscript(one)).problems).toMatchObject([
      { code: 'file-unreadable', args: ['EACCES: permission denied'] },
    ]);
    files.failing.clear();
    study.invalidate([one]);
    expect((await study.transcript(one))!.text).toBe(interview);
  });
});

describe('a study forgets exactly what depends on a changed file', () => {
  /** The files read and the folders listed again, of everything, after a file is said to have changed. */
  async function readAgain(path: string): Promise<string[]> {
    const { study, files } = memoryStudy(base);
    const everything = () =>
      Promise.all([
        study.transcriptPaths(),
        study.scores(),
        study.codebook(),
        study.hits(one),
        study.hits(two),
        study.codings(one),
        study.codings(two),
      ]);
    await everything();
    const [reads, lists] = [files.reads.length, files.lists.length];
    study.invalidate([path]);
    await everything();
    return [...files.reads.slice(reads), ...files.lists.slice(lists)];
  }

  it.each([
    ['codebook.yaml', ['codebook.yaml']],
    ['maturity.yaml', ['maturity.yaml']],
    ['study.yaml', ['study.yaml']],
    ['scores/A.yaml', ['scores/A.yaml', 'scores']],
    [one, [one, 'transcripts']],
    [log('A'), [log('A'), 'codings']],
    ['transcripts/a', [one, two, 'transcripts']],
    ['codings/B', [log('B'), 'codings']],
    ['codings', [log('A'), log('A', 'a/two.md'), log('B'), 'codings']],
    ['scores', ['scores/A.yaml', 'scores']],
    ['README.md', []],
  ])('%s', async (path, expected) => {
    expect((await readAgain(path)).sort()).toEqual([...expected].sort());
  });

  it('and what follows from it', async () => {
    const { study, files } = memoryStudy(base);
    const before = await Promise.all([
      study.hits(one),
      study.codings(one),
      study.scores(),
      study.codings(two),
    ]);
    files.set('codebook.yaml', codebook.replace('drempel*', 'prijs'));
    files.set('maturity.yaml', scale.replace('money', 'people'));
    files.set(one, `Vooraf.\n${interview}`);
    files.set(log('C'), line('de tijd', { id: 'c3', by: 'C' }));
    expect(await study.hits(one)).toBe(before[0]);
    study.invalidate(['codebook.yaml', 'maturity.yaml', one, log('C')]);
    expect((await study.hits(one)).map(({ term }) => term)).toEqual(['prijs']);
    expect((await study.codings(one)).map(({ coding, anchor }) => [coding.id, anchor])).toEqual([
      ['c2', 'moved'],
      ['c1', 'moved'],
      ['c3', 'moved'],
    ]);
    expect(await study.scores()).toEqual([]);
    expect(await study.codings(two)).toBe(before[3]);
  });

  it('when a file comes or goes', async () => {
    const { study, files } = memoryStudy(base);
    expect(await study.codings(one)).toHaveLength(2);
    files.delete(log('A'));
    files.delete(two);
    study.invalidate([log('A'), two]);
    expect((await study.codings(one)).map(({ coding }) => coding.id)).toEqual(['c2']);
    expect(await study.transcriptPaths()).toEqual([one]);
    expect(await study.transcript(two)).toBeUndefined();
  });

  it('when a folder goes with all that is in it', async () => {
    const { study, files } = memoryStudy(base);
    expect(await study.codings(one)).toHaveLength(2);
    files.delete(log('A'));
    files.delete(log('A', 'a/two.md'));
    study.invalidate(['codings/A']);
    expect((await study.codings(one)).map(({ coding }) => coding.id)).toEqual(['c2']);
    files.delete(one);
    files.delete(two);
    study.invalidate(['transcripts']);
    expect(await study.transcript(one)).toBeUndefined();
    expect((await study.codings(one)).map(({ anchor }) => anchor)).toEqual(['orphan']);
  });

  it('and never serves what was being read when it changed', async () => {
    const { study, files } = memoryStudy(base);
    const slow = study.codings(one);
    files.set(one, 'R: Anders.');
    study.invalidate([one]);
    await slow;
    expect((await study.codings(one)).map(({ anchor }) => anchor)).toEqual(['orphan', 'orphan']);
  });
});

describe('an open text', () => {
  it('stands in for the file, and is taken back', async () => {
    const { study, files } = memoryStudy(base);
    expect((await study.transcript(one))!.text).toBe(interview);
    study.setOpenText(one, `Vooraf.\r\n${interview}`);
    expect((await study.transcript(one))!.text).toBe(`Vooraf.\n${interview}`);
    expect(await study.sourceText(one)).toBe(`Vooraf.\n${interview}`);
    expect((await study.codings(one)).map(({ anchor }) => anchor)).toEqual(['moved', 'moved']);
    study.setOpenText(one, undefined);
    expect((await study.transcript(one))!.text).toBe(interview);
    expect((await study.codings(one)).map(({ anchor }) => anchor)).toEqual(['exact', 'exact']);
    expect(files.reads.filter((path) => path === one).length).toBeLessThanOrEqual(2);
  });

  it('is followed from the moment it is opened, where its codings were known', async () => {
    const turn = 'R: De prijs is hoog, en dat blijft voorlopig zo.';
    const text = `I: En de kosten?\n${turn}\nI: Dank u wel.\n`;
    const coding = codingOfQuote(text, turn);
    const path = 'transcripts/a/knippen.txt';
    const { study } = memoryStudy({
      [path]: text,
      'codings/A/a/knippen.txt.jsonl': `${codingLine(coding)}\n`,
    });
    expect((await study.codings(path)).map(({ anchor }) => anchor)).toEqual(['exact']);
    study.setOpenText(path, text);
    await Promise.resolve();
    const { start, end } = coding;
    const cut = text.slice(0, start) + text.slice(end);
    study.setOpenText(path, cut, [{ start, end, text: '' }]);
    const pasted = cut + turn;
    study.setOpenText(path, pasted, [{ start: cut.length, end: cut.length, text: turn }]);
    expect(await study.codings(path)).toMatchObject([{ anchor: 'moved', start: cut.length, text: turn }]);
  });

  it('is followed to another path, where its words alone would not lead', async () => {
    const path = 'transcripts/a/oud.txt';
    const renamed = 'transcripts/a/nieuw.txt';
    const text = 'I: En?\nR: De prijs.\nI: Dank u wel.\n';
    const coding = `${codingLine(codingOfQuote(text, 'De prijs.'))}\n`;
    const { study, files } = memoryStudy({ [path]: text, 'codings/A/a/oud.txt.jsonl': coding });
    study.setOpenText(path, text);
    await study.codings(path);
    const start = text.indexOf('De');
    const edited = text.replace('De', 'Hun dure');
    study.setOpenText(path, edited, [{ start, end: start + 2, text: 'Hun dure' }]);
    const [known] = await study.codings(path);
    study.willMove(path, renamed);
    await Promise.resolve();
    study.setOpenText(path, undefined);
    files.set(renamed, edited);
    files.set('codings/A/a/nieuw.txt.jsonl', coding);
    study.invalidate([renamed, 'codings/A/a/nieuw.txt.jsonl']);
    study.setOpenText(renamed, edited);
    const [found] = await study.codings(renamed);
    expect(known!.anchor).toBe('edited');
    expect([found!.anchor, found!.text]).toEqual(['edited', known!.text]);
    const { study: fresh } = memoryStudy({ [renamed]: edited, 'codings/A/a/nieuw.txt.jsonl': coding });
    expect((await fresh.codings(renamed)).map(({ anchor }) => anchor)).toEqual(['ambiguous']);
  });

  it('may be that of a codebook or a log too', async () => {
    const { study } = memoryStudy(base);
    study.setOpenText('codebook.yaml', codebook.replace('drempel*', 'prijs'));
    expect((await study.hits(one)).map(({ term }) => term)).toEqual(['prijs']);
    study.setOpenText(log('B'), '');
    expect((await study.codings(one)).map(({ coding }) => coding.id)).toEqual(['c1']);
  });

  it('that did not change makes nothing be read again, and typing lists no folder', async () => {
    const { study, files } = memoryStudy(base);
    study.setOpenText(one, interview);
    const transcript = await study.transcript(one);
    study.setOpenText(one, interview.replaceAll('\n', '\r\n'));
    expect(await study.transcript(one)).toBe(transcript);
    await study.transcriptPaths();
    study.setOpenText(one, `${interview}x`);
    await study.transcriptPaths();
    expect(files.lists).toEqual(['transcripts']);
  });

  it('keeps what it said of codings that a new one, or typing after them, leaves as they are', async () => {
    const { study, files } = memoryStudy(base);
    study.setOpenText(one, interview);
    const before = await study.codings(one);
    const own = before.find(({ log: path }) => path === log('A'))!;
    files.set(log('A'), line('de prijs') + line('de tijd', { id: 'c3' }));
    study.invalidateContent([log('A')]);
    const after = await study.codings(one);
    expect(after).toHaveLength(3);
    for (const known of before) expect(after).toContain(known);
    study.setOpenText(one, `${interview}Ja.`, [
      { start: interview.length, end: interview.length, text: 'Ja.' },
    ]);
    expect(await study.codings(one)).toBe(after);
    study.setOpenText(one, `Nu. ${interview}Ja.`, [{ start: 0, end: 0, text: 'Nu. ' }]);
    const moved = (await study.codings(one)).find(({ coding }) => coding === own.coding)!;
    expect([moved.start, moved.anchor]).toEqual([own.start + 4, 'moved']);
  });

  it('has the hits that its text has, edit after edit', async () => {
    const { study } = memoryStudy({
      ...base,
      'codebook.yaml': 'codes:\n  - {id: b, name: B, terms: {nl: ["drempel*"], en: ["threshold*"]}}\n',
    });
    const texts = [
      interview,
      interview.replace('prijs', 'drempelprijs'),
      `---\nlanguage: en\n---\nR: A threshold, geen drempel.\n${interview}`,
      `---\nlanguage: nl\n---\nR: A threshold, geen drempel.\n${interview}`,
      'R: drempel',
      '',
    ];
    for (const text of texts) {
      study.setOpenText(one, text);
      const { study: fresh } = memoryStudy({
        'codebook.yaml': (await study.sourceText('codebook.yaml'))!,
        [one]: text,
      });
      expect(await study.hits(one)).toEqual(await fresh.hits(one));
    }
  });
});
