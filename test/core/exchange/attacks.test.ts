import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type ZipOptions, zipSync } from 'fflate/browser';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/core/exchange/container/archive';
import { readXml } from '../../../src/core/exchange/container/xml';
import { ImportError } from '../../../src/core/exchange/importError';
import { docx, paragraph, run } from './support/files';
import { bodyOf, read } from './support/read';

const ignoring = { open() {}, close() {}, text() {} };
const good = docx(paragraph(run('I: Ja')));

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return 'none';
}

/** An archive with numbers changed at an offset in the list of its first file, or of the end. */
function changed(bytes: Uint8Array, at: 'entry' | 'file' | 'end', offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const signature = { entry: 0x02014b50, file: 0x04034b50, end: 0x06054b50 }[at];
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature);
  copy.writeUInt32LE(value >>> 0, copy.indexOf(start) + offset);
  return copy;
}

describe('an archive', () => {
  it.each([
    '../evil',
    'a/../../b',
    '/etc/passwd',
    'C:\\x',
    'a\\..\\b',
    '\\\\server\\x',
    '..\\x',
    'c:x',
    './x',
    'a\0b',
  ])('with a file named %j is refused', (name) => {
    const bytes = zipSync({ [name]: strToU8('x'), 'word/document.xml': strToU8('x') });
    expect(codeOf(() => new Archive(bytes))).toBe('import-zip-unsafe');
  });

  it('may have been made on Windows, with other signs between its folders', async () => {
    const files = unzipSync(good);
    const windows = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.replaceAll('/', '\\'), bytes])),
    );
    expect((await read('a.docx', windows)).body).toBe('I: Ja\n');
    const twice = zipSync({ 'a/b': strToU8('x'), 'a\\b': strToU8('y') });
    expect(codeOf(() => new Archive(twice))).toBe('import-zip-unsafe');
  });

  it('that was written as it came, with its sizes after the files, is read', async () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_, part) => parts.push(part));
    for (const [name, bytes] of Object.entries(unzipSync(good))) {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(bytes, true);
    }
    zip.end();
    const streamed = Buffer.concat(parts);
    expect(streamed.readUInt16LE(6) & 8).toBe(8);
    expect((await read('a.docx', streamed)).body).toBe('I: Ja\n');
  });

  it('with more files than a document ever has is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`f${at}`, new Uint8Array()]));
    expect(codeOf(() => new Archive(zipSync(many, { level: 0 })))).toBe('import-too-large');
  });

  it('of the kind for more than 4 GB is refused', () => {
    expect(codeOf(() => new Archive(changed(one, 'end', 16, 0xffffffff)))).toBe('import-too-large');
    expect(codeOf(() => new Archive(changed(one, 'entry', 20, 0xffffffff)))).toBe('import-too-large');
    expect(codeOf(() => new Archive(changed(one, 'entry', 24, 0xffffffff)))).toBe('import-too-large');
  });

  it('is never followed, neither through links nor into archives in it', async () => {
    const link: [Uint8Array, ZipOptions] = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }];
    const linked = zipSync({ ...unzipSync(good), 'word/document.xml': link });
    await expect(read('a.docx', linked)).rejects.toMatchObject({ code: 'import-bad-xml' });
    const nested = zipSync({ ...unzipSync(good), 'word/document.xml': good });
    await expect(read('a.docx', nested)).rejects.toMatchObject({ code: 'import-bad-xml' });
  });

  it('that has one name twice is refused', () => {
    const bytes = Buffer.from(zipSync({ 'aaaa.xml': strToU8('x'), 'bbbb.xml': strToU8('y') }));
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('bbbb.xml', 'aaaa.xml'), 'latin1');
    expect(codeOf(() => new Archive(twice))).toBe('import-zip-unsafe');
  });

  const text = 'woord '.repeat(200);
  const one = zipSync({ a: strToU8(text) });

  it.each([
    ['says that a file is smaller than it is', changed(one, 'entry', 24, 10)],
    ['says that a file is larger than it is', changed(one, 'entry', 24, 5000)],
    ['has other bytes than its checksum says', changed(one, 'entry', 16, 1)],
    ['says that more is packed than there is', changed(one, 'entry', 20, 50_000)],
    ['has a file elsewhere than it says', changed(one, 'entry', 42, 3)],
    ['has a file beyond its end', changed(one, 'entry', 42, 0xfffffff0)],
    ['has its list elsewhere than it says', changed(one, 'end', 16, 1)],
    ['is packed in a way that is not known', changed(one, 'entry', 10, 0x0000_000c)],
  ])('that %s is refused', (_, bytes) => {
    expect(codeOf(() => new Archive(bytes).read('a'))).toBe('import-damaged');
  });

  it('whose files share their bytes is refused', () => {
    const bytes = Buffer.from(zipSync({ aaaa: strToU8(text), bbbb: strToU8(text) }));
    const entry = Buffer.of(0x50, 0x4b, 1, 2);
    const second = bytes.indexOf(entry, bytes.indexOf(entry) + 1);
    bytes.writeUInt32LE(0, second + 42);
    expect(codeOf(() => new Archive(bytes))).toBe('import-damaged');
  });

  it('with a password is refused', () => {
    expect(codeOf(() => new Archive(changed(one, 'entry', 8, 0x0008_0001)))).toBe('import-encrypted');
  });

  it('that would swell to what no document is, is refused before it does', () => {
    const bomb = zipSync({ a: new Uint8Array(16e6) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(codeOf(() => new Archive(bomb).read('a'))).toBe('import-too-large');
    expect(codeOf(() => new Archive(changed(one, 'entry', 24, 0xfffffffe)).read('a'))).toBe(
      'import-too-large',
    );
    expect(codeOf(() => new Archive(changed(one, 'end', 8, 0xffff_ffff)))).toBe('import-too-large');
  });

  it('that says little of what swells is refused when it has grown too far', () => {
    const bomb = changed(zipSync({ a: new Uint8Array(16e6) }), 'entry', 24, 1000);
    expect(codeOf(() => new Archive(bomb).read('a'))).toBe('import-damaged');
  });

  it('that is cut anywhere is refused', async () => {
    for (let length = 0; length < good.length; length += 41) {
      await expect(read('a.docx', good.subarray(0, length))).rejects.toBeInstanceOf(ImportError);
    }
  });

  it('without a document in it is refused', async () => {
    await expect(read('a.docx', one)).rejects.toMatchObject({ code: 'import-no-document' });
    await expect(read('a.odt', one)).rejects.toMatchObject({ code: 'import-no-document' });
  });
});

describe('XML', () => {
  const parse = (xml: string) => codeOf(() => readXml('a.xml', strToU8(xml), ignoring));

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>',
    '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    '<!DOCTYPE a><a/>',
  ])('with a document type is refused: %s', (xml) => {
    expect(parse(xml)).toBe('import-xml-doctype');
  });

  it('that is nested too deeply is refused', () => {
    expect(parse(`${'<a xmlns:b="x">'.repeat(20_000)}`)).toBe('import-xml-too-deep');
  });

  it.each(['<a>', '<a></b>', '<a>&x;</a>', '<a b="1" b="2"/>', '<x:a/>', 'a', '<a/><b/>', '<a \0/>'])(
    'that is damaged is refused: %s',
    (xml) => {
      expect(parse(xml)).toBe('import-bad-xml');
    },
  );

  it('that says where it is damaged says so to a person', async () => {
    const damaged = docx(paragraph(run('I: Ja'), '</w:x>'));
    await expect(read('a.docx', damaged)).rejects.toMatchObject({
      code: 'import-bad-xml',
      args: ['word/document.xml', '1', expect.stringMatching(/^\d+$/)],
    });
  });

  it('with huge attributes, texts and names is read or refused, not more than its size', async () => {
    const long = 'a'.repeat(5_000_000);
    expect(parse(`<a b="${long}">${long}</a>`)).toBe('none');
    expect(parse(`<${long}/>`)).toBe('none');
    expect(parse(`<a b="${long}`)).toBe('import-bad-xml');
    const many = Array.from({ length: 50_000 }, (_, at) => ` a${at}="x"`).join('');
    expect(parse(`<a${many}/>`)).toBe('none');
    expect(parse(`<a${many} a0="y"/>`)).toBe('import-bad-xml');
  });

  it('is read as what it is, whatever encoding it says it has', async () => {
    const written = (declared: string, bytes: (xml: string) => Uint8Array) => {
      const files = unzipSync(docx(paragraph(run('R: één “ja”'))));
      const xml = strFromU8(files['word/document.xml']!);
      const declaring = xml.replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${declared}"?>`);
      files['word/document.xml'] = Uint8Array.from(bytes(declaring));
      return bodyOf('a.docx', zipSync(files));
    };
    const windows = (xml: string) => Buffer.from(xml.replace('“', '\x93').replace('”', '\x94'), 'latin1');
    expect(await written('US-ASCII', strToU8)).toBe('R: één “ja”\n');
    expect(await written('windows-1252', windows)).toBe('R: één “ja”\n');
    expect(await written('UTF-8', windows)).toBe('R: één “ja”\n');
    const wide = (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le');
    expect(await written('UTF-8', wide)).toBe('R: één “ja”\n');
    expect(await written('UTF-16', (xml) => wide(xml).swap16())).toBe('R: één “ja”\n');
    await expect(written('UTF-32', (xml) => wide(xml.split('').join('\0')))).rejects.toMatchObject({
      code: 'import-bad-xml',
    });
  });

  it('keeps names such as __proto__ names', async () => {
    const part = '<w:p><__proto__ constructor="1"/><w:r __proto__="1"><w:t>I: ja</w:t></w:r></w:p>';
    expect((await read('a.docx', docx(part))).body).toBe('I: ja\n');
    expect(({} as Record<string, unknown>).constructor).toBe(Object);
  });
});
