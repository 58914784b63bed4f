import { describe, expect, it } from 'vitest';
import { summaryFormats } from '../../../../src/core/summary/paths';
import { renderSummary } from '../../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../../src/core/summary/summary';
import { all, wordsOf, xmlFilesOf } from '../../report/office/officeFiles';
import { memoryStudy } from '../../support/memoryStudy';
import { exampleStudy, logOf, rendered, transcriptOf } from '../exampleStudy';

const codebook = `
codes:
  - {id: barrier, name: Barrier, polarity: hinders, codes: [{id: time, name: Time}]}
  - {id: help, name: Facilitator, polarity: helps}
  - {id: money, name: Financing}
`;

/** A study of interviews with as many respondents at so many organizations, each with a quote of every code. */
function studyOf(interviews: number, codings = true, words = ''): Record<string, string> {
  const files: Record<string, string> = { 'codebook.yaml': codebook };
  for (let number = 1; number <= interviews; number++) {
    const text = transcriptOf(
      { organization: `org-${number % 7}`, participant: `P${number}`, role: `role ${number % 9}` },
      'I: Vertel eens.',
      `[00:01:0${number % 9}] R: Er is geen tijd ${words}. De hulp is goed. Het geld is op.`,
    );
    files[`transcripts/many/${number}.txt`] = text;
    if (!codings) continue;
    files[`codings/anna/many/${number}.txt.jsonl`] = logOf(text, 'anna', [
      { id: `${number}a`, code: 'time', quote: `geen tijd ${words}`, memo: words },
      { id: `${number}b`, code: 'help', quote: 'hulp is goed' },
      { id: `${number}c`, code: 'money', quote: 'geld is op' },
    ]);
  }
  return files;
}

async function inEveryFormat(files: Record<string, string>): Promise<Map<string, string | Uint8Array>> {
  const { study } = memoryStudy(files);
  const summary = await summarizeStudy(study);
  const written = new Map<string, string | Uint8Array>();
  for (const format of summaryFormats) written.set(format, await renderSummary(study, summary, format));
  return written;
}

describe('the report of a case', () => {
  it('without codings says so, with all that was not found', async () => {
    const markdown = await rendered(memoryStudy(studyOf(2, false)).study, 'md');
    expect(markdown).toContain('Nothing has been coded yet.');
    expect(markdown).toContain('- Codes without codings: Barrier; Barrier › Time; Facilitator; Financing.');
    expect(markdown).toContain('- Interviews without codings: 1; 2.');
    expect(markdown).not.toContain('## What hinders');
    expect((await inEveryFormat(studyOf(2, false))).size).toBe(summaryFormats.length);
  });

  it('without interviews is there too', async () => {
    const {
      'transcripts/elderly-care/manager.txt': _,
      'transcripts/elderly-care/nurse.txt': __,
      ...files
    } = exampleStudy;
    const settings = Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('.yaml')));
    expect(await rendered(memoryStudy(settings).study, 'md')).toContain(
      'Deze casus heeft nog geen interviews.',
    );
    for (const document of (await inEveryFormat(settings)).values())
      expect(document.length).toBeGreaterThan(20);
  });

  it('of one interview compares nobody', async () => {
    const markdown = await rendered(memoryStudy(studyOf(1)).study, 'md');
    expect(markdown).toContain('1 interview with 1 respondent at 1 organization (org-1).');
    expect(markdown).toContain('> “geen tijd” (role 1, org-1) \\[[Q1](#q1)\\]');
    expect(markdown).not.toContain('## What the organizations share');
    expect(markdown).not.toContain('## Agreement between coders');
  });

  it('of 200 interviews quotes a few of them, from as many organizations, and has the sources of all', async () => {
    const written = await inEveryFormat(studyOf(200));
    const markdown = String(written.get('md'));
    const theme = markdown.slice(markdown.indexOf('### Time\n'), markdown.indexOf('## What helps'));
    expect(theme.match(/^> .*$/gm)!.map((line) => /org-\d/.exec(line)![0])).toEqual([
      'org-0',
      'org-1',
      'org-2',
    ]);
    expect(markdown.match(/<a id="q\d+"><\/a>/g)).toHaveLength(600);
    const document = xmlFilesOf(written.get('docx') as Uint8Array).get('word/document.xml')!;
    const bookmarks = all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']!);
    expect(bookmarks.filter((name) => /^q\d+$/.test(name))).toHaveLength(600);
    expect(xmlFilesOf(written.get('xlsx') as Uint8Array).size).toBeGreaterThan(5);
  });

  it('takes quotes and memos with any kind of marks for words, in every format', async () => {
    const hostile =
      '| *a* _b_ `c` [d](javascript:alert(1)) <b>e</b> &amp; ]]> =1+1 \u0007\u001b \u{1F600} שלום \u202e $x$ \ud83d';
    const written = await inEveryFormat(studyOf(1, true, hostile));
    const seen =
      '| *a* _b_ `c` [d](javascript:alert(1)) <b>e</b> &amp; ]]> =1+1 □□ \u{1F600} שלום \u202e $x$';
    const document = xmlFilesOf(written.get('docx') as Uint8Array).get('word/document.xml')!;
    expect(wordsOf(document)).toContain(`geen tijd ${seen}`);
    const strings = xmlFilesOf(written.get('xlsx') as Uint8Array).get('xl/sharedStrings.xml')!;
    expect(wordsOf(strings, 't')).toContain(`geen tijd ${seen}`);
    expect(String(written.get('html'))).not.toMatch(/<b>e|href="javascript/);
    expect(String(written.get('html'))).toContain('&lt;b&gt;e&lt;/b&gt; &amp;amp;');
    expect(String(written.get('md'))).toContain('\\[d\\](javascript:alert(1)) \\<b\\>e\\</b\\>');
  });
});
