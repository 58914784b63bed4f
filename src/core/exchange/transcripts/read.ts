import { ImportError } from '../importError';
import {
  type Draft,
  type ImportedTranscript,
  type ImportSource,
  type TranscriptFormat,
  transcriptFormats,
} from './importedTranscript';
import { recognize } from './recognize';

type Reader = (source: ImportSource) => Draft | Promise<Draft>;

/** The readers, each loaded when a file first asks for it. */
const readers: Readonly<Record<TranscriptFormat, Reader>> = {
  otr: async (source) => (await import('./otr')).readOtr(source),
  vtt: async (source) => (await import('./cues')).readCues(source),
  srt: async (source) => (await import('./cues')).readCues(source),
  docx: async (source) => (await import('../documents/docx')).readDocx(source),
  odt: async (source) => (await import('../documents/odt')).readOdt(source),
  rtf: async (source) => (await import('./rtf')).readRtf(source),
  txt: async (source) => (await import('./plain')).readPlain(source),
  md: async (source) => (await import('./plain')).readPlain(source),
  transcript: async (source) => (await import('./plain')).readPlain(source),
};

const oldWord = [0xd0, 0xcf, 0x11, 0xe0];

/** The format that a file's name tells; undefined for files that are no transcripts. */
export function formatOf(name: string): TranscriptFormat | undefined {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  return transcriptFormats.find((format) => format === extension);
}

/** Reads a transcript that was made elsewhere. Rejects with an ImportError where it cannot be read. */
export async function readTranscriptFile(source: ImportSource): Promise<ImportedTranscript> {
  const format = formatOf(source.name);
  if (!format)
    throw new ImportError('import-unknown-format', transcriptFormats.map((one) => `.${one}`).join(', '));
  if (oldWord.every((byte, at) => source.bytes[at] === byte)) throw new ImportError('import-old-word');
  return recognize(source.name, format, await readers[format](source));
}
