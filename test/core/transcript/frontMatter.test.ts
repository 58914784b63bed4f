import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../src/core/transcript/parse';
import { caseOf, folderCase } from '../../../src/core/transcript/transcript';
import { places } from '../support/problems';

const path = 'transcripts/home-care/org-1.txt';
const parse = (text: string) => parseTranscript(path, text);

describe('front matter', () => {
  it('tells what it says, as text', () => {
    const text = [
      '---',
      'case: elderly-care',
      'organization: org-1',
      'participant: 012',
      "role: manager i&a's",
      'interviewer: [I, Anna]',
      'date: 2021-12-01',
      'language: nl',
      'recorder: ours, left alone',
      '---',
      'I: Ja?',
    ].join('\n');
    const { transcript, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(transcript.frontMatter).toEqual({
      case: 'elderly-care',
      organization: 'org-1',
      participant: '012',
      role: "manager i&a's",
      interviewers: ['I', 'Anna'],
      date: '2021-12-01',
      language: 'nl',
    });
    expect(text.slice(transcript.head.end)).toBe('I: Ja?');
    const { start, end } = transcript.frontMatterRanges.get('organization')!;
    expect(text.slice(start, end)).toBe('org-1');
  });

  it('may be left out, empty, or closed with dots', () => {
    expect(parse('R: Ja.').transcript.head).toEqual({ start: 0, end: 0 });
    expect(parse('---\n---\nR: Ja.').transcript.turns[0]!.speaker).toBe('R');
    expect(parse('---\n---\nR: Ja.').problems).toEqual([]);
    expect(parse('---\ncase: a\n...\nR: Ja.').transcript.frontMatter.case).toBe('a');
    expect(parse('--- \ncase: a\n---\t\nR: Ja.').transcript.frontMatter.case).toBe('a');
  });

  it('is only front matter at the beginning of the file', () => {
    const { transcript } = parse('R: Ja.\n---\ncase: a\n---\n');
    expect(transcript.frontMatter.case).toBeUndefined();
  });

  it('leaves keys without a value alone', () => {
    const { transcript, problems } = parse('---\nrole:\ninterviewer:\n---\nI: Ja?');
    expect(problems).toEqual([]);
    expect(transcript.frontMatter.role).toBeUndefined();
    expect(transcript.turns[0]!.interviewer).toBe(true);
  });

  it('is a problem where it is not closed; the text is read all the same', () => {
    const { transcript, problems } = parse('---\ncase: a\nI: Hoe gaat het?\nR: Goed.\n');
    expect(places(problems)).toEqual(['1:1 transcript-open-front-matter']);
    expect(transcript.turns.filter(({ speaker }) => speaker).map(({ speaker }) => speaker)).toEqual([
      'I',
      'R',
    ]);
  });

  it('has problems at their place in the whole file', () => {
    expect(places(parse('---\ncase: [a]\n---\nR: Ja.').problems)).toEqual(['2:7 yaml-not-a-text']);
    expect(places(parse('---\ncase: a\ncase: b\n---\nR: Ja.').problems)).toEqual(['3:1 yaml-duplicate-key']);
    expect(places(parse('---\nrole: *x\n---\nR: Ja.').problems)).toEqual(['2:7 yaml-alias']);
    expect(places(parse('---\ncase: a\nrole: a: b\n---\nR: Ja.').problems)).toContain('3:7 yaml-syntax');
    expect(places(parse('---\njust words\n---\nR: Ja.').problems)).toEqual(['2:1 yaml-not-a-mapping']);
    expect(parse('---\ncase: b: c\n---\nR: Ja.').transcript.turns).toHaveLength(1);
  });

  it('reaches no prototype', () => {
    const { transcript } = parse('---\n__proto__: {case: x}\nconstructor: y\ncase: a\n---\nR: Ja.');
    expect(transcript.frontMatter.case).toBe('a');
    expect(({} as Record<string, unknown>).case).toBeUndefined();
  });
});

describe('the case of a transcript', () => {
  it('is that of its front matter, else its folder', () => {
    expect(caseOf(parse('---\ncase: a\n---\nR: Ja.').transcript)).toBe('a');
    expect(caseOf(parse('R: Ja.').transcript)).toBe('home-care');
    expect(folderCase('transcripts/a/b/c.txt')).toBe('a');
    expect(folderCase('transcripts/c.txt')).toBeUndefined();
  });
});
