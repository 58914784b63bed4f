import { parseLogPath } from '../coding/paths';
import { findCopies, findLogCopies } from '../copies';
import type { FileStore } from '../ports';
import { parseReviewPath } from '../review/paths';
import { groupBy } from '../summary/groupBy';
import { compareStrings } from '../text/compare';
import { isStudyFile, type StudyFolder, studyFolders } from './files';
import type { Kept } from './kept';
import { type Read, unreadable } from './readText';

/** Which files a study has, and which of them belong to which transcript. Nothing of them is read. */
export class StudyListing {
  /** The files of the folders whose lists are kept. */
  readonly #listed = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly files: FileStore,
    private readonly kept: Kept,
  ) {}

  /** The files in a folder, sorted. */
  folder(folder: StudyFolder): Promise<Read<readonly string[]>> {
    return this.kept.keep(`list:${folder}`, async () => {
      try {
        const paths = (await this.files.list(folder)).filter(isStudyFile[folder]).sort(compareStrings);
        this.#listed.set(folder, new Set(paths));
        return { value: paths, problems: [] };
      } catch (error) {
        return { value: [], problems: [unreadable(folder, error)] };
      }
    });
  }

  /** The files in a folder, sorted, without those that a sync program made of others. */
  async paths(folder: StudyFolder): Promise<readonly string[]> {
    const [{ value }, copies] = await Promise.all([this.folder(folder), this.#copiesIn(folder)]);
    return copies.size === 0 ? value : value.filter((path) => !copies.has(path));
  }

  /** The files that a sync program made of others, with the paths of these. */
  async copies(): Promise<ReadonlyMap<string, string>> {
    const perFolder = await Promise.all(studyFolders.map((folder) => this.#copiesIn(folder)));
    return new Map([...perFolder, findCopies(await this.#rootPaths())].flatMap((copies) => [...copies]));
  }

  /** The transcripts that there are, and those that only logs speak of, sorted. */
  coded(): Promise<readonly string[]> {
    return this.kept.keep('coded', async () => {
      const logged = (await this.paths('codings')).map((path) => parseLogPath(path)!.transcript);
      return [...new Set([...(await this.paths('transcripts')), ...logged])].sort(compareStrings);
    });
  }

  /** The paths of the coding logs of a transcript, sorted. */
  async logsOf(transcript: string): Promise<readonly string[]> {
    const index = await this.kept.keep('logIndex', async () =>
      groupBy(await this.paths('codings'), (path) => parseLogPath(path)!.transcript),
    );
    return index.get(transcript) ?? [];
  }

  /** The paths of the review logs of a transcript, sorted. */
  async reviewLogsOf(transcript: string): Promise<readonly string[]> {
    const index = await this.kept.keep('reviewIndex', async () => {
      const paths = (await this.paths('reviews')).filter((path) => parseReviewPath(path));
      return groupBy(paths, (path) => parseReviewPath(path)!.transcript);
    });
    return index.get(transcript) ?? [];
  }

  /** The coders who have a folder of logs, sorted. */
  codersWithFolders(): Promise<readonly string[]> {
    return this.kept.keep('coderFolders', async () => {
      const folders = (await this.paths('codings')).map((path) => parseLogPath(path)!.coder);
      return [...new Set(folders)].sort(compareStrings);
    });
  }

  /** True for a file that is in the list of its folder which is kept. */
  has(path: string): boolean {
    return this.#listed.get(folderOf(path))?.has(path) ?? false;
  }

  /** Forgets the list of the folder that a file is in, and what follows from it. */
  forgetFolderOf(path: string): void {
    const folder = folderOf(path);
    this.#listed.delete(folder);
    this.kept.forget([`list:${folder}`, `copies:${folder}`, 'coded']);
    if (folder === 'codings') this.kept.forget(['logIndex', 'coderFolders']);
    if (folder === 'reviews') this.kept.forget(['reviewIndex']);
  }

  #copiesIn(folder: StudyFolder): Promise<ReadonlyMap<string, string>> {
    return this.kept.keep(`copies:${folder}`, async () => {
      const { value } = await this.folder(folder);
      const isPlain = folder === 'transcripts' || folder === 'scores';
      return isPlain ? findCopies(value) : findLogCopies(value, await this.paths('transcripts'));
    });
  }

  async #rootPaths(): Promise<readonly string[]> {
    const isYaml = (path: string) => /\.ya?ml$/.test(path);
    try {
      return ((await this.files.listRoot?.()) ?? []).filter(isYaml);
    } catch {
      // Each of the files is read by its name, which tells more.
      return [];
    }
  }
}

function folderOf(path: string): string {
  return path.split('/', 1)[0]!;
}
