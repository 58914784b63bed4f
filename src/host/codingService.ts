import { randomUUID } from 'node:crypto';
import { definitionMark } from '../core/codebook/definitionMark';
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
      ...(await meaningOf(target.session, code)),
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
    const { written, error } = await this.#write({ session, changes });
    if (written.length > 0) {
      this.#done.push({ session, changes: written });
      if (this.#done.length > mostSteps) this.#done.shift();
      this.#undone.length = 0;
    }
    if (error !== undefined) throw error;
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
    const { session, changes } = step;
    const { written, error } = await this.#write({ session, changes: changes.map(turn) });
    if (written.length > 0) {
      const logs = new Set(written.map(({ log }) => log));
      const left = changes.filter(({ log }) => !logs.has(log));
      from.splice(from.lastIndexOf(step), 1, ...(left.length > 0 ? [{ session, changes: left }] : []));
      to.push({ session, changes: changes.filter(({ log }) => logs.has(log)) });
    }
    if (error !== undefined) throw error;
    return true;
  }

  /** One write after the other, so that the lines of a log stand in the order of the actions. */
  #write(step: Step): Promise<Written> {
    const result = this.#writing.then(() => appendChanges(step));
    this.#writing = result.catch(() => undefined);
    return result;
  }
}

/** The changes that are on disk, and what kept the others from it. */
interface Written {
  readonly written: readonly CodingChange[];
  readonly error?: unknown;
}

/** The lines of each log go in one write; where one log fails, those before it are saved. */
async function appendChanges({ session, changes }: Step): Promise<Written> {
  const at = new Date().toISOString();
  const byLog = new Map<string, CodingChange[]>();
  for (const change of changes) byLog.set(change.log, [...(byLog.get(change.log) ?? []), change]);
  const written: CodingChange[] = [];
  try {
    for (const [log, own] of byLog) {
      await session.files.append(
        log,
        own.map((change) => changeLine(change, (change.after ?? change.before)!.by, at)),
      );
      written.push(...own);
    }
    return { written };
  } catch (error) {
    return { written, error };
  } finally {
    session.changed(byLog.keys());
  }
}

/** A code as a coding holds it: its id, and the mark of what it means at present where the codebook has it. */
export async function meaningOf(
  session: StudySession,
  id: string,
): Promise<Pick<Coding, 'code' | 'defined'>> {
  const code = (await session.study.codebook()).byId.get(id);
  return { code: id, ...(code && { defined: definitionMark(code) }) };
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
