import { isMap } from 'yaml';
import { parseFrontMatter } from '../transcript/frontMatter';
import { interviewerTest } from '../transcript/interviewers';
import { flowList, scalarText } from '../yaml/render';
import { YamlEditError } from '../yaml/sheet';
import { YamlSplicer } from '../yaml/splicer';
import type { ImportedTranscript, Speaker } from './transcripts/importedTranscript';

/**
 * The front matter of a transcript that is new in a study: what the file brought, or what was recognized in it.
 * @param interviewers those that were chosen; undefined for whom was recognized
 */
export function headOf(
  imported: ImportedTranscript,
  caseId: string,
  interviewers: readonly string[] | undefined,
): string {
  if (imported.head !== '') return inCase(imported.head, caseId);
  const lines = [...interviewerLine(imported.speakers, interviewers)];
  if (imported.language !== undefined) lines.push(`language: ${imported.language}`);
  if (lines.length > 0) return ['---', ...lines, '---', ''].join('\n');
  return /^---[ \t]*\n/.test(imported.body) ? '---\n---\n' : '';
}

/** Who asks the questions is written where the labels alone do not tell. */
function interviewerLine(speakers: readonly Speaker[], chosen: readonly string[] | undefined): string[] {
  const names = chosen ?? speakers.filter(({ interviewer }) => interviewer).map(({ name }) => name);
  const all = speakers.map(({ name }) => name);
  const usual = all.filter(interviewerTest(undefined, all));
  if (names.length === usual.length && names.every((name) => usual.includes(name))) return [];
  return [`interviewer: ${names.length === 1 ? scalarText(names[0]!) : flowList(names)}`];
}

/** Front matter that names another case would take the transcript out of the one it is put in. */
function inCase(head: string, caseId: string): string {
  const { frontMatter } = parseFrontMatter('', head);
  if (frontMatter.case === undefined || frontMatter.case === caseId) return head;
  const [first, ...rest] = head.split('\n');
  const last = rest.findLastIndex((line) => /^(?:---|\.\.\.)/.test(line));
  try {
    const splicer = new YamlSplicer(rest.slice(0, last).join('\n'));
    if (!isMap(splicer.root)) return head;
    splicer.setText(splicer.root, 'case', caseId);
    return [first, splicer.result(), ...rest.slice(last)].join('\n');
  } catch (error) {
    // What cannot be edited by itself is told of as a problem of the transcript.
    if (error instanceof YamlEditError) return head;
    throw error;
  }
}
