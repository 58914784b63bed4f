import { describe, expect, it } from 'vitest';
import { clock } from './support/files';
import { bodyOf } from './support/read';

interface Said {
  readonly speaker: string;
  readonly text: string;
}

const inWindows = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const latin9 = new Map(
  [...'€ŠšŽžŒœŸ'].map((sign, at) => [sign, [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe][at]!]),
);

function oneByte(text: string, byteOf: (sign: string) => number | undefined): Uint8Array {
  return Uint8Array.from(text, (sign) => {
    const byte = byteOf(sign) ?? sign.charCodeAt(0);
    if (byte > 0xff) throw new Error(`${sign} has no byte`);
    return byte;
  });
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** How a text can be written, and whether only the signs of Western Europe can be. */
const encodings: Readonly<Record<string, { isNarrow?: boolean; encode: (text: string) => Uint8Array }>> = {
  'UTF-8': { encode: (text) => Buffer.from(text) },
  'UTF-8 with a mark': { encode: (text) => Buffer.from(`\ufeff${text}`) },
  'UTF-16 LE with a mark': { encode: (text) => utf16(`\ufeff${text}`) },
  'UTF-16 BE with a mark': { encode: (text) => utf16(`\ufeff${text}`).swap16() },
  'UTF-16 LE without a mark': { encode: utf16 },
  'UTF-16 BE without a mark': { encode: (text) => utf16(text).swap16() },
  'Windows-1252': {
    isNarrow: true,
    encode: (text) =>
      oneByte(text, (sign) => (inWindows.includes(sign) ? 0x80 + inWindows.indexOf(sign) : undefined)),
  },
  'ISO 8859-15': { isNarrow: true, encode: (text) => oneByte(text, (sign) => latin9.get(sign)) },
};
const lineEnds: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  CR: (text) => text.replaceAll('\n', '\r'),
  'mixed line ends': (text) => {
    let count = 0;
    return text.replace(/\n/g, () => ['\n', '\r\n', '\r'][count++ % 3]!);
  },
};

const wide: readonly Said[] = [
  { speaker: 'I', text: 'Één café? “Ja” – €5, zei ’t œuvre 😀' },
  { speaker: 'R', text: 'Zeeën…' },
  { speaker: 'I', text: 'Ja?' },
];
/** Without what one of the two narrow encodings does not have. */
const narrow: Readonly<Record<string, readonly Said[]>> = {
  'Windows-1252': wide.map((one) => ({ ...one, text: one.text.replace(' 😀', '') })),
  'ISO 8859-15': wide.map((one) => ({ ...one, text: one.text.replace(/ 😀|[“”’…]| –/gu, '') })),
};

/** Files of text, and how what was said in them is written in a study. */
const formats: Readonly<
  Record<string, { write: (said: Said, at: number) => string; head?: string; timed?: boolean }>
> = {
  txt: { write: ({ speaker, text }) => `${speaker}: ${text}\n` },
  md: { write: ({ speaker, text }) => `**${speaker}:** ${text}\n` },
  transcript: { write: ({ speaker, text }) => `${speaker}: ${text}\n` },
  vtt: {
    head: 'WEBVTT\n\n',
    timed: true,
    write: ({ speaker, text }, at) =>
      `${clock(at, '.000')} --> ${clock(at + 1, '.000')}\n<v ${speaker}>${text}\n\n`,
  },
  srt: {
    timed: true,
    write: ({ speaker, text }, at) =>
      `${at + 1}\n${clock(at, ',000')} --> ${clock(at + 1, ',000')}\n${speaker}: ${text}\n\n`,
  },
};

const cases = Object.keys(formats).flatMap((format) =>
  Object.keys(encodings).flatMap((encoding) =>
    Object.keys(lineEnds).map((ends) => ({ format, encoding, ends })),
  ),
);

describe('a file of text', () => {
  it.each(cases)('.$format is read in $encoding with $ends', async ({ format, encoding, ends }) => {
    const { write, head = '', timed } = formats[format]!;
    const said = encodings[encoding]!.isNarrow ? narrow[encoding]! : wide;
    const text = head + said.map(write).join('');
    const bytes = encodings[encoding]!.encode(lineEnds[ends]!(text));
    const lines = said.map((one, at) => `${timed ? `[${clock(at)}] ` : ''}${one.speaker}: ${one.text}\n`);
    expect(await bodyOf(`a.${format}`, bytes)).toBe(lines.join(''));
  });

  it.each(Object.keys(encodings))('.otr is read in %s, indented or not', async (encoding) => {
    const said = encodings[encoding]!.isNarrow ? narrow[encoding]! : wide;
    const html = said.map(({ speaker, text }) => `<p>${speaker}: ${text}</p>`).join('');
    for (const indent of [0, 2]) {
      for (const ends of Object.values(lineEnds)) {
        const bytes = encodings[encoding]!.encode(ends(JSON.stringify({ text: html }, undefined, indent)));
        expect(await bodyOf('a.otr', bytes)).toBe(
          said.map(({ speaker, text }) => `${speaker}: ${text}\n`).join(''),
        );
      }
    }
  });

  it.each(Object.keys(lineEnds))('.rtf is read with %s, which mean nothing in it', async (ends) => {
    const file = lineEnds[ends]!(
      "{\\rtf1\\ansi\\ansicpg1252\n{\\fonttbl{\\f0\nArial;}}\nI: \\'c9\\'e9n \\'93caf\n\\'e9\\'94\\par\nR: \\'80 5\\\nja}",
    );
    expect(await bodyOf('a.rtf', file)).toBe('I: Één “café”\nR: € 5\nja\n');
  });

  it('keeps the odd sign of Windows-1252 where its curly quotes tell that it is that', async () => {
    expect(await bodyOf('a.txt', Buffer.from('I: \x93\xa4\x94\n', 'latin1'))).toBe('I: “¤”\n');
  });
});
