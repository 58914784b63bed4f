import { fileProblem, type Problem } from '../../problem';
import type { TextEdit } from '../../text/edits';
import { trimRange } from '../../text/words';
import { parseFrontMatter } from '../../transcript/frontMatter';
import { findLabels } from '../../transcript/labels';
import type { Turn } from '../../transcript/transcript';
import { parseTurns } from '../../transcript/turns';
import { countWords } from '../../transcript/wordCount';
import { editDraft } from './edits';
import { headingEdits } from './headings';
import type { Draft, ImportedTranscript, Speaker, TranscriptFormat } from './importedTranscript';
import { guessInterviewers } from './interviewer';
import { labelText } from './labelText';
import { guessLanguage } from './language';

/** Tells who speaks when in a draft, and writes that the one way in which transcripts of a study have it. */
export function recognize(file: string, format: TranscriptFormat, read: Draft): ImportedTranscript {
  const draft = { ...read, text: cleaned(read.text) };
  const { head: front, frontMatter } = parseFrontMatter(file, draft.text);
  const head = draft.text.slice(0, front.end);
  let body = cut(draft, front.end);
  if (format !== 'vtt' && format !== 'srt') body = editDraft(body, headingEdits(body.text));
  body = editDraft(body, labelEdits(body.text));
  body = editDraft(body, blankEdits(body.text));
  const turns = parseTurns(body.text, 0, frontMatter.interviewers);
  const interviewers = new Set(
    frontMatter.interviewers
      ? turns.flatMap(({ interviewer, speaker }) => (interviewer ? [speaker!] : []))
      : guessInterviewers(body.text, turns),
  );
  const speakers = speakersOf(body.text, turns, interviewers);
  return {
    format,
    head,
    body: body.text,
    comments: body.comments.map((comment) => ({ ...comment, ...trimRange(body.text, comment) })),
    speakers,
    timestamps: turns.filter(({ time }) => time !== undefined).length,
    turns: turns.filter(({ speaker }) => speaker !== undefined).length,
    language: frontMatter.language ?? guessLanguage(body.text),
    exported: draft.exported,
    warnings: [...draft.warnings, ...lacking(file, body.text, speakers)],
  };
}

/** The text with no more than lines, tabs and what can be written; as long as before, so that places hold. */
function cleaned(text: string): string {
  return text
    .replace(/[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function lacking(file: string, text: string, speakers: readonly Speaker[]): Problem[] {
  if (text.trim() === '') return [fileProblem(file, 'import-empty')];
  return speakers.length === 0 ? [fileProblem(file, 'import-no-speakers')] : [];
}

function cut(draft: Draft, from: number): Draft {
  if (from === 0) return draft;
  const below = (offset: number) => Math.max(0, offset - from);
  const comments = draft.comments.map((one) => ({ ...one, start: below(one.start), end: below(one.end) }));
  return { ...draft, text: draft.text.slice(from), comments };
}

function labelEdits(text: string): TextEdit[] {
  return findLabels(text, 0).flatMap(({ start, end, speaker, time }) => {
    const label = labelText(speaker, time);
    const isApart = end === text.length || /\s/.test(text[end]!);
    const own = { start, end, text: isApart ? label : `${label} ` };
    return text.slice(start, end) === own.text ? [] : [own];
  });
}

/** No white space at the ends of lines, at most one blank line between others, none at the beginning, one end. */
function blankEdits(text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: blank, index } of text.matchAll(/\s+/g)) {
    const end = index + blank.length;
    if (blank === ' ' && index > 0 && end < text.length) continue;
    const breaks = blank.split('\n').length - 1;
    const rest = blank.slice(blank.lastIndexOf('\n') + 1);
    const isFirst = index === 0;
    if (breaks === 0 && !isFirst && end < text.length) continue;
    const kept =
      end === text.length ? (isFirst ? '' : '\n') : (isFirst ? '' : '\n'.repeat(Math.min(2, breaks))) + rest;
    if (kept !== blank) edits.push({ start: index, end, text: kept });
  }
  if (text !== '' && !/\s$/.test(text)) edits.push({ start: text.length, end: text.length, text: '\n' });
  return edits;
}

function speakersOf(text: string, turns: readonly Turn[], interviewers: ReadonlySet<string>): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { speaker: name, speech } of turns) {
    if (name === undefined) continue;
    const { turns: count, words } = speakers.get(name) ?? { turns: 0, words: 0 };
    speakers.set(name, {
      name,
      turns: count + 1,
      words: words + countWords(text, speech.start, speech.end),
      interviewer: interviewers.has(name),
    });
  }
  return [...speakers.values()];
}
