/** A study of any size, the same every time: what the rows of `npm run bench -- --scale` are measured on. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import { logPath } from '../../../src/core/coding/paths';
import { seeded } from '../../../src/core/random';
import { drawTerms } from '../drawTerms';
import { type Interview, interviewMaker } from '../dutch';
import { caseCount, transcriptPathOf } from './paths';

const transcriptLength = 120_000;
const organizationsPerCase = 3;
const coders = ['anna', 'bram', 'chris'];
const termCount = 1_000;
const rootCount = 20;
const codesPerRoot = 5;
const codingsPerTranscript = 200;
/** The first transcript is the one to type in, and has more codings than others. */
const codingsOfFirst = 1_000;
/** Of the codings, how many have the first code: 50,000 in a study of 1,000 transcripts. */
const shareOfFirst = 0.25;
const roles = ['verpleegkundige', 'arts', 'manager', 'cliënt'];

/** The terms of each code of the study, by the code's id; parents before their children. */
export const codesOfStudy: ReadonlyMap<string, readonly string[]> = drawCodes();

function drawCodes(): Map<string, string[]> {
  const ids: string[] = [];
  for (let root = 1; root <= rootCount; root++) {
    ids.push(`root-${root}`);
    for (let child = 1; child < codesPerRoot; child++) ids.push(`root-${root}-${child}`);
  }
  const terms = drawTerms(termCount, true);
  return new Map(ids.map((id, index) => [id, terms.filter((_, at) => at % ids.length === index)]));
}

const codes = [...codesOfStudy.keys()];

/** Writes a study of so many transcripts into a folder. */
export function writeStudy(folder: string, transcripts: number): void {
  const write = writerIn(folder);
  const interview = interviewMaker(5);
  const random = seeded(6);
  const others = (codingsPerTranscript * transcripts - codingsOfFirst) / (transcripts - 1);
  for (let index = 0; index < transcripts; index++) {
    const path = transcriptPathOf(index);
    const made = interview(transcriptLength);
    const head = frontMatter(index);
    write(path, head + made.text);
    const until = Math.round(others * index);
    const count = index === 0 ? codingsOfFirst : until - Math.round(others * (index - 1));
    for (const [coder, lines] of codings(head, made, path, count, random)) {
      write(logPath(coder, path), lines.map((line) => `${line}\n`).join(''));
    }
  }
}

/** Half an hour of talk. */
const doubleCodedLength = 30_000;
const codingsOfEach = 100;
/** Of the second coder's codings, how many are of a passage that the first one coded, give or take some words. */
const shareOfSame = 0.7;

/** Writes a study in which anna and bram have coded every transcript, a hundred times each. */
export function writeDoubleCodedStudy(folder: string, transcripts: number): void {
  const write = writerIn(folder);
  const interview = interviewMaker(7);
  const random = seeded(8);
  for (let index = 0; index < transcripts; index++) {
    const path = transcriptPathOf(index);
    const made = interview(doubleCodedLength);
    const head = frontMatter(index);
    write(path, head + made.text);
    const first = Array.from({ length: codingsOfEach }, () => drawCoding(made, random));
    const second = first.map((one) =>
      random() < shareOfSame
        ? { ...one, end: one.start + Math.ceil((one.end - one.start) * 0.8) }
        : drawCoding(made, random),
    );
    for (const [coder, own] of [['anna', first] as const, ['bram', second] as const]) {
      const lines = own.map(({ code, start, end }, number) =>
        codingLine({
          id: `${path}#${coder}#${number}`,
          code,
          ...selectQuote(head + made.text, { start: head.length + start, end: head.length + end }),
          by: coder,
          at: '2025-01-15T10:00:00.000Z',
        }),
      );
      write(logPath(coder, path), lines.map((line) => `${line}\n`).join(''));
    }
  }
}

function drawCoding(
  interview: Interview,
  random: () => number,
): { code: string; start: number; end: number } {
  const range = drawPassage(interview, random);
  return { code: codes[Math.floor(random() * codes.length)]!, ...range };
}

/** Writes files below a folder, the codebook and the settings of a study to begin with. */
function writerIn(folder: string): (path: string, text: string) => void {
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('codebook.yaml', codebook());
  write('study.yaml', settings());
  return write;
}

function codebook(): string {
  const lines = ['codes:'];
  for (const [id, terms] of codesOfStudy) {
    const isRoot = id.split('-').length === 2;
    const indent = isRoot ? '  ' : '      ';
    lines.push(`${indent}- id: ${id}`, `${indent}  name: { en: Code ${id}, nl: Code ${id} }`);
    lines.push(`${indent}  terms: ${JSON.stringify(terms)}`);
    if (isRoot) lines.push(`${indent}  codes:`);
  }
  return `${lines.join('\n')}\n`;
}

function settings(): string {
  const lines = ['title: A large study', 'language: nl', `coders: [${coders.join(', ')}]`, 'cases:'];
  for (let number = 1; number <= caseCount; number++) {
    lines.push(`  - id: case-${number}`, `    name: Case ${number}`, '    organizations:');
    for (let one = 1; one <= organizationsPerCase; one++) {
      lines.push(`      - { id: organization-${number}-${one}, name: Organization ${number}-${one} }`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function frontMatter(index: number): string {
  const inCase = Math.floor(index / caseCount);
  const organization = `organization-${(index % caseCount) + 1}-${(inCase % organizationsPerCase) + 1}`;
  const role = roles[inCase % roles.length]!;
  const lines = [
    `organization: ${organization}`,
    `participant: R${index + 1}`,
    `role: ${role}`,
    'language: nl',
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** A passage of whole words in what the respondent says, by no plan. */
function drawPassage({ text, turns }: Interview, random: () => number): { start: number; end: number } {
  const said = turns.filter((turn, index) => index % 2 === 1 && turn.end - turn.start > 60);
  const turn = said[Math.floor(random() * said.length)]!;
  const length = 20 + Math.floor(random() * 200);
  const from = turn.start + Math.floor(random() * (turn.end - turn.start - 30));
  const start = text.lastIndexOf(' ', from) + 1;
  const space = text.indexOf(' ', Math.min(start + length, turn.end - 8));
  return { start, end: Math.min(turn.end, space === -1 ? turn.end : space) };
}

/** The lines of each coder's log, of passages that are drawn. */
function codings(
  head: string,
  interview: Interview,
  path: string,
  count: number,
  random: () => number,
): Map<string, string[]> {
  const whole = head + interview.text;
  const lines = new Map<string, string[]>();
  for (let made = 0; made < count; made++) {
    const { start, end } = drawPassage(interview, random);
    const first = random() < shareOfFirst;
    const coder = coders[Math.floor(random() * coders.length)]!;
    const line = codingLine({
      id: `${path}#${made}`,
      code: first ? codes[0]! : codes[Math.floor(random() * codes.length)]!,
      ...selectQuote(whole, { start: head.length + start, end: head.length + end }),
      by: coder,
      at: '2025-01-15T10:00:00.000Z',
    });
    const own = lines.get(coder);
    if (own) own.push(line);
    else lines.set(coder, [line]);
  }
  return lines;
}
