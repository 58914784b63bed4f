import type { FileStore } from '../ports';
import { fileProblem, type Problem } from '../problem';
import { Study } from '../study';
import { studyFiles, studyFolders } from '../study/files';
import { unreadable } from '../study/readText';
import { compareStrings } from '../text/compare';
import { type FileText, openText } from './fileText';

/** The files of a study that a copy of it gets, and the others. */
export interface CarriedFiles {
  readonly texts: ReadonlyMap<string, FileText>;
  /** What is not taken along, by path: files kept aside, exports, and what compacting took out of logs. */
  readonly left: readonly string[];
  /** Files that cannot be read, or not be written again as they are. */
  readonly problems: readonly Problem[];
}

const rootFiles: readonly string[] = [...Object.values(studyFiles), '.gitattributes'];
const otherFolders = ['notes', 'originals', 'summaries'];

/**
 * Reads the files that a copy of a study gets.
 * @param withHistory whether it gets what compacting took out of logs, too
 */
export async function readCarriedFiles(files: FileStore, withHistory: boolean): Promise<CarriedFiles> {
  const all = await filesOfStudy(files);
  const carried = new Set(await carriedPaths(files, withHistory));
  const texts = new Map<string, FileText>();
  const problems: Problem[] = [];
  for (const path of carried) {
    try {
      const bytes = await files.read(path);
      const text = bytes && openText(bytes);
      if (text) texts.set(path, text);
      else if (bytes) problems.push(fileProblem(path, 'names-damaged-file'));
    } catch (error) {
      problems.push(unreadable(path, error));
    }
  }
  return { texts, left: all.filter((path) => !carried.has(path)), problems };
}

/** The paths of all files in the study's folder and in the folders that it knows, sorted. */
export async function filesOfStudy(files: FileStore): Promise<string[]> {
  const folders = [...studyFolders, ...otherFolders];
  const listed = await Promise.all(folders.map((folder) => files.list(folder)));
  const root = (await files.listRoot?.()) ?? rootFiles;
  return [...new Set([...root, ...listed.flat()])].sort(compareStrings);
}

/** The paths of the files that a copy of a study gets, sorted. */
export async function carriedPaths(files: FileStore, withHistory = false): Promise<string[]> {
  const study = new Study(files);
  const folders = studyFolders.filter((folder) => withHistory || folder !== 'history');
  const known = await Promise.all(folders.map((folder) => study.paths(folder)));
  const isOther = (path: string) => rootFiles.includes(path) || /^notes\/[^/]+\.md$/.test(path);
  const others = (await filesOfStudy(files)).filter(isOther);
  return [...others, ...known.flat()].sort(compareStrings);
}
