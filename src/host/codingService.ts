import { randomUUID } from 'node:crypto';
import { type CodingChange, changeLine, inverseChange } from '../core/coding/change';
import { type Coding, selectQuote } from '../core/coding/coding';
import { logPath } from '../core/coding/paths';
import type { StudyCoding } from '../core/study';
import type { Range } from '../core/text/range';
import type { CoderIdentity } from './coder';
import type { StudySession } from './studySession';
import type { OpenTranscript } from './studyStore';

/** Changes that were made, undone and redone together. */
interface Step {
  readonly session: StudySession;
  readonly changes: readonly CodingChange[];
}

const mostSteps = 500;

/** The one place that writes codings: it appends to the coder's own logs, and can take every step back. */
export class CodingService {
  readonly #done: Step[] = [];
  readonly #undone: Step[] = [];
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly coder: CoderIdentity) {}

  /** A coding of a range of a transcript by the person at the screen; not yet saved. Undefined without a coder. */
  async draft(target: OpenTranscript, range: Range, code: string): Promise<Coding | undefined> {
    const by = await this.coder.need(target.session);
    const transcript = await target.session.study.transcript(target.path);
    if (by === undefined || !transcript) return undefined;
    return {
      id: randomUUID(),
      code,
      ...selectQuote(transcript.text, range),
      by,
      at: new Date().toISOString(),
    };
  }

  /** The codings of a transcript that the person at the screen made, and so may change. */
  async own(session: StudySession, path: string): Promise<StudyCoding[]> {
    const coder = this.coder.current();
    if (coder === undefined) return [];
    const log = logPath(coder, path);
    return (await session.study.codings(path)).filter((one) => one.log === log);
  }

  /** Saves changes of the coder's own logs. Resolved when they are on disk. */
  async apply(session: StudySession, changes: readonly CodingChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.#write({ session, changes });
    this.#done.push({ session, changes });
    if (this.#done.length > mostSteps) this.#done.shift();
    this.#undone.length = 0;
  }

  /** Adds codings to their coder's logs of a transcript. */
  add(target: OpenTranscript, codings: readonly Coding[]): Promise<void> {
    return this.apply(
      target.session,
      codings.map((after) => ({ log: logPath(after.by, target.path), after })),
    );
  }

  /** Takes the last step of coding back; false where there is none. */
  undo(): Promise<boolean> {
    return this.#move(this.#done, this.#undone, inverseChange);
  }

  /** Makes the last step that was taken back again; false where there is none. */
  redo(): Promise<boolean> {
    return this.#move(this.#undone, this.#done, (change) => change);
  }

  async #move(from: Step[], to: Step[], turn: (change: CodingChange) => CodingChange): Promise<boolean> {
    const step = from.at(-1);
    if (!step) return false;
    await this.#write({ session: step.session, changes: step.changes.map(turn) });
    from.pop();
    to.push(step);
    return true;
  }

  /** One write after the other, so that the lines of a log stand in the order of the actions. */
  #write({ session, changes }: Step): Promise<void> {
    const write = async () => {
      const at = new Date().toISOString();
      const lines = new Map<string, string[]>();
      for (const change of changes) {
        const by = (change.after ?? change.before)!.by;
        lines.set(change.log, [...(lines.get(change.log) ?? []), changeLine(change, by, at)]);
      }
      for (const [log, added] of lines) await session.files.append(log, added);
      session.changed(lines.keys());
    };
    const result = this.#writing.then(write);
    this.#writing = result.catch(() => undefined);
    return result;
  }
}

/** Where a coding's change is written: its own log, with the words and context of where it now stands. */
export function replacement(found: StudyCoding, changed: Partial<Coding>): CodingChange {
  return { log: found.log, before: found.coding, after: { ...found.coding, ...changed } };
}

/** What a person is shown of a quote: one line, not too long. */
export function shorten(text: string, length = 80): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
