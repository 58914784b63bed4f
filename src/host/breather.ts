import * as vscode from 'vscode';
import type { Pace } from '../core/cache/bounded';

/** How long work may go on without a break, in milliseconds: alone, and where other long work waits for its turn. */
const mostAtOnce = 10;
const mostOfTurn = 2;
/** How long it waits with telling how far it is. */
const patience = 200;

/** The longest that long work waits for what is shown first, in milliseconds. */
const mostPatience = 2_000;

const shownFirst = new Set<Promise<unknown>>();

/** Long work that waits for its turn: one turn at a time is taken between two looks at what the editor asks. */
const waiting: (() => void)[] = [];
/** When the present turn began. */
let turnBegan = performance.now();

/** Does what someone at the screen waits for; long work rests until then. */
export async function showFirst<T>(work: () => Promise<T>): Promise<T> {
  const shown = work();
  shownFirst.add(shown);
  try {
    return await shown;
  } finally {
    shownFirst.delete(shown);
  }
}

/** The pace of long work in the editor, which answers in between its parts. */
export class Breather implements Pace {
  /** With several, each waits for the others’ parts too, and so does whoever opens a transcript meanwhile. */
  readonly atOnce = 1;
  readonly #began = performance.now();
  #told = performance.now();

  /**
   * @param token stops the work when it is canceled: `rest` then rejects with a `CancellationError`
   * @param tell hears now and then how many parts are done
   */
  constructor(
    private readonly token?: vscode.CancellationToken,
    private readonly tell?: (done: number, of: number) => void,
  ) {}

  async rest(done = 0, of = 0): Promise<void> {
    const now = performance.now();
    if (this.tell && now - this.#told >= patience) {
      this.#told = now;
      this.tell(done, of);
    }
    await untilShown();
    const since = performance.now() - Math.max(turnBegan, this.#began);
    if (since >= (waiting.length > 0 ? mostOfTurn : mostAtOnce)) await nextTurn();
    if (this.token?.isCancellationRequested) throw new vscode.CancellationError();
  }
}

/** What is shown may lead to more that is to be shown: a document that is seen is highlighted next. */
async function untilShown(): Promise<void> {
  if (shownFirst.size === 0) return;
  const end = performance.now() + mostPatience;
  for (let left = mostPatience; shownFirst.size > 0 && left > 0; left = end - performance.now()) {
    await Promise.race([Promise.allSettled(shownFirst), pause(left)]);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(takeTurn);
  });
}

/** All that is called back with `setImmediate` runs in one go, so each turn comes with one of its own. */
function takeTurn(): void {
  turnBegan = performance.now();
  waiting.shift()!();
  if (waiting.length > 0) setImmediate(takeTurn);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
