import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, normalizeLineEnds } from '../../../src/core/text/decode';

const interview = 'I: Hoe gaat het?\nR: Goed, het is één café “met” 😀 patiënten.\n';

function bytes(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ];
  return Uint8Array.from(
    units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe('normalizeLineEnds', () => {
  it.each([
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['\r\r\n\r', '\n\n\n'],
    ['\ufeffa', 'a'],
    ['a\ufeff', 'a\ufeff'],
    ['a\u2028b\u0085', 'a\u2028b\u0085'],
    ['', ''],
  ])('reads %j as %j', (text, normalized) => {
    expect(normalizeLineEnds(text)).toBe(normalized);
  });

  it('gives the same text for every kind of line end', () => {
    const lines = fc.array(fc.string({ unit: 'binary' }).map((line) => line.replace(/[\r\n\ufeff]/g, '')));
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), (texts, lineEnd) => {
        expect(normalizeLineEnds(texts.join(lineEnd))).toBe(texts.join('\n'));
      }),
    );
  });
});

describe('decodeText', () => {
  it.each([
    ['UTF-8', bytes(interview), 'utf-8'],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], interview), 'utf-8'],
    ['UTF-16 LE with a byte order mark', utf16(interview, true, true), 'utf-16le'],
    ['UTF-16 BE with a byte order mark', utf16(interview, false, true), 'utf-16be'],
    ['UTF-16 LE', utf16(interview, true, false), 'utf-16le'],
    ['UTF-16 BE', utf16(interview, false, false), 'utf-16be'],
  ] as const)('reads %s', (_, file, encoding) => {
    expect(decodeText(file)).toMatchObject({ text: interview, encoding, binary: false });
  });

  it('reads Windows-1252, with its curly quotes and euro sign', () => {
    const file = bytes([0x93], 'Caf', [0xe9, 0x94, 0x20, 0x80], '10 ge', [0xef], 'nd');
    expect(decodeText(file)).toMatchObject({
      text: '“Café” €10 geïnd',
      encoding: 'windows-1252',
      binary: false,
    });
  });

  it('reads Windows-1252 that ends in a byte which begins a character in UTF-8', () => {
    expect(decodeText(bytes('caf', [0xe9])).text).toBe('café');
  });

  it('stays with UTF-8 where one character of many is cut or broken', () => {
    const cut = bytes('é ë ï en nog een ', [0xc3]);
    expect(decodeText(cut)).toMatchObject({ text: 'é ë ï en nog een \ufffd', encoding: 'utf-8' });
    const stray = bytes('één', [0xe9], ' café');
    expect(decodeText(stray)).toMatchObject({ text: 'één\ufffd café', encoding: 'utf-8' });
  });

  it('reads an empty file as an empty text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ text: '', encoding: 'utf-8', binary: false });
    expect(decodeText(bytes([0xef, 0xbb, 0xbf])).text).toBe('');
    expect(decodeText(bytes([0xff, 0xfe])).text).toBe('');
  });

  it('takes the line ends of every encoding for one', () => {
    expect(decodeText(utf16('a\r\nb\rc', true, true)).text).toBe('a\nb\nc');
    expect(decodeText(bytes('a\r\nb\rc')).text).toBe('a\nb\nc');
  });

  it.each([
    ['PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0])],
    ['PDF', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')],
    ['RTF', bytes('{\\rtf1\\ansi R: Ja.}')],
    ['zip (docx)', bytes('PK', [3, 4, 20, 0, 6, 0, 8, 0, 0, 0])],
    ['old Word', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0])],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0, 1])],
    ['control characters', bytes([1, 2, 3, 4, 5, 6, 7, 8, 14, 15])],
  ])('knows %s for no text', (_, file) => {
    expect(decodeText(file).binary).toBe(true);
  });

  it('takes tabs, form feeds and the line breaks of word processors for text', () => {
    expect(decodeText(bytes('a\tb\fc\vd')).binary).toBe(false);
  });

  it('tells where the bytes are those of the text', () => {
    const isAsItStands = (file: Uint8Array) => decodeText(file).asItStands;
    expect(isAsItStands(bytes(interview))).toBe(true);
    expect(isAsItStands(new Uint8Array())).toBe(true);
    const others = [
      bytes([0xef, 0xbb, 0xbf], interview),
      utf16(interview, true, true),
      bytes('a\r\nb'),
      bytes('a\rb'),
      bytes('caf', [0xe9]),
      bytes('één', [0xe9], ' café'),
    ];
    for (const file of others) expect(isAsItStands(file)).toBe(false);
  });

  it('never says so of bytes that are not', () => {
    const units = fc.array(
      fc.constantFrom([0xef, 0xbb, 0xbf], [0xc3, 0xa9], [0x0d], [0x0a], [0xff], [0x61], [0]),
    );
    fc.assert(
      fc.property(units, (parts) => {
        const file = Uint8Array.from(parts.flat());
        const { text, asItStands } = decodeText(file);
        if (asItStands) expect(new TextEncoder().encode(text)).toEqual(file);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (file) => {
        expect(decodeText(file).text).not.toMatch(/\r/);
      }),
    );
  });

  it('reads back what was written in UTF-8, cut at any byte too, but for the cut character', () => {
    const file = bytes(interview.repeat(2));
    for (let length = interview.length + 10; length <= file.length; length++) {
      const { text, encoding } = decodeText(file.subarray(0, length));
      expect(encoding).toBe('utf-8');
      expect(interview.repeat(2)).toContain(text.replace(/\ufffd+$/, ''));
    }
  });

  it('reads back every text written in UTF-8 or, with a byte order mark, in UTF-16', () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((value) => !/[\r\ufeff\0]/.test(value) && value.isWellFormed());
    fc.assert(
      fc.property(text, (value) => {
        expect(decodeText(utf16(value, true, true)).text).toBe(value);
        expect(decodeText(utf16(value, false, true)).text).toBe(value);
        expect(decodeText(bytes([0xef, 0xbb, 0xbf], value)).text).toBe(value);
      }),
    );
  });
});
