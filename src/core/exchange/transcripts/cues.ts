import type { Problem } from '../../problem';
import { importProblem } from '../importError';
import type { Cue } from './cue';
import { cueTurns } from './cueTurns';
import { htmlParts } from './html';
import type { Draft, ImportSource } from './importedTranscript';
import { textOf } from './plain';
import { parseTime } from './times';

const timing =
  /^\s*((?:\d{1,3}:)?\d{1,3}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,3}:\d{2}[.,]\d{1,3}(?:\s.*)?$/;
const otherBlock = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;

/** Reads WebVTT and SRT: the cues of one speaker after each other are a turn. */
export function readCues({ name, bytes }: ImportSource): Draft {
  const { cues, warnings } = cuesOf(name, textOf(bytes).split('\n'));
  return { text: cueTurns(cues), comments: [], warnings };
}

interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

function cuesOf(file: string, lines: readonly string[]): { cues: Cue[]; warnings: Problem[] } {
  const cues: Cue[] = [];
  const warnings: Problem[] = [];
  for (const { line, lines: own } of blocksOf(lines)) {
    const at = own.findIndex((one) => timing.test(one));
    if (at === -1) {
      if (otherBlock.test(own[0]!) || (own.length === 1 && /^\d+$/.test(own[0]!.trim()))) continue;
      const last = cues.at(-1);
      if (last) cues.push(...spokenIn(own, last.time, line, last.speaker));
      warnings.push(importProblem(file, line, last ? 'import-cue-no-time' : 'import-cue-before-first'));
      continue;
    }
    const time = parseTime(timing.exec(own[at]!)![1]!)!;
    cues.push(...spokenIn(own.slice(at + 1), time, line + at + 1, undefined));
  }
  return { cues, warnings };
}

/** Stretches of lines between blank ones, cut before each timing (with its number), should a blank line be missing. */
function* blocksOf(lines: readonly string[]): Generator<Block> {
  let block: string[] = [];
  for (const [index, line] of [...lines, ''].entries()) {
    const isBlank = line.trim() === '';
    if (!isBlank && timing.test(line) && block.some((one) => timing.test(one))) {
      const number = /^\s*\d+\s*$/.test(block.at(-1)!) ? block.splice(-1) : [];
      yield { line: index + 1 - number.length - block.length, lines: block };
      block = number;
    }
    if (!isBlank) block.push(line);
    else if (block.length > 0) {
      yield { line: index + 1 - block.length, lines: block };
      block = [];
    }
  }
}

/** What the lines of a cue say; each voice (`<v Name>`) is one of its own. */
function* spokenIn(
  lines: readonly string[],
  time: number,
  line: number,
  before: string | undefined,
): Generator<Cue> {
  let speaker = before;
  let text = '';
  for (const part of htmlParts(lines.join('\n'))) {
    if (part.kind === 'text') text += part.text;
    else if (part.name === 'v') {
      if (text.trim() !== '') yield { time, line, speaker, text: oneLine(text) };
      text = '';
      speaker = part.kind === 'open' ? voiceOf(part.attributes) : before;
    } else if (!/^(?:c|i|b|u|ruby|rt|lang|font)$/.test(part.name)) {
      text += `<${part.kind === 'close' ? '/' : ''}${part.name}${part.attributes}>`;
    }
  }
  if (text.trim() !== '') yield { time, line, speaker, text: oneLine(text) };
}

/** The name in `<v Name>` or `<v.first.loud Name>`. */
function voiceOf(attributes: string): string | undefined {
  return attributes.replace(/^(?:\.\S*)?\s*/, '').trim() || undefined;
}

/** Without times inside a cue (`<00:01.000>`) and what only breaks lines. */
function oneLine(text: string): string {
  return text
    .replace(/<(?:\d+:)?\d+:\d{2}\.\d{3}>/g, '')
    .replace(/[\u00ad\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
