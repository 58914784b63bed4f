import { hash } from 'node:crypto';

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal; some twenty times as fast as in JavaScript. */
export function nodeSha256(text: string): string {
  return hash('sha256', text);
}
