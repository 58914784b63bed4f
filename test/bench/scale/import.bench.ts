/** Taking in very large files that transcripts come from. */
import { strFromU8, unzipSync, zipSync } from 'fflate/browser';
import { readTranscriptFile } from '../../../src/core/exchange/transcripts/read';
import { bytesOf, docx, odt, otr, rtf, xmlText } from '../../core/exchange/support/files';
import { type Bench, figure } from '../bench';
import { interviews } from '../dutch';

/** How many megabytes of text there are in each file; an interview of an hour has a twentieth of one. */
const TEXT_MB = 8;
/** Megabytes of pictures in the document that has some. */
const PICTURES_MB = 50;
/** A word processor begins a new run wherever it has checked the spelling, and says anew what the letters look like. */
const WORDS_PER_RUN = 3;
const RUN =
  '<w:r w:rsidRPr="00A77427"><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr><w:t xml:space="preserve">';

interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The text, with what an hour of work would get of it. */
  readonly obvious: (bytes: Uint8Array) => string;
}

export const bench: Bench = {
  title: `Taking in files with ${TEXT_MB} MB of text, the interviews of a week in one`,
  note:
    'In seconds of processor time: reading the file and recognizing who speaks when, beside the obvious way, which only ' +
    'unzips and strips all tags or control words by regular expressions: no comments, notes, changes or speakers.',
  async *rows() {
    for (const { name, bytes, obvious } of samples()) {
      const plain = await processorTime(() => obvious(bytes));
      let turns = 0;
      const ms = await processorTime(async () => {
        turns = (await readTranscriptFile({ name, bytes })).turns;
      });
      yield {
        file: name,
        'size (MB)': figure(bytes.length / 1e6),
        'inflated (MB)': figure(inflatedSize(name, bytes) / 1e6),
        turns: figure(turns),
        'read (s)': figure(ms / 1e3),
        'obvious (s)': figure(plain / 1e3),
        'peak (MB)': figure(process.resourceUsage().maxRSS / 1024),
      };
    }
  },
};

/** Milliseconds of the processor that some work takes. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function* samples(): Generator<Sample> {
  const text = interviews(TEXT_MB * 1e6)
    .map((one) => one.text)
    .join('');
  const lines = text.split('\n').filter((line) => line !== '');
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const stripped = (xml: string) => xml.replace(/<\/w?:?(?:text:)?p>/g, '\n').replace(/<[^>]*>/g, '');
  const fromZip = (part: string) => (bytes: Uint8Array) => stripped(strFromU8(unzipSync(bytes)[part]!));
  yield { name: 'a.txt', bytes: bytesOf(text), obvious: decode };
  yield { name: 'a.vtt', bytes: bytesOf(vtt(lines)), obvious: (bytes) => stripped(decode(bytes)) };
  yield {
    name: 'a.otr',
    bytes: otr(lines.map((line) => `<p>${xmlText(line)}</p>`).join('')),
    obvious: (bytes) => stripped(JSON.parse(decode(bytes)).text),
  };
  yield {
    name: 'a.rtf',
    bytes: rtf(lines),
    obvious: (bytes) => decode(bytes).replace(/\\[a-z]+-?\d* ?|[{}]/g, ''),
  };
  const paragraphs = lines.map((line) => `<text:p text:style-name="P1">${xmlText(line)}</text:p>`);
  yield { name: 'a.odt', bytes: odt(paragraphs.join('')), obvious: fromZip('content.xml') };
  const word = docx(lines.map(wordParagraph).join(''));
  yield { name: 'a.docx', bytes: word, obvious: fromZip('word/document.xml') };
  yield { name: 'pictures.docx', bytes: withPictures(word), obvious: fromZip('word/document.xml') };
}

function vtt(lines: readonly string[]): string {
  const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
  return `WEBVTT\n\n${lines.map((line, at) => `${clock(at)} --> ${clock(at + 1)}\n${line}\n\n`).join('')}`;
}

function wordParagraph(line: string, at: number): string {
  const words = line.match(new RegExp(`(?:\\S+\\s*){1,${WORDS_PER_RUN}}`, 'g')) ?? [];
  const id = (at + 1).toString(16).padStart(8, '0');
  return `<w:p w14:paraId="${id}" w:rsidR="00B00B"><w:pPr><w:spacing w:after="0"/></w:pPr>${words.map((one) => `${RUN}${xmlText(one)}</w:t></w:r>`).join('')}</w:p>`;
}

/** With pictures that do not pack any further, as photographs. */
function withPictures(document: Uint8Array): Uint8Array {
  const picture = new Uint8Array(PICTURES_MB * 1e6);
  for (let at = 0, value = 1; at < picture.length; at++) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    picture[at] = value >>> 24;
  }
  return zipSync({ ...unzipSync(document), 'word/media/image1.jpeg': [picture, { level: 0 }] });
}

function inflatedSize(name: string, bytes: Uint8Array): number {
  if (!/\.(?:docx|odt)$/.test(name)) return bytes.length;
  return Object.values(unzipSync(bytes)).reduce((sum, one) => sum + one.length, 0);
}
