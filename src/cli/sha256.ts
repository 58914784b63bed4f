import { hash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, in hexadecimal; some twenty times as fast as in JavaScript. */
export function nodeSha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}
