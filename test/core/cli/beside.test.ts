import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemLine } from '../../../src/cli/problemLine';
import { codingLine } from '../../../src/core/coding/log';
import { logPath } from '../../../src/core/coding/paths';
import { studyProblems } from '../../../src/core/studyProblems';
import { caseIds } from '../../../src/core/summary/cases';
import { summaryPath } from '../../../src/core/summary/paths';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { codingOfQuote } from '../support/codings';
import { memoryStudy } from '../support/memoryStudy';
import { BuiltCli } from './builtCli';

const words =
  'Een drempel is de prijs, zegt men. Dat kost veel tijd, en niemand leert het ons. De cursus is fijn.';
const transcriptOf = (index: number) =>
  `---\ncase: case-${index % 3}\norganization: org-${index % 5}\nrole: arts\n---\nI: En u?\nR: Nummer ${index}. ${words}\n`;

/** A study large enough to be read in threads, of which every third transcript was changed after it was coded. */
function manyInterviews(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'codebook.yaml': 'codes:\n  - {id: barrier, name: Barrier}\n  - {id: time, name: Time}\n',
    'study.yaml': 'title: Many\n',
    'transcripts/a/binary.txt': new Uint8Array([0, 1, 2, 0, 3]),
    [logPath('anna', 'transcripts/a/gone.txt')]: line(words, 'Een drempel', 'gone', 'barrier', 'anna'),
  };
  for (let index = 0; index < 70; index++) {
    const path = `transcripts/case-${index % 3}/interview-${index}.txt`;
    const text = transcriptOf(index);
    const changed = text
      .replace('I: En u?', 'I: En hoe gaat het met u?')
      .replace('niemand leert het', 'wie leert dat');
    files[path] = index % 3 > 0 ? text : changed.replaceAll('\n', index % 2 ? '\n' : '\r\n');
    files[logPath('anna', path)] = [
      line(text, 'Een drempel is de prijs', `a${index}`, 'barrier', 'anna'),
      line(text, 'niemand leert het ons', `b${index}`, 'time', 'anna'),
      index % 10 === 0 ? 'no JSON\n' : '',
      line(text, 'De cursus is fijn.', index % 7 === 0 ? 'same' : `c${index}`, 'unknown', 'anna'),
    ].join('');
    files[logPath('bram', path)] = line(text, 'Dat kost veel tijd', `d${index}`, 'time', 'bram');
  }
  return files;
}

function line(text: string, quote: string, id: string, code: string, by: string): string {
  return `${codingLine(codingOfQuote(text, quote, 0, { id, code, by }))}\n`;
}

/** The same study where folders do not tell the cases: in one folder, or with a transcript in another case's. */
const otherwise: Readonly<Record<string, () => Record<string, string | Uint8Array>>> = {
  'all in one folder': () => moved((path) => path.replace(/case-\d\//, 'all/')),
  'one in the folder of another case': () =>
    moved((path) => path.replace('case-2/interview-5.', 'case-1/x-5.')),
  'one in a folder that is no case': () =>
    moved((path) => path.replace('case-1/interview-1.', 'new/interview-1.')),
  'with a round of double coding in one case': () => ({
    ...manyInterviews(),
    'study.yaml':
      'title: Many\ncoders: [anna, bram]\ndoubleCoding:\n  - {round: r1, coders: [anna, bram], cases: [case-1], share: 0.5}\n',
  }),
};

function moved(to: (path: string) => string): Record<string, string | Uint8Array> {
  return Object.fromEntries(Object.entries(manyInterviews()).map(([path, content]) => [to(path), content]));
}

describe('a study that is read in threads', () => {
  let cli: BuiltCli;
  let folder: string;
  const files = manyInterviews();

  beforeAll(async () => {
    cli = await BuiltCli.build();
    folder = await cli.study(files);
  }, 60_000);
  afterAll(() => cli.dispose());

  it.each(['json', 'md', 'csv', 'html'] as const)(
    'has the summary that it has when it is read in one: %s',
    async (format) => {
      const { study } = memoryStudy(files);
      const { code, out } = await cli.run('summarize', folder, '--format', format);
      expect(out).toBe(await renderSummary(study, await summarizeStudy(study), format));
      expect(code).toBe(1);
    },
    60_000,
  );

  it.each(Object.keys(otherwise))(
    'has the same summary, whatever its folders: %s',
    async (name) => {
      const other = otherwise[name]!();
      const { study } = memoryStudy(other);
      const root = await cli.study(other);
      for (const format of ['json', 'md'] as const) {
        const { out } = await cli.run('summarize', root, '--format', format);
        expect(out, format).toBe(await renderSummary(study, await summarizeStudy(study), format));
      }
    },
    60_000,
  );

  it('has the files of cases that it has when it is read in one', async () => {
    const { study } = memoryStudy(files);
    const out = join(folder, 'summaries');
    await cli.run('summarize', folder, '--format', 'docx', '--out', out);
    const cases = await caseIds(study);
    expect((await readdir(out)).sort()).toEqual(cases.map((id) => basename(summaryPath(id, 'docx'))).sort());
    for (const id of cases) {
      const written = await readFile(join(out, basename(summaryPath(id, 'docx'))));
      const expected = await renderSummary(study, await summarizeStudy(study, [id]), 'docx');
      expect(written.equals(expected as Uint8Array), id).toBe(true);
    }
  }, 60_000);

  it('has the problems that it has when it is read in one', async () => {
    const problems = await studyProblems(memoryStudy(files).study);
    const { out } = await cli.run('check', folder);
    expect(out.trimEnd().split('\n')).toEqual(problems.map(problemLine));
    expect(problems.length).toBeGreaterThan(50);
  }, 60_000);
});
