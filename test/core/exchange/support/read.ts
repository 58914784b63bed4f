import type { ImportedTranscript } from '../../../../src/core/exchange/transcripts/importedTranscript';
import { readTranscriptFile } from '../../../../src/core/exchange/transcripts/read';
import { describeProblem } from '../../../../src/core/problem';
import { bytesOf } from './files';

export function read(name: string, content: string | Uint8Array): Promise<ImportedTranscript> {
  return readTranscriptFile({ name, bytes: typeof content === 'string' ? bytesOf(content) : content });
}

/** The turns that are recognized in a file. */
export async function bodyOf(name: string, content: string | Uint8Array): Promise<string> {
  return (await read(name, content)).body;
}

/** What was not understood, as `line: code`. */
export async function warningsOf(name: string, content: string | Uint8Array): Promise<string[]> {
  const { warnings } = await read(name, content);
  for (const warning of warnings) if (/\{\d\}/.test(describeProblem(warning))) throw new Error(warning.code);
  return warnings.map(({ start, code }) => `${start.line + 1}: ${code}`);
}
