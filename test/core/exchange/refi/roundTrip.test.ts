import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportStudy } from '../../../../src/core/exchange/exportStudy';
import { overlay } from '../../../../src/core/exchange/overlay';
import { type Dialect, dialects } from '../../../../src/core/exchange/refi/model';
import { type ProjectPlan, planProject } from '../../../../src/core/exchange/refi/planProject';
import type { FileStore } from '../../../../src/core/ports';
import { Study } from '../../../../src/core/study';
import { studyProblems } from '../../../../src/core/studyProblems';
import { summarizeStudy } from '../../../../src/core/summary/summary';
import { MemoryFiles, memoryStudy } from '../../support/memoryStudy';
import { studies } from './studies';

/** What REFI-QDA can carry of a study, as the study reads it. */
async function carried(study: Study): Promise<object> {
  const { codes } = await study.codebook();
  const paths = await study.codedTranscriptPaths();
  return {
    settings: { ...(await study.settings()) },
    scale: await study.scale(),
    notes: await study.sourceText('notes/icu.md'),
    coders: await study.coders(),
    codes: codes.map(({ parent, children, range: _, terms, exclusions, ...code }) => ({
      ...code,
      parent: parent?.id,
      children: children.map(({ id }) => id),
      terms: terms.map(({ source, language }) => [source, language]),
      exclusions: exclusions.map(({ source, language }) => [source, language]),
    })),
    scores: (await study.scores()).map(({ range: _, evidence, ...score }) => ({
      ...score,
      evidence: evidence.map(({ id }) => id),
    })),
    transcripts: await Promise.all(
      paths.map(async (path) => ({
        path,
        text: (await study.transcript(path))?.text,
        case: (await study.transcriptFacts(path))?.case,
        codings: (await study.codings(path)).map(({ line: _, ...one }) => one),
        reviews: byId(await study.reviews(path)),
      })),
    ),
  };
}

function byId<T extends { readonly review: { readonly id: string } }>(reviews: readonly T[]): T[] {
  return [...reviews].sort((a, b) => (a.review.id < b.review.id ? -1 : 1));
}

async function imported(
  files: FileStore,
  bytes: Uint8Array,
  name = 'project.qdpx',
): Promise<{ plan: ProjectPlan; study: Study; files: FileStore }> {
  const request = {
    source: { name, bytes },
    caseId: undefined,
    coder: undefined,
    at: '2026-01-01T00:00:00Z',
  };
  const plan = await planProject(files, new Study(files), request);
  const lines = [...plan.appends].map(async ([path, added]) => {
    const before = new TextDecoder().decode((await files.read(path)) ?? new Uint8Array());
    return [path, `${before}${added.map((line) => `${line}\n`).join('')}`] as const;
  });
  const after = overlay(files, new Map([...plan.writes, ...(await Promise.all(lines))]));
  return { plan, study: new Study(after), files: after };
}

async function exported(study: Study, dialect: Dialect = 'standard'): Promise<Uint8Array> {
  return (await exportStudy(study, 'qdpx', dialect)).content as Uint8Array;
}

describe('a study that goes out and comes in again', () => {
  it.each(dialects)('is the same in a new folder, as %s counts', async (dialect) => {
    await fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const { study } = memoryStudy(files);
        const { study: after, plan } = await imported(new MemoryFiles(), await exported(study, dialect));
        expect(plan.problems).toEqual([]);
        expect(await carried(after)).toEqual(await carried(study));
      }),
      { numRuns: dialect === 'standard' ? 25 : 8 },
    );
  });

  it('changes nothing where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const { study, files: store } = memoryStudy(files);
        const { plan } = await imported(store, await exported(study));
        const written = [...plan.writes.keys()].filter((path) => !path.startsWith('originals/'));
        expect([written, [...plan.appends]]).toEqual([[], []]);
        expect(plan.problems).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('goes out as the same file again', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const first = await exported(memoryStudy(files).study);
        const { study } = await imported(new MemoryFiles(), first);
        expect(Buffer.compare(await exported(study), first)).toBe(0);
      }),
      { numRuns: 10 },
    );
  });

  it('keeps its codebook alone as well', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const { study } = memoryStudy(files);
        const { content } = await exportStudy(study, 'qdc');
        const { study: after } = await imported(new MemoryFiles(), content as Uint8Array, 'codes.qdc');
        const codes = async (of: Study) => ((await carried(of)) as { codes: object[] }).codes;
        expect(await codes(after)).toEqual(await codes(study));
      }),
      { numRuns: 10 },
    );
  });

  it('of the sample study gives the same problems and the same summary', async () => {
    const root = join(import.meta.dirname, '../../../../media/sample-study');
    const paths = globSync('**/*.{yaml,txt,jsonl}', { cwd: root });
    const files = Object.fromEntries(
      paths.map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]),
    );
    const { study } = memoryStudy(files);
    const { study: after, plan } = await imported(new MemoryFiles(), await exported(study));
    expect(plan.problems).toEqual([]);
    expect(await studyProblems(after)).toEqual(await studyProblems(study));
    const figures = async (of: Study) => {
      const { cases, ...rest } = await summarizeStudy(of);
      // The hash is of the files, which are written in another way.
      return { ...rest, cases: cases.map(({ hash: _, ...one }) => one) };
    };
    expect(await figures(after)).toEqual(await figures(study));
  });
});
