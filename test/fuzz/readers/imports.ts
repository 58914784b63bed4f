import { strFromU8, strToU8 } from 'fflate/browser';
import { parseLog } from '../../../src/core/coding/log';
import { ImportError } from '../../../src/core/exchange/importError';
import { planFile } from '../../../src/core/exchange/planFile';
import type { ImportedTranscript } from '../../../src/core/exchange/transcripts/importedTranscript';
import { readTranscriptFile } from '../../../src/core/exchange/transcripts/read';
import { decodeText } from '../../../src/core/text/decode';
import { parseTurns } from '../../../src/core/transcript/turns';
import { bytesOf, docx, odt, otr, paragraph, rtf, run, xmlText } from '../../core/exchange/support/files';
import type { Draw } from '../draw';
import { hostileTexts } from '../hostile';
import { hostileDocument } from '../hostileDocuments';
import { demand, demandFilled } from '../invariants';
import { mutate, mutateText } from '../mutate';
import { mutateArchive } from '../mutateArchive';
import { type Material, type Reader, seedsOfKinds } from '../reader';

const mostLines = 30;

/** Good files of each format, of lines of a transcript. */
const makers: Readonly<Record<string, (lines: readonly string[]) => Uint8Array>> = {
  otr: (lines) =>
    otr(lines.map((line) => `<p><span data-timestamp="1.5">0:01</span>&nbsp;${xmlText(line)}</p>`).join('')),
  vtt: (lines) =>
    bytesOf(
      `WEBVTT\n\n${lines.map((line, at) => `${at}\n00:00:01.000 --> 00:00:02.000\n<v Anna>${xmlText(line)}</v>\n\n`).join('')}`,
    ),
  srt: (lines) =>
    bytesOf(
      lines
        .map((line, at) => `${at + 1}\r\n00:00:${10 + at},000 --> 00:00:${11 + at},500\r\n${line}\r\n\r\n`)
        .join(''),
    ),
  rtf: (lines) => rtf(lines),
  docx: (lines) =>
    docx(
      lines
        .map((line, at) =>
          at % 5 === 0
            ? `<w:tbl><w:tr><w:tc>${paragraph(run('R'))}</w:tc><w:tc>${paragraph(run(line))}</w:tc></w:tr></w:tbl>`
            : paragraph(
                `<w:commentRangeStart w:id="${at}"/>`,
                run(line),
                `<w:commentRangeEnd w:id="${at}"/>`,
              ),
        )
        .join(''),
      {
        comments: lines
          .map(
            (_, at) => `<w:comment w:id="${at}" w:author="A">${paragraph(run('drempel: memo'))}</w:comment>`,
          )
          .join(''),
      },
    ),
  odt: (lines) =>
    odt(
      lines
        .map(
          (line, at) =>
            `<text:p><office:annotation office:name="${at}"><text:p>a</text:p></office:annotation>${xmlText(line)}</text:p>`,
        )
        .join(''),
    ),
  txt: (lines) => bytesOf(lines.join('\n')),
  md: (lines) => bytesOf(lines.map((line) => line.replace(/^(\w+):/, '**$1:**')).join('\n\n')),
};

export const importReaders: readonly Reader<Uint8Array>[] = Object.keys(makers).map((format) => ({
  name: `import of .${format}`,
  share: 4,
  good: (material) => goodFiles(format, material, 0),
  draw: (draw, material) => damaged(draw, format, material),
  check: (bytes) => checkImport(bytes, format),
}));

/** What was made of the lines of a transcript, by the format and the number of that. */
const made = new Map<string, Uint8Array>();

/** One that is made of lines of a transcript, and those that word processors have written. */
function goodFiles(format: string, material: Material, first: number): Uint8Array[] {
  const written = material.documents.filter((one) => one.format === format).map(({ bytes }) => bytes);
  const key = `${format} ${first % seedsOfKinds(material, 'transcript').length}`;
  const own = made.get(key) ?? makers[format]!(linesOf(material, first));
  made.set(key, own);
  return [own, ...written];
}

function damaged(draw: Draw, format: string, material: Material): Uint8Array {
  const good = draw.pick(goodFiles(format, material, draw.below(1000)));
  const isText = format === 'txt' || format === 'md';
  if (draw.chance(isText ? 0.6 : 0.2))
    return mutate(draw, 'transcript', good, draw.pick(material.seeds).bytes);
  const fragments = hostileDocument[format]!;
  if (format !== 'docx' && format !== 'odt') {
    return strToU8(damagedText(draw, strFromU8(good, true), fragments), format === 'rtf');
  }
  const { bytes } = draw.pick(material.documents.filter((one) => one.format !== 'rtf'));
  return mutateArchive(draw, good, bytes, fragments);
}

/** Reads a file, or hears why it cannot be read; what it says can be taken into a study. */
async function checkImport(bytes: Uint8Array, format: string): Promise<void> {
  let imported: ImportedTranscript;
  try {
    imported = await readTranscriptFile({ name: `a.${format}`, bytes });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    demandFilled(error.problemOf('a'));
    return;
  }
  demandWhole(imported);
  await demandPlanned(bytes, `a.${format}`, imported);
}

/** Comments become codings of the text that is written, each where it says, and say what was not understood. */
async function demandPlanned(bytes: Uint8Array, name: string, imported: ImportedTranscript): Promise<void> {
  const codebook = new TextEncoder().encode('codes: [{id: barrier, name: Drempel}]\n');
  const files = {
    list: async () => [],
    read: async (path: string) => (path === 'codebook.yaml' ? codebook : undefined),
  };
  const order = { caseId: 'c', overwrite: false, at: '2024-01-01T00:00:00.000Z', choices: new Map() };
  const plan = await planFile(files, { source: { name, bytes }, imported, coder: undefined, ...order });
  for (const [path, lines] of plan.appends) {
    demand(!/(?:^|\/)\.{1,2}(?:\/|$)|\\/.test(path), 'a path leads elsewhere');
    if (!path.startsWith('codings/')) continue;
    const { log, problems } = parseLog(path, lines.join('\n'));
    demand(problems.length === 0 && log.current.length === lines.length, 'a coding cannot be read');
    for (const { start, end, quote } of log.current) {
      demand(plan.text.slice(start, end) === quote, 'a coding is not where it says');
    }
  }
}

function demandWhole({ head, body, turns, comments, warnings }: ImportedTranscript): void {
  demand(body === '' || /[^\n]\n$/.test(body), 'the text does not end with one line end');
  demand(!/[\r\ufeff]/.test(body.slice(0, 1)) && !body.includes('\r'), 'line ends are left');
  const known = head === '' ? parseTurns(body, 0, undefined) : [];
  const speaking = known.filter(({ speaker }) => speaker !== undefined).length;
  demand(head !== '' || speaking === turns, 'it reads as other turns than it says');
  for (const { start, end } of comments)
    demand(start >= 0 && start <= end && end <= body.length, 'a comment is outside');
  for (const warning of warnings) demandFilled(warning);
}

function damagedText(draw: Draw, text: string, fragments: readonly string[]): string {
  let changed = text;
  for (let left = 1 + draw.below(4); left > 0; left--) {
    const at = draw.below(changed.length + 1);
    const fragment = draw.pick(draw.chance(0.7) ? fragments : hostileTexts);
    changed = draw.chance(0.6)
      ? changed.slice(0, at) + fragment + changed.slice(at)
      : mutateText(draw, changed);
  }
  return changed.slice(0, 300_000);
}

function linesOf(material: Material, first: number): string[] {
  const texts = seedsOfKinds(material, 'transcript');
  const lines = decodeText(texts[first % texts.length]!.bytes)
    .text.split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(0, mostLines);
}
