import { decodeText, decodeWindows1252 } from '../text/decode';

/** A file's text, and how to make a file of another that has as many lines. */
export interface FileText {
  /** With `\n` line ends and no byte order mark. */
  readonly text: string;
  /** The bytes of a text in the file's own encoding, line ends and byte order mark; undefined where it has no such letters. */
  encode(text: string): Uint8Array | undefined;
}

/** Reads a file so that it can be written as it was; undefined where it is no text, or has damaged characters. */
export function openText(bytes: Uint8Array): FileText | undefined {
  const { text, encoding, binary } = decodeText(bytes);
  if (binary) return undefined;
  const raw =
    encoding === 'windows-1252'
      ? decodeWindows1252(bytes)
      : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const mark = raw.startsWith('\ufeff') ? '\ufeff' : '';
  const lineEnds = raw.match(/\r\n?|\n/g) ?? [];
  const encode = (changed: string) => {
    const lines = changed.split('\n');
    if (lines.length !== lineEnds.length + 1) return undefined;
    const whole = mark + lines.map((line, index) => line + (lineEnds[index] ?? '')).join('');
    return encodeAs(encoding, whole);
  };
  const same = encode(text);
  return same && isSame(same, bytes) ? { text, encode } : undefined;
}

function encodeAs(encoding: ReturnType<typeof decodeText>['encoding'], text: string): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'windows-1252') return encodeWindows1252(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  }
  return bytes;
}

let windows1252: ReadonlyMap<string, number> | undefined;

function encodeWindows1252(text: string): Uint8Array | undefined {
  windows1252 ??= new Map(
    [...decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte))].map((one, byte) => [
      one,
      byte,
    ]),
  );
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = windows1252.get(text[at]!);
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
