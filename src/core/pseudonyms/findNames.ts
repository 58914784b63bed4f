import type { FileStore } from '../ports';
import { decodeText } from '../text/decode';
import { LineIndex } from '../text/lineIndex';
import type { Position } from '../text/range';
import { jsonValues } from './jsonValues';
import { type NameMatch, type NamePattern, NameTable } from './nameTable';

/** A place in a study where a name stands. */
export interface NamePlace {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** As it stands there. */
  readonly found: string;
  /** As it is listed. */
  readonly listed: string;
  /** What would come there. */
  readonly put: string;
  /** Whether it stands in the path of the file; the place is then the file's beginning. */
  readonly inPath: boolean;
}

/** Every place of names in files of a study: in texts, in the values of logs, and in paths, by file and place. */
export async function findNames(
  files: FileStore,
  patterns: readonly NamePattern[],
  paths: readonly string[],
): Promise<NamePlace[]> {
  const table = new NameTable(patterns);
  const found: NamePlace[] = [];
  for (const path of paths) {
    found.push(...inPath(path, table));
    const bytes = await files.read(path).catch(() => undefined);
    if (!bytes) continue;
    const { text, binary } = decodeText(bytes);
    if (!binary)
      found.push(...(path.endsWith('.jsonl') ? inLog(path, text, table) : inText(path, text, table)));
  }
  return found;
}

function inPath(path: string, table: NameTable): NamePlace[] {
  const slash = path.indexOf('/') + 1;
  if (slash === 0) return [];
  const start = { line: 0, character: 0 };
  const name = path.slice(slash);
  return table.matches(name).map((match) => ({
    file: path,
    start,
    end: start,
    found: name.slice(match.start, match.end),
    ...listedAs(match),
    inPath: true,
  }));
}

function inText(file: string, text: string, table: NameTable): NamePlace[] {
  const lines = new LineIndex(text);
  return table.matches(text).map((match) => ({
    file,
    start: lines.positionAt(match.start),
    end: lines.positionAt(match.end),
    found: text.slice(match.start, match.end),
    ...listedAs(match),
    inPath: false,
  }));
}

function listedAs({ pattern, text }: NameMatch): Pick<NamePlace, 'listed' | 'put'> {
  return { listed: pattern.find, put: text };
}

/** Values are read as JSON has them, with what is written as `\u00e9`; a place is that of the value. */
function inLog(file: string, text: string, table: NameTable): NamePlace[] {
  return text.split('\n').flatMap((source, line) =>
    valuesOf(source).flatMap(({ start, end, value }) => {
      const place = { file, start: { line, character: start }, end: { line, character: end }, inPath: false };
      return table
        .matches(value)
        .map((match) => ({ ...place, found: value.slice(match.start, match.end), ...listedAs(match) }));
    }),
  );
}

function valuesOf(source: string): { start: number; end: number; value: string }[] {
  try {
    JSON.parse(source);
  } catch {
    const value = source.replace(/\\u([0-9a-f]{4})/gi, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return [{ start: 0, end: source.length, value }];
  }
  return jsonValues(source).flatMap(({ start, end, value }) =>
    typeof value === 'string' ? [{ start, end, value }] : [],
  );
}
