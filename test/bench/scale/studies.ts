import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeStudy } from './study';

/** To be raised when `writeStudy` writes another study. */
const version = 1;
/** Below the folder in which the bench runs: that of the repository. */
const cache = '.vscode-test';

/** The folder of a study of so many transcripts, made at its first use. */
export function studyOf(transcripts: number): string {
  const folder = resolve(cache, `scale-study-${version}-${transcripts}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(resolve(cache, '.scale-study-'));
  writeStudy(draft, transcripts);
  renameSync(draft, folder);
  return folder;
}
