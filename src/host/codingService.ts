import { randomUUID } from 'node:crypto';
import { definitionMark } from '../core/codebook/definitionMark';
import { type CodingChange, changeLine, inverseChange } from '../core/coding/change';
import { type Coding, selectQuote } from '../core/coding/coding';
import { logPath } from '../core/coding/paths';
import { inverseReviewChange, type ReviewChange, reviewChangeLine } from '../core/review/change';
import type { StudyCoding } from '../core/study';
import type { Range } from '../core/text/range';
import type { CoderIdentity } from './coder';
import type { StudySession } from './studySession';
import type { OpenTranscript } from './studyStore';

/** A log that is to have another path. */
export interface LogMove {
  readonly from: string;
  readonly to: string;
}

type LogChange = CodingChange | ReviewChange;
type Change = LogChange | LogMove;

/** Changes that were made, undone and redone together. */
interface Step {
  readonly session: StudySession;
  readonly changes: readonly Change[];
}

const mostSteps = 500;

/**
 * The one place that writes codings: it appends to the coder's own logs, lets logs follow their transcripts,
 * and can take every step back, reviews among them.
 */
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
    const own = logPath(coder, path);
    return (await session.study.codings(path)).filter(({ log }) => log === own);
  }

  /** True where a coding is the person's own: it stands in their log, and every log has one writer. */
  isOwn({ log, transcript }: StudyCoding): boolean {
    const coder = this.coder.current();
    return coder !== undefined && log === logPath(coder, transcript);
  }

  /** Saves changes of the coder's own logs, or new paths of logs. Resolved when they are on disk. */
  async apply(session: StudySession, changes: readonly Change[]): Promise<void> {
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
    return this.#move(this.#done, this.#undone, inverseOf);
  }

  /** Makes the last step that was taken back again; false where there is none. */
  redo(): Promise<boolean> {
    return this.#move(this.#undone, this.#done, (change) => change);
  }

  /** Hears of logs, or folders of them, that got another path otherwise: earlier steps are taken back there. */
  renamed(session: StudySession, moves: readonly LogMove[]): void {
    const pathOf = (log: string) => {
      const move = moves.find(({ from }) => log === from || log.startsWith(`${from}/`));
      return move ? move.to + log.slice(move.from.length) : log;
    };
    const follow = (change: Change): Change =>
      'from' in change
        ? { from: pathOf(change.from), to: pathOf(change.to) }
        : { ...change, log: pathOf(change.log) };
    for (const steps of [this.#done, this.#undone]) {
      for (const [index, step] of steps.entries()) {
        if (step.session === session) steps[index] = { session, changes: step.changes.map(follow) };
      }
    }
  }

  async #move(from: Step[], to: Step[], turn: (change: Change) => Change): Promise<boolean> {
    const step = from.at(-1);
    if (!step) return false;
    const { session, changes } = step;
    const turned = changes.map(turn);
    const { written, error } = await this.#write({ session, changes: turned });
    if (written.length > 0) {
      const isWritten = (_: Change, index: number) => written.includes(turned[index]!);
      const left = changes.filter((change, index) => !isWritten(change, index));
      from.splice(from.lastIndexOf(step), 1, ...(left.length > 0 ? [{ session, changes: left }] : []));
      to.push({ session, changes: changes.filter(isWritten) });
    }
    if (error !== undefined) throw error;
    return true;
  }

  /** One write after the other, so that the lines of a log stand in the order of the actions. */
  #write(step: Step): Promise<Written> {
    const result = this.#writing.then(() => makeChanges(step, this.coder.current()));
    this.#writing = result.catch(() => undefined);
    return result;
  }
}

function inverseOf(change: Change): Change {
  if ('from' in change) return { from: change.to, to: change.from };
  return 'review' in change ? inverseReviewChange(change) : inverseChange(change);
}

/** The changes that are on disk, and what kept the others from it. */
interface Written {
  readonly written: readonly Change[];
  readonly error?: unknown;
}

/** The lines of each log go in one write; where one log fails, those before it are saved. */
async function makeChanges({ session, changes }: Step, who: string | undefined): Promise<Written> {
  const at = new Date().toISOString();
  const byLog = new Map<string, LogChange[]>();
  const touched: string[] = [];
  const written: Change[] = [];
  try {
    for (const change of changes) {
      if ('log' in change) byLog.set(change.log, [...(byLog.get(change.log) ?? []), change]);
      else {
        touched.push(change.from, change.to);
        await session.files.move(change.from, change.to);
        written.push(change);
      }
    }
    for (const [log, own] of byLog) {
      touched.push(log);
      await session.files.append(
        log,
        own.map((change) => lineOf(change, who, at)),
      );
      written.push(...own);
    }
    return { written };
  } catch (error) {
    return { written, error };
  } finally {
    const moved = changes.some((change) => 'from' in change);
    if (moved) session.changed(touched);
    else session.wrote(touched);
  }
}

/** What was settled may be removed by another person than the one who settled it: a removal is by who removes. */
function lineOf(change: LogChange, who: string | undefined, at: string): string {
  if ('review' in change) {
    const { review, takenBack } = change;
    return reviewChangeLine(
      takenBack && who !== undefined ? { ...change, review: { ...review, by: who } } : change,
      at,
    );
  }
  return changeLine(change, change.after?.by ?? who ?? change.before!.by, at);
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
