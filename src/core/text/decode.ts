/** How the bytes of a file were read. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file as text: line ends are `\n`, no byte order mark; `binary` where the bytes are no text at all. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly binary: boolean;
  /** True where the bytes are those of the text in UTF-8; false also where that was not looked into. */
  readonly asItStands: boolean;
}

/** Turns every line end (CRLF, lone CR) into one `\n` and drops a leading byte order mark. */
export function normalizeLineEnds(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}

/**
 * Reads a file's bytes as text: by byte order mark, else UTF-16 where every other byte of the beginning is
 * zero, else UTF-8 where that is (mostly) valid, else Windows-1252 (as old Windows programs wrote). Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, decoded, whole } = decode(bytes);
  const text = normalizeLineEnds(decoded);
  const binary = isDocument(text) || looksBinary(text);
  return { text, encoding, binary, asItStands: whole && text === decoded && !hasMark(bytes) };
}

/** `whole` where it is UTF-8 without anything that could not be read. */
function decode(bytes: Uint8Array): { encoding: Encoding; decoded: string; whole: boolean } {
  const utf16 = utf16Mark(bytes) ?? utf16WithoutMark(bytes);
  if (utf16) return { encoding: utf16, decoded: new TextDecoder(utf16).decode(bytes), whole: false };
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const whole = !decoded.includes('\ufffd');
  if (whole || isUtf8(bytes, decoded)) return { encoding: 'utf-8', decoded, whole };
  return { encoding: 'windows-1252', decoded: decodeWindows1252(bytes), whole };
}

/** Whether a byte order mark of UTF-8 stands at the beginning. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function utf16Mark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const windowsPunctuation = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Bytes of Windows-1252 as text. Several versions of Node 20 to 23 decode it as Latin-1, without its curly quotes
 * and euro sign.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const decoded = new TextDecoder('windows-1252').decode(bytes);
  return decoded.replace(/[\x80-\x9f]/g, (control) => windowsPunctuation[control.charCodeAt(0) - 0x80]!);
}

function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  const pairs = sample.length / 2;
  // The other byte is zero in a few characters too, such as U+1F600.
  if (odd > pairs * 0.7 && even <= pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd <= pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** A cut character or a stray byte does not make a file Windows-1252 whose other accents are valid UTF-8. */
function isUtf8(bytes: Uint8Array, decoded: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    const broken = decoded.match(/\ufffd/g)?.length ?? 0;
    const whole = decoded.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
    return whole > 0 && whole >= broken;
  }
}

/** PDF and RTF begin like text and may hold nothing else, but their words are not to be read as they stand. */
function isDocument(text: string): boolean {
  return /^(?:%PDF-|\{\\rtf)/.test(text);
}

function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 8192);
  return countControls(text, length) > length * 0.02;
}

/** How many control characters stand at the beginning; a zero is worth all. */
function countControls(text: string, length: number): number {
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return Number.POSITIVE_INFINITY;
    if (unit < 32 && !(unit >= 9 && unit <= 12)) controls++;
  }
  return controls;
}
