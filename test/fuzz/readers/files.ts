import { parseDocument } from 'yaml';
import type { Code } from '../../../src/core/codebook/codebook';
import { parseCodebook } from '../../../src/core/codebook/parse';
import { parseLog } from '../../../src/core/coding/log';
import type { Scale } from '../../../src/core/maturity/maturity';
import { parseScale } from '../../../src/core/maturity/parseScale';
import { parseScores } from '../../../src/core/maturity/parseScores';
import type { Problem } from '../../../src/core/problem';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { renderHtml } from '../../../src/core/report/html';
import { renderMarkdown } from '../../../src/core/report/markdown';
import { parseProgress } from '../../../src/core/review/progress';
import { parseReviewLog } from '../../../src/core/review/reviewLog';
import { parseSettings } from '../../../src/core/settings/parse';
import { emptySettings } from '../../../src/core/settings/settings';
import { parseNotes } from '../../../src/core/summary/notes/parse';
import { decodeText } from '../../../src/core/text/decode';
import { parseFrontMatter } from '../../../src/core/transcript/frontMatter';
import { parseTranscript } from '../../../src/core/transcript/parse';
import { demand, demandNoScript, demandPlaces, hasErrors } from '../invariants';
import { mutate } from '../mutate';
import { type Reader, seedsOfKinds } from '../reader';
import type { SeedKind } from '../seeds';

/** Reads a text and demands what must hold; the problems are those that a person is told of. */
type Check = (text: string) => readonly Problem[] | Promise<readonly Problem[]>;

const checks: Readonly<Record<SeedKind, Check>> = {
  codebook: checkCodebook,
  settings: checkSettings,
  scale: checkScale,
  scores: checkScores,
  log: checkLog,
  reviews: checkReviewLog,
  progress: checkProgress,
  transcript: checkTranscript,
  notes: checkNotes,
  names: checkNames,
};

function fileReader(
  name: string,
  share: number,
  kinds: readonly SeedKind[],
  check: Check,
): Reader<Uint8Array> {
  return {
    name,
    share,
    good: (material) => seedsOfKinds(material, ...kinds).map(({ bytes }) => bytes),
    draw(draw, material) {
      const { kind, bytes } = draw.pick(seedsOfKinds(material, ...kinds));
      return mutate(draw, kind, bytes, draw.pick(material.seeds).bytes);
    },
    async check(bytes) {
      const { text, binary } = decodeText(bytes);
      demand(!/\r|^\ufeff{2}/.test(text.slice(0, 2)) && !text.includes('\r'), 'line ends or a mark are left');
      if (!binary) demandPlaces(await check(text), text);
    },
  };
}

/** Everything that reads one file. */
export const fileReaders: readonly Reader<Uint8Array>[] = [
  fileReader('decodeText', 6, ['transcript', 'log', 'codebook'], () => []),
  fileReader('codebook.yaml', 18, ['codebook'], checks.codebook),
  fileReader('study.yaml', 9, ['settings'], checks.settings),
  fileReader('maturity.yaml', 8, ['scale'], checks.scale),
  fileReader('scores/*.yaml', 8, ['scores'], checks.scores),
  fileReader('coding logs', 12, ['log'], checks.log),
  fileReader('review logs', 7, ['reviews', 'log'], checks.reviews),
  fileReader('progress.jsonl', 3, ['progress', 'reviews'], checks.progress),
  fileReader('transcripts', 12, ['transcript'], checks.transcript),
  fileReader('front matter', 8, ['settings', 'transcript'], checkFrontMatter),
  fileReader('notes', 5, ['notes'], checks.notes),
  fileReader('names', 4, ['names'], checks.names),
];

/** What a YAML file says without a word of complaint must all be in what was read of it. */
function plainly(text: string): unknown {
  return parseDocument(text, { uniqueKeys: false }).toJS({ maxAliasCount: 0 });
}

const at = (value: unknown, key: string): unknown => (value as Record<string, unknown> | null)?.[key];
const listAt = (value: unknown, key: string): unknown[] => (at(value, key) as unknown[] | null) ?? [];

async function checkCodebook(text: string): Promise<readonly Problem[]> {
  const { codebook, problems } = await parseCodebook('codebook.yaml', text, undefined);
  demand(new Set(codebook.codes.map(({ id }) => id)).size === codebook.codes.length, 'two codes have one id');
  for (const code of codebook.codes) demand(codebook.byId.get(code.id) === code, `${code.id} is not found`);
  if (!hasErrors(problems)) {
    demand(codebook.codes.length === codesIn(plainly(text)), 'codes are missing without a message');
    demand(sameTerms(codebook.roots, listAt(plainly(text), 'codes')), 'terms are missing without a message');
  }
  return problems;
}

function codesIn(value: unknown): number {
  return listAt(value, 'codes').reduce<number>((sum, code) => sum + 1 + codesIn(code), 0);
}

function sameTerms(codes: readonly Code[], said: readonly unknown[]): boolean {
  return codes.every((code, index) => {
    const terms = at(said[index], 'terms') ?? [];
    const lists = Array.isArray(terms) ? [terms] : Object.values(terms);
    const count = lists.reduce<number>((sum, list) => sum + ((list as unknown[] | null)?.length ?? 0), 0);
    return code.terms.length === count && sameTerms(code.children, listAt(said[index], 'codes'));
  });
}

function checkSettings(text: string): readonly Problem[] {
  const { settings, problems } = parseSettings('study.yaml', text);
  if (!hasErrors(problems)) {
    const said = plainly(text);
    const cases = listAt(said, 'cases');
    const organizations = cases.reduce<number>((sum, one) => sum + listAt(one, 'organizations').length, 0);
    const read = settings.cases.reduce((sum, one) => sum + one.organizations.length, 0);
    demand(settings.cases.length === cases.length, 'cases are missing without a message');
    demand(read === organizations, 'organizations are missing without a message');
    demand(settings.coders.length === listAt(said, 'coders').length, 'coders are missing without a message');
  }
  return problems;
}

function checkScale(text: string): readonly Problem[] {
  const { scale, problems } = parseScale('maturity.yaml', text);
  if (!hasErrors(problems)) {
    demand(
      scale.domains.length === listAt(plainly(text), 'domains').length,
      'domains are missing without a message',
    );
  }
  return problems;
}

const level = 'in words';
const scale: Scale = {
  name: undefined,
  domains: ['strategy', 'people', 'technology', 'process', 'effect', 'economy', 'organization'].map((id) => ({
    id,
    name: id,
    definition: undefined,
    questions: [],
    levels: [level, level, level, level, level],
  })),
};

function checkScores(text: string): readonly Problem[] {
  const { scores, problems } = parseScores('scores/x.yaml', text, 'x', scale, emptySettings);
  for (const { score } of scores) demand(score >= 1 && score <= 5, `${score} is no score`);
  if (!hasErrors(problems)) {
    const said = (plainly(text) as unknown[] | null) ?? [];
    demand(scores.length === said.length, 'scores are missing without a message');
  }
  return problems;
}

function checkLog(text: string): readonly Problem[] {
  const { log, problems } = parseLog('codings/x/y.txt.jsonl', text);
  const filled = text.split('\n').filter((line) => line.trim() !== '').length;
  const unread = problems.filter(({ code }) => code !== 'log-older-line');
  const lines = new Set(unread.map(({ start }) => start.line));
  demand(lines.size === unread.length, 'a line has two problems');
  demand(log.entries.length + lines.size === filled, 'a line is neither read nor told of');
  for (const { id, start, end } of log.current) {
    demand(log.lines.has(id), 'a coding has no line');
    demand(Number.isSafeInteger(start) && start >= 0 && end > start, 'a coding has no range');
  }
  return problems;
}

function checkReviewLog(text: string): readonly Problem[] {
  const { log, problems } = parseReviewLog('reviews/x/y.txt.jsonl', text);
  for (const { id, start, end } of log.current) {
    demand(log.lines.has(id), 'a review has no line');
    demand((start === undefined) === (end === undefined), 'a review has half a range');
    demand(start === undefined || (start >= 0 && end! > start), 'a review has no range');
  }
  return problems;
}

function checkProgress(text: string): readonly Problem[] {
  const { progress, problems } = parseProgress('reviews/x/progress.jsonl', text);
  for (const [path, one] of progress) demand(one.transcript === path, 'progress is of another transcript');
  const filled = text.split('\n').filter((line) => line.trim() !== '').length;
  demand(progress.size + problems.length <= filled, 'there is more than was said');
  demand(filled === 0 || progress.size + problems.length > 0, 'a line is neither read nor told of');
  return problems;
}

function checkTranscript(text: string): readonly Problem[] {
  const { transcript, problems } = parseTranscript('transcripts/x/y.txt', text);
  const { turns, head } = transcript;
  demand(transcript.text === text, 'the text has been changed');
  let covered = head.end;
  for (const { start, end, speech, label } of turns) {
    demand(text.slice(covered, start).trim() === '', 'some text belongs to no turn');
    demand(label.start === start && label.end <= speech.start && speech.end <= end, 'a turn is out of order');
    covered = end;
  }
  demand(text.slice(covered).trim() === '', 'the last text belongs to no turn');
  const isSilent = turns.every(({ speaker }) => speaker === undefined);
  demand(!isSilent || problems.length > 0, 'there are no turns, and no message');
  return problems;
}

/** A settings file stands in for front matter too: more keys and shapes than a transcript's own has. */
function checkFrontMatter(text: string): readonly Problem[] {
  const whole = text.startsWith('---') ? text : `---\n${text}\n---\nR: ja\n`;
  const { frontMatter, head, ranges, problems } = parseFrontMatter('transcripts/x/y.txt', whole);
  demandPlaces(problems, whole);
  demand(head.end <= whole.length, 'the front matter goes on after the file');
  for (const { start, end } of ranges.values()) demand(start <= end && end <= head.end, 'a value is outside');
  for (const value of Object.values(frontMatter)) {
    demand(value === undefined || typeof value === 'string' || Array.isArray(value), 'a value is no text');
  }
  return [];
}

function checkNotes(text: string): readonly Problem[] {
  const sections = parseNotes(text);
  demand(
    sections.slice(1).every(({ title }) => title !== undefined),
    'a section has no title',
  );
  const blocks = sections.flatMap((section) => section.blocks);
  demandNoScript(renderHtml(blocks, 'nl', 'x'));
  renderMarkdown(blocks);
  return [];
}

function checkNames(text: string): readonly Problem[] {
  const { names, problems } = parseNames('names.yaml', text);
  for (const { name, pseudonym } of names)
    demand(name !== '' && pseudonym.trim() !== '', 'a name has nothing in its place');
  if (!hasErrors(problems)) {
    const said = Object.values((plainly(text) ?? {}) as Record<string, unknown>);
    const listed = said.reduce<number>((sum, list) => sum + Object.keys(list ?? {}).length, 0);
    demand(names.length === listed, 'names are missing without a message');
  }
  return problems;
}
