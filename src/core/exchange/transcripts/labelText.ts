import { findLabels } from '../../transcript/labels';
import { timestamp } from './times';

const longestName = 40;

/** True where a line that begins with these words and a colon, after a time or not, is a turn of that speaker. */
export function isSpeaker(name: string, hasTime: boolean, repeated = false): boolean {
  const line = `${hasTime ? '[00:00:00] ' : ''}${name}: x\n`;
  return findLabels(repeated ? line + line : line, 0)[0]?.speaker === name;
}

/**
 * A name as it can stand before a colon: what other programs call a speaker, such as `Jansen, P. (extern): gast`,
 * without what would not be read as a name there, or `Speaker` where nothing is left.
 */
export function speakerName(given: string, hasTime: boolean): string {
  const plain = oneLine(given);
  const short = oneLine(given.replace(/[:(,][\s\S]*$/, ''));
  const attempts = [
    plain,
    oneLine(given.replace(/\([^)]*\)/g, '')),
    short,
    capitalized(short),
    capitalized(plain),
  ];
  const shortened = attempts.map((attempt) => attempt.slice(0, longestName).trim());
  const fewWords = shortened.map((attempt) => attempt.split(' ').slice(0, 4).join(' '));
  return [...shortened, ...fewWords].find((attempt) => isSpeaker(attempt, hasTime)) ?? 'Speaker';
}

function oneLine(name: string): string {
  return name.replace(/[\s:*[\]]+/gu, ' ').trim();
}

function capitalized(name: string): string {
  const words = name.replace(/[^\p{L}\p{N}\p{M}.'’-]+/gu, ' ').replace(/^[^\p{L}]+/u, '');
  return words
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}

/** The label of a turn, with its colon and no space after it. */
export function labelText(speaker: string, seconds: number | undefined): string {
  const stamp = seconds === undefined ? undefined : timestamp(seconds);
  return stamp === undefined ? `${speaker}:` : `${stamp} ${speaker}:`;
}
