import { decodeText } from '../../text/decode';
import { ImportError } from '../importError';
import type { Draft, ImportSource } from './importedTranscript';

/** Reads a plain text or Markdown file in any of the usual encodings. */
export function readPlain({ bytes }: ImportSource): Draft {
  return { text: textOf(bytes), comments: [], warnings: [] };
}

/** A file's text; throws an ImportError where its bytes are none. */
export function textOf(bytes: Uint8Array): string {
  const { text, binary } = decodeText(bytes);
  if (binary) throw new ImportError('import-not-text');
  return text;
}
