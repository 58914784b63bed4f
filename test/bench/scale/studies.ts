import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeDoubleCodedStudy, writeStudy } from './study';

/** To be raised when another study is written. */
const version = 1;
/** Below the folder in which the bench runs: that of the repository. */
const cache = '.vscode-test';

/** The folder of a study of so many transcripts, made at its first use. */
export function studyOf(transcripts: number): string {
  return madeOnce(`scale-study-${version}-${transcripts}`, (folder) => writeStudy(folder, transcripts));
}

/** The folder of a study of so many transcripts that two coders have coded, made at its first use. */
export function doubleCodedStudyOf(transcripts: number): string {
  const name = `double-coded-study-${version}-${transcripts}`;
  return madeOnce(name, (folder) => writeDoubleCodedStudy(folder, transcripts));
}

function madeOnce(name: string, write: (folder: string) => void): string {
  const folder = resolve(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(resolve(cache, '.scale-study-'));
  write(draft);
  renameSync(draft, folder);
  return folder;
}
