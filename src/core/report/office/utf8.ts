/** So many UTF-16 units are written at a time. */
const atOnce = 1 << 16;

/** The bytes of a text that comes in parts: all of a long one need not be put together first. */
export function utf8Of(parts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let waiting = '';
  for (const part of parts) {
    waiting += part;
    if (waiting.length < atOnce) continue;
    pieces.push(encoder.encode(waiting));
    waiting = '';
  }
  pieces.push(encoder.encode(waiting));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const piece of pieces) {
    bytes.set(piece, length);
    length += piece.length;
  }
  return bytes;
}
