import { NodeFiles } from '../../../src/cli/nodeFiles';
import type { Coding } from '../../../src/core/coding/coding';
import { logPath } from '../../../src/core/coding/paths';
import type { FileStore } from '../../../src/core/ports';
import { Study, type StudyCoding } from '../../../src/core/study';
import type { CoderIdentity } from '../../../src/host/coder';
import { CodingService } from '../../../src/host/codingService';
import { appendLinesOnDisk } from '../../../src/host/diskLog';
import { rewriteFileOnDisk } from '../../../src/host/diskWriter';
import type { FolderStore } from '../../../src/host/fileStore';
import { compactLogFile, restoreLogFile } from '../../../src/host/logCompaction';
import type { StudySession } from '../../../src/host/studySession';
import type { OpenTranscript } from '../../../src/host/studyStore';

/** A study on disk with the service that codes it, as a window has them, without an editor. */
export class DiskSession {
  readonly codings: CodingService;
  readonly #session: StudySession;

  private constructor(
    readonly study: Study,
    private readonly files: FileStore & Pick<FolderStore, 'append' | 'rewrite'>,
    private readonly coder: string,
  ) {
    const changed = (paths: Iterable<string>) => study.invalidate([...paths]);
    this.#session = { study, files, changed, wrote: changed } as unknown as StudySession;
    const identity = { current: () => coder, need: async () => coder };
    this.codings = new CodingService(identity as unknown as CoderIdentity);
  }

  static async open(folder: string, coder: string): Promise<DiskSession> {
    const files = await NodeFiles.open(folder);
    const onDisk = {
      list: (path: string) => files.list(path),
      read: (path: string) => files.read(path),
      append: (path: string, lines: readonly string[]) => appendLinesOnDisk(`${folder}/${path}`, lines),
      rewrite: (path: string, change: Parameters<FolderStore['rewrite']>[1]) =>
        rewriteFileOnDisk(`${folder}/${path}`, change),
    };
    return new DiskSession(new Study(onDisk), onDisk, coder);
  }

  /** The session, for what takes one. */
  get session(): StudySession {
    return this.#session;
  }

  /** Tags a range; resolved when that is done as a person is told. */
  async tag(path: string, start: number, end: number, code: string, rest: Partial<Coding> = {}) {
    const target = { session: this.#session, path } as OpenTranscript;
    const coding = { ...(await this.codings.draft(target, { start, end }, code))!, ...rest };
    await this.codings.add(target, [coding]);
    return coding;
  }

  /** Gives a coding another code, or none. */
  async change(found: StudyCoding, code: string | undefined): Promise<void> {
    const before = found.coding;
    const change = { log: found.log, before, ...(code !== undefined && { after: { ...before, code } }) };
    await this.codings.apply(this.#session, [change]);
  }

  /** Compacts the person's own log of a transcript. */
  async compact(path: string) {
    const log = logPath(this.coder, path);
    const outcome = await compactLogFile(this.files, log);
    this.#session.changed([log]);
    return outcome;
  }

  /** Takes that back. */
  async restore(path: string): Promise<boolean> {
    const log = logPath(this.coder, path);
    const done = await restoreLogFile(this.files, log);
    this.#session.changed([log]);
    return done;
  }

  /** The person's own codings of a transcript. */
  own(path: string): Promise<StudyCoding[]> {
    return this.codings.own(this.#session, path);
  }
}
