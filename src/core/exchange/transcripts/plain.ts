import { decodeText, normalizeLineEnds } from '../../text/decode';
import { ImportError } from '../importError';
import type { Draft, ImportSource } from './importedTranscript';

/** Reads a plain text or Markdown file in any of the usual encodings. */
export function readPlain({ bytes }: ImportSource): Draft {
  return { text: textOf(bytes), comments: [], warnings: [] };
}

/** A file's text; throws an ImportError where its bytes are none. */
export function textOf(bytes: Uint8Array): string {
  const { text, encoding, binary } = decodeText(bytes);
  if (binary) throw new ImportError('import-not-text');
  if (encoding !== 'windows-1252' || !isLatin9(bytes)) return text;
  return normalizeLineEnds(new TextDecoder('iso-8859-15').decode(bytes));
}

/**
 * True for what old programs of Unix wrote: the euro sign where Windows has a sign that nobody uses, and
 * none of the curly quotes and dashes of Windows.
 */
function isLatin9(bytes: Uint8Array): boolean {
  return bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
}
