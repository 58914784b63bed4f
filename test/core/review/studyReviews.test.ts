import { describe, expect, it } from 'vitest';
import { codingLine } from '../../../src/core/coding/log';
import { studyProblems } from '../../../src/core/studyProblems';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';

const path = 'transcripts/icu/x.txt';
const text = 'I: En?\nR: Het kost te veel tijd.\n';
const review = { id: 'r1', coding: 'c1', verdict: 'disagree', by: 'bram', at: '2024-01-01T00:00:00Z' };
const log = 'reviews/bram/icu/x.txt.jsonl';

function studyOf(reviews: Record<string, unknown>[], more: Record<string, string> = {}) {
  return memoryStudy({
    'codebook.yaml': 'codes: [{id: barrier, name: Barrier}]\n',
    'study.yaml': 'title: T\n',
    [path]: text,
    'codings/A/icu/x.txt.jsonl': `${codingLine(codingOfQuote(text, 'te veel tijd'))}\n`,
    [log]: reviews.map((one) => `${JSON.stringify({ ...review, ...one })}\n`).join(''),
    ...more,
  });
}

const problemsOf = async (reviews: Record<string, unknown>[], more?: Record<string, string>) =>
  (await studyProblems(studyOf(reviews, more).study)).map(
    ({ file, start, code }) => `${file}:${start.line + 1} ${code}`,
  );

describe('reviews in a study', () => {
  it('are those of all reviewers of a transcript, read anew when they change', async () => {
    const { study, files } = studyOf([{}], {
      'reviews/A/icu/x.txt.jsonl': JSON.stringify({ ...review, id: 'r2' }),
    });
    const ids = async () => (await study.reviews(path)).map((one) => `${one.log} ${one.review.id}`);
    expect(await ids()).toEqual(['reviews/A/icu/x.txt.jsonl r2', `${log} r1`]);
    files.set(log, '');
    study.invalidate([log]);
    expect(await ids()).toEqual(['reviews/A/icu/x.txt.jsonl r2']);
    files.delete('reviews/A/icu/x.txt.jsonl');
    study.invalidate(['reviews/A']);
    expect(await ids()).toEqual([]);
  });

  it('are in order where they speak of what there is', async () => {
    expect(await problemsOf([{ code: 'barrier', comment: 'x' }])).toEqual([]);
  });

  it.each([
    [{ coding: 'c9' }, 'review-unknown-coding'],
    [{ code: 'none' }, 'review-unknown-code'],
    [{ answer: 'r9' }, 'review-unknown-answer'],
    [{ by: 'cees' }, 'log-other-coder'],
  ])('%j is a problem', async (fields, code) => {
    expect(await problemsOf([fields])).toEqual([`${log}:1 ${code}`]);
  });

  it('of one’s own coding are a problem; an answer is not', async () => {
    const own = 'reviews/A/icu/x.txt.jsonl';
    const line = (fields: object) => `${JSON.stringify({ ...review, id: 'a1', by: 'A', ...fields })}\n`;
    expect(await problemsOf([{}], { [own]: line({}) })).toEqual([`${own}:1 review-own-coding`]);
    expect(await problemsOf([{}], { [own]: line({ answer: 'r1' }) })).toEqual([]);
  });

  it('of a coding that was removed are no problem', async () => {
    const removed = `${codingLine(codingOfQuote(text, 'te veel tijd'))}\n{"id":"c1","deleted":true,"by":"A","at":"x"}\n`;
    expect(await problemsOf([{}], { 'codings/A/icu/x.txt.jsonl': removed })).toEqual([]);
  });
});

describe('rounds in a study', () => {
  it('go by the case of front matter, and follow study.yaml', async () => {
    const { study, files } = studyOf([], {
      'study.yaml': 'title: T\ndoubleCoding: [{coders: [A, bram], cases: [other]}]\n',
      [path]: `---\ncase: other\n---\n${text}`,
    });
    expect([...(await study.rounds()).keys()]).toEqual([path]);
    files.set('study.yaml', 'title: T\n');
    study.invalidate(['study.yaml']);
    expect((await study.rounds()).size).toBe(0);
  });

  it('are known without reading transcripts where none is of some cases', async () => {
    const { study, files } = studyOf([], {
      'study.yaml': 'title: T\ndoubleCoding: [{coders: [A, bram], draw: {transcripts: 1}}]\n',
    });
    expect([...(await study.rounds()).keys()]).toEqual([path]);
    expect(files.reads).toEqual(['study.yaml']);
  });

  it('name transcripts that there are', async () => {
    const yaml = 'title: T\ndoubleCoding: [{coders: [A, bram], transcripts: [icu/y.txt]}]\n';
    expect(await problemsOf([], { 'study.yaml': yaml })).toEqual(['study.yaml:2 round-unknown-transcript']);
  });

  it('have the progress of each coder', async () => {
    const said = { transcript: path, done: true, blind: true, by: 'bram', at: '2024-01-01T00:00:00Z' };
    const { study, files } = studyOf([], { 'reviews/bram/progress.jsonl': `${JSON.stringify(said)}\n` });
    expect((await study.progress()).get(path)?.get('bram')?.done).toBe(true);
    files.delete('reviews/bram/progress.jsonl');
    study.invalidate(['reviews/bram/progress.jsonl']);
    expect((await study.progress()).size).toBe(0);
  });
});
