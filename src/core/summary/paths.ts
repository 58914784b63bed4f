import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The formats a summary can be written in that are text, by file extension. */
const textFormats = ['md', 'html', 'json', 'csv'] as const;
export type TextFormat = (typeof textFormats)[number];

/** All of them: with documents of Word and workbooks of Excel. */
export const summaryFormats = [...textFormats, 'docx', 'xlsx'] as const;
export type SummaryFormat = (typeof summaryFormats)[number];

/** Whether a format is that of a report, which tells more than the data of a summary: for it, texts are read again. */
export function isReport(format: SummaryFormat): boolean {
  return format !== 'json' && format !== 'csv';
}

export function isTextFormat(format: SummaryFormat): format is TextFormat {
  return (textFormats as readonly string[]).includes(format);
}

/** The folder, below the study's, that summaries are made for: links in them start from it. */
export const summaryFolder = 'summaries';

const longestName = 80;

/**
 * Where the summary of a case belongs: `summaries/<case>.<format>`. A case id that cannot be a file's name on
 * every system is made into one, with a part of its hash to keep it apart from others.
 */
export function summaryPath(caseId: string, format: SummaryFormat): string {
  return `${summaryFolder}/${fileNameOf(caseId)}.${format}`;
}

/** Where the report over all cases belongs. No case's files have that name. */
export function overviewPath(format: SummaryFormat): string {
  return `${summaryFolder}/${overviewName}.${format}`;
}

const overviewName = 'overview';

/** The name of a case's files, without their extension. */
export function fileNameOf(caseId: string): string {
  const safe = caseId
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, longestName);
  if (safe === caseId && safe !== '' && !isTaken(safe)) return safe;
  const mark = bytesToHex(sha256(new TextEncoder().encode(caseId))).slice(0, 8);
  return safe === '' ? mark : `${safe}-${mark}`;
}

/** True for what is no name for a file in Windows, and for the name of the report over all cases. */
function isTaken(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) || name.toLowerCase() === overviewName;
}

/** The address of a transcript from the folder of summaries, at a line counted from 1 where there is one. */
export function transcriptLink(path: string, line: number | null): string {
  return `../${encodePath(path)}${line === null ? '' : `#L${line}`}`;
}

/** As `transcriptLink`, for many links to the same transcripts. */
export function transcriptLinks(): typeof transcriptLink {
  const known = new Map<string, string>();
  return (path, line) => {
    const whole = known.get(path) ?? transcriptLink(path, null);
    known.set(path, whole);
    return line === null ? whole : `${whole}#L${line}`;
  };
}

/** A path as a relative address. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
        /[!'()*~]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
