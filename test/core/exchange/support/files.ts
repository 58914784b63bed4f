import { strToU8, zipSync } from 'fflate/browser';

/** A turn as tests write it, without a time where a format has none. */
export interface Said {
  readonly speaker: string;
  readonly seconds: number;
  readonly text: string;
}

function archive(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const wordSpaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ');

/** A document of Word with this in its body, and other parts by their names below `word/`. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const own = Object.entries(parts).map(([name, content]) => [`word/${name}.xml`, wordPart(name, content)]);
  return archive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${wordSpaces}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(own),
  });
}

function wordPart(name: string, content: string): string {
  const root = name === 'commentsExtended' ? 'w15:commentsEx' : `w:${name}`;
  return `<?xml version="1.0"?><${root} ${wordSpaces}>${content}</${root}>`;
}

/** A run of text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.join('')}</w:p>`;
}

export function odt(body: string): Uint8Array {
  const spaces = ['office', 'text', 'table', 'meta'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const drawing = ['drawing', 'svg-compatible'].map(
    (name) =>
      `xmlns:${name.slice(0, name === 'drawing' ? 4 : 3)}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const open = `<office:document-content xmlns:dc="http://purl.org/dc/elements/1.1/" ${[...spaces, ...drawing].join(' ')}>`;
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${open}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });
}

/** Text of RTF, every sign beyond ASCII as `\u`. */
export function rtf(lines: readonly string[]): Uint8Array {
  const escaped = lines.map((line) =>
    line
      .replace(/[\\{}]/g, '\\$&')
      .replace(/[^\0-\x7f]/g, (sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`),
  );
  return strToU8(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}${escaped.join('\\par\r\n')}\\par}`);
}

export function bytesOf(text: string): Uint8Array {
  return strToU8(text);
}

export function otr(html: string): Uint8Array {
  return strToU8(JSON.stringify({ text: html, media: 'interview.mp3', 'media-time': 1 }));
}

export function clock(seconds: number, fraction = ''): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':') + fraction;
}
