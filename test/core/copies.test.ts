import { describe, expect, it } from 'vitest';
import { codingLine } from '../../src/core/coding/log';
import { findCopies, findLogCopies } from '../../src/core/copies';
import { studyProblems } from '../../src/core/studyProblems';
import { codingOf } from './support/codings';
import { memoryStudy } from './support/memoryStudy';

const marked = [
  ['Dropbox', 'x (Anna’s conflicted copy 2024-03-01).txt'],
  ['Dropbox', "x (Anna's conflicted copy 2024-03-01).txt"],
  ['Dropbox in Dutch', 'x (Conflicterende kopie van Anna 2024-03-01).txt'],
  ['Dropbox in German', 'x (In Konflikt stehende Kopie von Anna).txt'],
  ['Nextcloud', 'x (conflicted copy 2024-03-01 101010).txt'],
  ['an older Nextcloud', 'x_conflict-20240301-101010.txt'],
  ['Syncthing', 'x.sync-conflict-20240301-101010-ABCDEFG.txt'],
  ['OneDrive', 'x-DESKTOP-AB12.txt'],
  ['OneDrive on a Mac', 'x-Anna’s MacBook Pro.txt'],
] as const;
const ofLogs = [
  ...marked.map(([program, name]) => [program, `${name}.jsonl`] as const),
  ...marked.map(([program, name]) => [program, name.replace(/^x(.*)\.txt$/, 'x.txt$1.jsonl')] as const),
  ['Google Drive', 'x.txt (1).jsonl'],
  ['iCloud', 'x.txt 2.jsonl'],
  ['Windows', 'x.txt - Copy.jsonl'],
] as const;

describe('the second version of a file', () => {
  it.each(marked)('that %s made is known by its name (%s)', (_, name) => {
    const [original, copy] = ['transcripts/a/x.txt', `transcripts/a/${name}`];
    expect([...findCopies([copy, original])]).toEqual([[copy, original]]);
  });

  it.each(marked)('is no copy where the other file is not there (%s, %s)', (_, name) => {
    expect(findCopies([`transcripts/a/${name}`, 'transcripts/b/x.txt']).size).toBe(0);
  });

  it.each([
    'interview (1).txt',
    'interview 2.txt',
    'interview-over-conflict.txt',
    'interview-pc.txt',
    'interview (over samenwerking).txt',
    'interview - deel 2.txt',
  ])('is not seen in a name that people give (%s)', (name) => {
    expect(findCopies([`transcripts/a/${name}`, 'transcripts/a/interview.txt']).size).toBe(0);
  });
});

describe('the second version of a log', () => {
  it.each(ofLogs)('that %s made is known by its name (%s)', (_, name) => {
    const [original, copy] = ['codings/A/a/x.txt.jsonl', `codings/A/a/${name}`];
    expect([...findLogCopies([copy, original], ['transcripts/a/x.txt'])]).toEqual([[copy, original]]);
    expect([...findLogCopies([copy], ['transcripts/a/x.txt'])]).toEqual([[copy, original]]);
    expect(findLogCopies([copy], []).size).toBe(0);
  });

  it('is none where a transcript has that name', () => {
    const transcripts = ['transcripts/a/x.txt', 'transcripts/a/x (1).txt'];
    expect(findLogCopies(['codings/A/a/x.txt.jsonl', 'codings/A/a/x (1).txt.jsonl'], transcripts).size).toBe(
      0,
    );
  });
});

describe('a study in a synchronized folder', () => {
  const text = 'R: Het is te duur en het kost te veel tijd voor ons.\n';
  const log = (id: string) => `${codingLine(codingOf(text, 3, 9, { id }))}\n`;
  const mark = ' (A’s conflicted copy 2024-03-01)';
  const files = {
    'codebook.yaml': 'codes:\n  - id: barrier\n    name: Barrier\n',
    [`codebook${mark}.yaml`]: 'codes: []\n',
    'study.yaml': 'title: T\n',
    'maturity.yaml': 'domains: []\n',
    'scores/A.yaml': '[]\n',
    'scores/A-DESKTOP-AB12.yaml': '- {organization: x}\n',
    'transcripts/a/x.txt': text,
    [`transcripts/a/x${mark}.txt`]: text,
    'codings/A/a/x.txt.jsonl': log('a'),
    [`codings/A/a/x.txt${mark}.jsonl`]: log('a') + log('b'),
    [`codings/A/a/x${mark}.txt.jsonl`]: log('c'),
    [`reviews/A/a/x.txt${mark}.jsonl`]: '',
    'reviews/A/progress.jsonl': '',
    [`reviews/A/progress${mark}.jsonl`]: '',
  };

  it('tells of each copy what to do, and reads none', async () => {
    const { study, files: store } = memoryStudy(files);
    const problems = (await studyProblems(study)).filter(({ code }) => code.startsWith('copy'));
    expect(problems.map(({ file, code, args }) => [file, code, ...args])).toEqual(
      [
        [`codebook${mark}.yaml`, 'copy-of-file', 'codebook.yaml'],
        [`codings/A/a/x${mark}.txt.jsonl`, 'copy-of-log', 'codings/A/a/x.txt.jsonl'],
        [`codings/A/a/x.txt${mark}.jsonl`, 'copy-of-log', 'codings/A/a/x.txt.jsonl'],
        [`reviews/A/a/x.txt${mark}.jsonl`, 'copy-of-log', 'reviews/A/a/x.txt.jsonl'],
        [`reviews/A/progress${mark}.jsonl`, 'copy-of-log', 'reviews/A/progress.jsonl'],
        ['scores/A-DESKTOP-AB12.yaml', 'copy-of-file', 'scores/A.yaml'],
        [`transcripts/a/x${mark}.txt`, 'copy-of-file', 'transcripts/a/x.txt'],
      ].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    );
    expect((await studyProblems(study)).filter(({ code }) => code.includes('duplicate'))).toEqual([]);
    expect(await study.transcriptPaths()).toEqual(['transcripts/a/x.txt']);
    expect(await study.codedTranscriptPaths()).toEqual(['transcripts/a/x.txt']);
    expect((await study.codings('transcripts/a/x.txt')).map(({ coding }) => coding.id)).toEqual(['a']);
    expect(store.reads.filter((path) => path.includes('conflict') || path.includes('DESKTOP'))).toEqual([]);
  });

  it('counts what is no copy any more once the other file has gone', async () => {
    const { study, files: store } = memoryStudy(files);
    await studyProblems(study);
    store.delete('transcripts/a/x.txt');
    study.invalidate(['transcripts/a/x.txt']);
    expect(await study.transcriptPaths()).toEqual([`transcripts/a/x${mark}.txt`]);
  });
});
