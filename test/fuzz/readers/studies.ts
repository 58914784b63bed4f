import type { FileStore } from '../../../src/core/ports';
import { Study } from '../../../src/core/study';
import { studyProblems } from '../../../src/core/studyProblems';
import { type SummaryFormat, summaryFormats } from '../../../src/core/summary/paths';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { decodeText } from '../../../src/core/text/decode';
import type { Draw } from '../draw';
import { hostileNames } from '../hostile';
import { demand, demandNoScript, demandPlaces } from '../invariants';
import { mutate } from '../mutate';
import type { Material, Reader } from '../reader';
import { type SeedStudy, seedsOf } from '../seeds';

/** The most transcripts of a study in a case. */
const mostTranscripts = 2;

/** A whole study: its problems, hits, codings and summaries. */
export const studyReader: Reader<SeedStudy> = {
  name: 'whole studies',
  share: 2.5,
  good: ({ studies }) => studies.map((study) => fewOf(study, 0)),
  draw(draw, { studies }) {
    return damaged(draw, fewOf(draw.pick(studies), draw.below(1000)));
  },
  async check(files) {
    const study = new Study(storeOf(files));
    const problems = await studyProblems(study);
    for (const [path, bytes] of files) {
      const own = problems.filter(({ file }) => file === path);
      const { text, binary } = decodeText(bytes);
      demandPlaces(own, binary ? '' : text);
    }
    for (const path of await study.transcriptPaths()) {
      const length = (await study.transcript(path))?.text.length ?? 0;
      for (const { start, end } of await study.hits(path))
        demand(start < end && end <= length, 'a hit is outside');
      for (const { start, end, anchor } of await study.codings(path)) {
        demand(anchor === 'orphan' || anchor === 'ambiguous' || end <= length, 'a coding is outside');
        demand(start < end, 'a coding is empty');
      }
    }
    const summary = await summarizeStudy(study);
    const format = formatFor(files);
    const text = await renderSummary(study, summary, format);
    if (format === 'json') JSON.parse(String(text));
    if (format === 'html') demandNoScript(String(text));
  },
};

/** The format in which a study's summary is written: one a case, since a report with its pictures takes long. */
function formatFor(files: SeedStudy): SummaryFormat {
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return summaryFormats[bytes % summaryFormats.length]!;
}

/** What there is for each transcript; a coder's `progress.jsonl` is about all. */
const ofTranscripts = /^(?:transcripts\/|(?:codings|reviews)\/(?![^/]+\/progress\.jsonl$))/;

/** A study with few of its transcripts, so that a case is quick. */
export function fewOf(study: SeedStudy, first: number): SeedStudy {
  const transcripts = [...study.keys()].filter((path) => path.startsWith('transcripts/'));
  const kept = new Set(
    Array.from({ length: mostTranscripts }, (_, index) => transcripts[(first + index) % transcripts.length]),
  );
  const transcriptOf = (path: string) =>
    path.replace(/^(?:codings|reviews)\/[^/]+\/(.*)\.jsonl$/, 'transcripts/$1');
  return new Map([...study].filter(([path]) => !ofTranscripts.test(path) || kept.has(transcriptOf(path))));
}

const small = new WeakMap<readonly SeedStudy[], SeedStudy[]>();

/** Each study twice with few of its transcripts, the same ones whenever it is asked for. */
export function smallStudies({ studies }: Material): readonly SeedStudy[] {
  const known = small.get(studies) ?? studies.flatMap((study) => [0, 3].map((first) => fewOf(study, first)));
  small.set(studies, known);
  return known;
}

/** A study of which some files are damaged, gone or under another name. */
export function damaged(draw: Draw, study: SeedStudy): SeedStudy {
  const files = new Map(study);
  const seeds = seedsOf([study]);
  for (let left = 1 + draw.below(4); left > 0; left--) {
    const { kind, path, bytes } = draw.pick(seeds);
    const fate = draw.below(10);
    if (fate === 0) files.delete(path);
    else if (fate === 1) files.set(path.replace(/[^/.]+(?=\.)/, draw.pick(hostileNames)), bytes);
    else files.set(path, mutate(draw, kind, bytes, draw.pick(seeds).bytes));
  }
  return files;
}

function storeOf(files: SeedStudy): FileStore {
  return {
    list: async (folder) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)),
    read: async (path) => files.get(path),
  };
}
