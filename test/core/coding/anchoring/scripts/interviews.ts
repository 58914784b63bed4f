import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseLog } from '../../../../../src/core/coding/log';
import { decodeText } from '../../../../../src/core/text/decode';
import type { Interview } from './script';

/** The transcripts of a study on disk, with the codings that every coder has made. */
export function interviewsOf(study: string): Interview[] {
  const logs = filesIn(join(study, 'codings')).map((path) => ({
    path,
    text: read(join(study, 'codings', path)),
  }));
  return filesIn(join(study, 'transcripts')).map((path) => {
    const own = logs.filter((log) => log.path.endsWith(`/${path}.jsonl`));
    const codings = own.flatMap((log) => parseLog(log.path, log.text).log.current);
    return { path, text: read(join(study, 'transcripts', path)), codings };
  });
}

function read(path: string): string {
  return decodeText(readFileSync(path)).text;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
