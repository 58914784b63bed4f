import { decodeText } from '../../text/decode';
import { Archive } from '../container/archive';
import { readXmlTree } from '../container/xmlTree';
import { ImportError } from '../importError';
import type { ImportSource } from '../transcripts/importedTranscript';
import type { RefiCode, RefiSource } from './model';
import { type ReadProject, readProject } from './readProject';

/** A text as its program has it: with `\n` line ends, and which of these had two characters. */
export interface OriginalText {
  readonly text: string;
  readonly isLong: (lineEnd: number) => boolean;
}

/** A file of REFI-QDA that was opened. */
export interface OpenProject extends ReadProject {
  /** The text of a source or note; undefined where it has none that can be read. */
  textOf(source: RefiSource): OriginalText | undefined;
}

/** How many codes, texts or users a project may have. */
const most = 5000;

/** True where a file's name is that of a project or codebook of REFI-QDA. */
export function isRefiName(name: string): boolean {
  return /\.qd(?:px|c)$/i.test(name);
}

/** Opens a project or a codebook. Throws an ImportError where it cannot be read. */
export function openProject({ name, bytes }: ImportSource): OpenProject {
  if (/\.qdc$/i.test(name)) {
    const root = readXmlTree(name, bytes);
    if (root.name !== 'codebook') throw new ImportError('import-no-project');
    return { ...bounded(readProject(root)), textOf: () => undefined };
  }
  const archive = new Archive(bytes);
  const names = [...archive.names].filter((one) => !one.endsWith('/'));
  const projects = names.filter((one) => /\.qde$/i.test(one));
  if (projects.length !== 1) throw new ImportError('import-no-project');
  const root = readXmlTree(projects[0]!, archive.read(projects[0]!)!);
  if (root.name !== 'project') throw new ImportError('import-no-project');
  const byKey = new Map(names.map((one) => [one.toLowerCase(), one]));
  return {
    ...bounded(readProject(root)),
    textOf({ content }) {
      if ('text' in content) return originalText(new TextEncoder().encode(content.text));
      const file = content.path.replace(/^internal:\/+/i, '').toLowerCase();
      const found = byKey.get(`sources/${file}`) ?? byKey.get(file);
      const read = found === undefined ? undefined : archive.read(found);
      return read && originalText(read);
    },
  };
}

/** Every code, text and user gets a name that no other has, which takes long where there are too many. */
function bounded(read: ReadProject): ReadProject {
  const { codes, sources, users } = read.project;
  if (Math.max(countCodes(codes), sources.length, users.length) > most) {
    throw new ImportError('import-project-too-large');
  }
  return read;
}

function countCodes(codes: readonly RefiCode[]): number {
  return codes.reduce((sum, code) => sum + 1 + countCodes(code.codes), 0);
}

function originalText(bytes: Uint8Array): OriginalText | undefined {
  const { text, encoding, binary } = decodeText(bytes);
  if (binary) return undefined;
  const original = new TextDecoder(encoding).decode(bytes);
  if (!original.includes('\r\n')) return { text, isLong: () => false };
  const isLong = (original.match(/\r\n|\r|\n/g) ?? []).map((lineEnd) => lineEnd.length === 2);
  return { text, isLong: (lineEnd) => isLong[lineEnd]! };
}
