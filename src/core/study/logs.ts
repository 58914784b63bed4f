import { sameItems } from '../cache/same';
import { type CodingLog, linesOf, parseLog } from '../coding/log';
import { historyPath, parseLogPath } from '../coding/paths';
import type { Problem } from '../problem';
import type { Kept } from './kept';
import type { LogFacts, StudyLog } from './model';
import type { ReadText } from './readText';

/** The coding logs of a study, read. Of open transcripts, what says the same as before stays the very same. */
export class StudyLogs {
  readonly #last = new Map<string, StudyLog>();
  readonly #lastFacts = new WeakMap<StudyLog, LogFacts>();

  constructor(
    private readonly text: (path: string) => Promise<ReadText>,
    private readonly isOpen: (transcript: string) => boolean,
    private readonly kept: Kept,
  ) {}

  /** What a log says, without its text. */
  facts(path: string): Promise<LogFacts> {
    return this.kept.keep(`facts:${path}`, async () => {
      const log = await this.read(path);
      const known = this.#lastFacts.get(log);
      if (known) return known;
      const { coder, transcript, current, removed, problems } = log;
      const facts = { path, coder, transcript, current, removed, problems };
      if (this.#last.get(path) === log) this.#lastFacts.set(log, facts);
      return facts;
    });
  }

  read(path: string): Promise<StudyLog> {
    const read = async () => {
      const { value: text = '', problems } = await this.text(path);
      const { log, problems: inLog } = await this.#parseLog(path, text);
      const { current, removed } = log;
      const { coder, transcript } = parseLogPath(path)!;
      const all = [...problems, ...inLog];
      const last = this.#last.get(path);
      if (last && isSameLog(last, text, log, all)) return last;
      const read: StudyLog = { path, coder, transcript, text, log, current, removed, problems: all };
      if (this.isOpen(transcript)) this.#last.set(path, read);
      return read;
    };
    return this.kept.keepText(path, read, ({ text }) => text.length * 2);
  }

  /** Hears that a transcript is no longer open. */
  close(transcript: string): void {
    for (const [log, last] of this.#last) if (last.transcript === transcript) this.#last.delete(log);
  }

  /** Lines that compacting took out can come back below newer ones, when git merges what was not yet compacted. */
  async #parseLog(path: string, text: string): Promise<ReturnType<typeof parseLog>> {
    const parsed = parseLog(path, text, undefined, this.#last.get(path));
    if (!parsed.problems.some(({ code }) => code === 'log-older-line')) return parsed;
    const replaced = (await this.text(historyPath(path))).value;
    return replaced === undefined ? parsed : parseLog(path, text, new Set(linesOf(replaced)));
  }
}

/** True where a log that is read again says nothing else than before. */
function isSameLog(before: StudyLog, text: string, log: CodingLog, problems: readonly Problem[]): boolean {
  return (
    before.text === text &&
    before.problems.length + problems.length === 0 &&
    sameItems(before.current, log.current) &&
    sameItems(before.removed, log.removed)
  );
}
