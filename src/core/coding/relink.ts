import { mapBounded } from '../cache/bounded';
import type { LogFacts, Study } from '../study';
import { groupBy } from '../summary/groupBy';
import { contextFit, leastContext } from './anchoring/context';
import { leastTelling } from './anchoring/movedCopy';
import type { Coding } from './coding';

/** A transcript that is missing, and the one that now holds the words that were coded in it. */
export interface Relink {
  readonly from: string;
  readonly to: string;
  /** The logs of the missing transcript. */
  readonly logs: readonly string[];
}

/** How many of the quotes must stand in a transcript, as a share. */
const leastShare = 0.8;
/** How much more of them than in any other transcript. */
const margin = 0.3;
/** A share is found by this many quotes at most, spread over the codings. */
const mostQuotes = 60;
/** Most transcripts are ruled out by the longest of them. */
const longestQuotes = 5;

/** The missing transcripts whose logs clearly belong to another transcript, for which their coders have none. */
export async function findRelinks(study: Study): Promise<Relink[]> {
  const existing = await study.transcriptPaths();
  const known = new Set(existing);
  const logs = await mapBounded(await study.logPaths(), (path) => study.logFacts(path));
  const missing = logs.filter((log) => isOfMissing(log, known));
  const codersOf = new Map(
    [...groupBy(logs, ({ transcript }) => transcript)].map(([path, own]) => [path, codersIn(own)]),
  );
  const found: Relink[] = [];
  for (const [from, own] of groupBy(missing, ({ transcript }) => transcript)) {
    const coders = codersIn(own);
    const isFree = (path: string) => ![...(codersOf.get(path) ?? [])].some((coder) => coders.has(coder));
    const candidates = existing.filter(isFree);
    const codings = own.flatMap(({ current }) => current);
    const to = await findTranscript(study, codings, candidates);
    if (to !== undefined) found.push({ from, to, logs: own.map(({ path }) => path) });
  }
  return found;
}

/** The transcripts that have codings and are not there, each with its logs. */
export async function missingTranscripts(study: Study): Promise<ReadonlyMap<string, readonly LogFacts[]>> {
  const known = new Set(await study.transcriptPaths());
  const logs = await mapBounded(await study.logPaths(), (path) => study.logFacts(path));
  const missing = logs.filter((log) => isOfMissing(log, known));
  return groupBy(missing, ({ transcript }) => transcript);
}

function isOfMissing({ transcript, current }: LogFacts, known: ReadonlySet<string>): boolean {
  return !known.has(transcript) && current.length > 0;
}

/** The one of some transcripts that holds the words of codings, if one clearly does. */
async function findTranscript(
  study: Study,
  codings: readonly Coding[],
  candidates: readonly string[],
): Promise<string | undefined> {
  const sample = spread(codings);
  const longest = [...sample].sort((a, b) => b.quote.length - a.quote.length).slice(0, longestQuotes);
  const shares: { path: string; share: number }[] = [];
  for (const path of candidates) {
    const text = (await study.transcript(path))?.text;
    if (text === undefined) continue;
    const quick = longest.filter(({ quote }) => text.includes(quote)).length / longest.length;
    if (quick < leastShare - margin) continue;
    shares.push({ path, share: sample.filter((coding) => isIn(text, coding)).length / sample.length });
  }
  const [best, second] = shares.sort((a, b) => b.share - a.share);
  if (!best || best.share < leastShare) return undefined;
  return best.share - (second?.share ?? 0) >= margin ? best.path : undefined;
}

function isIn(text: string, coding: Coding): boolean {
  const { quote, prefix, suffix } = coding;
  if (quote.length + prefix.length + suffix.length < leastTelling) return false;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (contextFit(text, at, coding) >= leastContext) return true;
  }
  return false;
}

function spread(codings: readonly Coding[]): Coding[] {
  const step = Math.max(1, codings.length / mostQuotes);
  const sample: Coding[] = [];
  for (let at = 0; at < codings.length; at += step) sample.push(codings[Math.floor(at)]!);
  return sample;
}

function codersIn(logs: readonly LogFacts[]): Set<string> {
  return new Set(logs.map(({ coder }) => coder));
}
