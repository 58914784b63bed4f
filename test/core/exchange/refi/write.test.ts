import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate/browser';
import { afterAll, describe, expect, it } from 'vitest';
import { isPlaced } from '../../../../src/core/coding/coding';
import { exportStudy } from '../../../../src/core/exchange/exportStudy';
import { countings, dialects } from '../../../../src/core/exchange/refi/model';
import { projectOf } from '../../../../src/core/exchange/refi/projectOf';
import { writeCodebook, writeProject } from '../../../../src/core/exchange/refi/writeProject';
import { exampleStudy } from '../../summary/exampleStudy';
import { memoryStudy } from '../../support/memoryStudy';
import { studies } from './studies';

const schemas = join(import.meta.dirname, '../../../../../shared/refi-qda');
const folder = mkdtempSync(join(tmpdir(), 'interview-coding-refi-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const canValidate = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return existsSync(join(schemas, 'Project.xsd'));
  } catch {
    return false;
  }
})();
if (!canValidate)
  console.warn('xmllint or the schemas of REFI-QDA are missing: nothing is validated against them.');

/** Throws with what xmllint says of files that are not valid. */
function validate(schema: string, documents: readonly Uint8Array[]): void {
  const files = documents.map((document, index) => {
    const file = join(folder, `${index}.xml`);
    writeFileSync(file, document);
    return file;
  });
  execFileSync('xmllint', ['--noout', '--schema', join(schemas, schema), ...files], { stdio: 'pipe' });
}

describe.runIf(canValidate)('what is written', () => {
  it('is valid against the schemas, whatever the study', async () => {
    const made = fc.sample(studies, { numRuns: 40, seed: 7 });
    const projects: Uint8Array[] = [];
    const codebooks: Uint8Array[] = [];
    for (const files of [exampleStudy, ...made]) {
      const { project, texts } = await projectOf(memoryStudy(files).study, 'standard');
      projects.push(unzipSync(writeProject(project, texts, 'standard'))['project.qde']!);
      codebooks.push(writeCodebook(project));
    }
    validate('Project.xsd', projects);
    validate('Codebook.xsd', codebooks);
  });

  it('is valid of an empty study, and of one with hostile words', async () => {
    const hostile = '\u0000\u001b\ud800]]>&#0;';
    const files = {
      'codebook.yaml': JSON.stringify({ codes: [{ id: 'a', name: hostile, definition: hostile }] }),
      'study.yaml': JSON.stringify({ title: hostile }),
      'transcripts/x.txt': 'R: woorden\n',
      'codings/anna/x.txt.jsonl': `${JSON.stringify({ id: hostile, code: hostile, start: 3, end: 10, quote: 'woorden', prefix: 'R: ', suffix: '\n', memo: hostile, by: hostile, at: 'gisteren' })}\n`,
    };
    const projects: Uint8Array[] = [];
    for (const study of [{}, files]) {
      const { project, texts } = await projectOf(memoryStudy(study).study, 'standard');
      projects.push(unzipSync(writeProject(project, texts, 'standard'))['project.qde']!);
    }
    validate('Project.xsd', projects);
  });
});

describe('positions', () => {
  it.each(dialects)('lead to the quote in the text beside them, as %s counts', async (dialect) => {
    const { unit, crlf, lineEnd } = countings[dialect];
    await fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const { study } = memoryStudy(files);
        const { project, texts } = await projectOf(study, dialect);
        const archive = unzipSync(writeProject(project, texts, dialect));
        for (const { content, selections, values } of project.sources) {
          const name = 'path' in content ? content.path : '';
          const file = strFromU8(archive[`sources/${name}`]!);
          expect(file.includes('\r')).toBe(crlf && file.includes('\n'));
          const counted = lineEnd === 2 ? file : file.replaceAll('\r\n', '\n');
          const units = unit === 'utf-16' ? counted.split('') : [...counted];
          const path = `transcripts/${values.find(({ value }) => /\.(?:txt|md|transcript)$/.test(value))!.value}`;
          const placed = (await study.codings(path)).filter(isPlaced);
          const found = selections.map(({ start, end }) =>
            units.slice(start, end).join('').replaceAll('\r\n', '\n'),
          );
          expect(found).toEqual(placed.map(({ text }) => text));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a project', () => {
  it('has what the study has', async () => {
    const { project, left } = await projectOf(memoryStudy(exampleStudy).study, 'standard');
    expect(project.users.map(({ name }) => name)).toEqual(['anna', 'bram']);
    expect(project.codes.map(({ name, codes }) => [name, codes.map((one) => one.name)])).toEqual([
      ['Belemmering', ['Tijd']],
      ['Geld', []],
    ]);
    expect(project.sources.map(({ name, selections }) => [name, selections.length])).toEqual([
      ['elderly-care - manager', 3],
      ['elderly-care - nurse', 1],
    ]);
    expect(project.cases.map(({ name, sources }) => [name, sources.length])).toEqual([
      ['Ouderenzorg', 2],
      ['Zorggroep Noord', 1],
      ['Zorggroep Zuid', 1],
      ['elderly-care - manager', 1],
      ['elderly-care - nurse', 1],
    ]);
    const memo = project.notes.find(({ name }) => name === 'Memo')!;
    expect(memo.content).toEqual({ text: 'vaker gehoord' });
    const selection = project.sources[0]!.selections.find(
      ({ description }) => description === 'vaker gehoord',
    )!;
    expect(selection.notes).toEqual([memo.guid]);
    expect(left.map(({ code }) => code)).toEqual(['export-no-history']);
  });

  it('tells what is not in it', async () => {
    const { 'transcripts/elderly-care/nurse.txt': _, ...files } = exampleStudy;
    const review = { id: 'r1', coding: 'a3', verdict: 'agree', by: 'bram', at: '2021-12-02T09:00:00Z' };
    const { left } = await projectOf(
      memoryStudy({ ...files, 'reviews/bram/elderly-care/nurse.txt.jsonl': `${JSON.stringify(review)}\n` })
        .study,
      'standard',
    );
    expect(left.map(({ file, code, args }) => [file, code, ...args])).toEqual([
      ['codings/anna/elderly-care/nurse.txt.jsonl', 'export-without-place', 'a3'],
      ['reviews/bram/elderly-care/nurse.txt.jsonl', 'export-review-without-coding', 'r1'],
      ['codings', 'export-no-history'],
    ]);
  });

  it('has names that differ, and keeps a retired code codable while it has codings', async () => {
    const files = {
      ...exampleStudy,
      'codebook.yaml': `codes:
  - {id: barrier, name: Tijd, retired: true, codes: [{id: time, name: tijd}]}
  - {id: gone, name: Weg, retired: true}
`,
    };
    const { project } = await projectOf(memoryStudy(files).study, 'standard');
    const [barrier, gone, unknown] = project.codes;
    expect([barrier!.name, barrier!.codes[0]!.name, unknown!.name]).toEqual([
      'Tijd',
      'tijd (barrier/time)',
      'money',
    ]);
    expect([barrier!.codable, gone!.codable]).toEqual([true, false]);
  });

  it('says which program counts positions as it does, so that a reader knows', async () => {
    const origins = await Promise.all(
      dialects.map(async (dialect) => (await projectOf(memoryStudy({}).study, dialect)).project.origin),
    );
    expect(new Set(origins).size).toBe(dialects.length);
  });

  it('is the same file each time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(
        async () => (await exportStudy(memoryStudy(exampleStudy).study, 'qdpx')).content as Uint8Array,
      ),
    );
    expect(Buffer.compare(first!, second!)).toBe(0);
  });
});
