import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { countedCodings } from '../../core/review/consensus';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';
import { type IdCounts, RunningSums } from './runningSums';

/** How many codings a code has: with its very id, and with those of the codes below it. */
export interface CodeCount {
  readonly own: number;
  readonly withSubcodes: number;
}

/** Counts the codings of every code, of all coders together; what they settled once, as what they agreed on. */
export class CodingCounts implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #perTranscript: PerTranscript<IdCounts>;
  /** By the ids that logs have. */
  readonly #sums = new RunningSums();
  #session: StudySession | undefined;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor({ studies, log }: Services) {
    this.#perTranscript = this.#disposables.add(
      new PerTranscript<IdCounts>(
        studies,
        async (session, path, before) => {
          const counts = new Map<string, number>();
          const codings = countedCodings(await session.codings(path), await session.consensus(path));
          for (const { coding } of codings) {
            counts.set(coding.code, (counts.get(coding.code) ?? 0) + 1);
          }
          return before && sameCounts(before, counts) ? before : counts;
        },
        log,
      ),
    );
    this.#disposables.add(
      this.#perTranscript.onDidChange((transcripts) => {
        if (studies.current !== this.#session) this.#sums.clear();
        this.#session = studies.current;
        for (const path of transcripts) this.#sums.put(path, this.#perTranscript.values.get(path));
        this.#changed.fire();
      }),
    );
  }

  get reading(): Reading {
    return this.#perTranscript;
  }

  /** True when every log has been read once. */
  get finished(): boolean {
    return this.#perTranscript.finished;
  }

  /** Resolves when every log has been read once. */
  async whenFinished(): Promise<void> {
    while (!this.finished) {
      await new Promise<void>((resolve) => {
        const listener = this.onDidChange(() => {
          listener.dispose();
          resolve();
        });
      });
    }
  }

  /** Begins to count, where that was not asked before. */
  start(): void {
    void this.#perTranscript.start();
  }

  /** The counts of a codebook's codes by id; undefined until every log has been read once. */
  of(codebook: Codebook): ReadonlyMap<string, CodeCount> | undefined {
    if (!this.#perTranscript.finished) return undefined;
    const own = new Map<string, number>();
    for (const [id, count] of this.#sums.sums) {
      const code = codebook.byId.get(id)?.id;
      if (code !== undefined) own.set(code, (own.get(code) ?? 0) + count);
    }
    const totals = new Map<string, CodeCount>();
    // Children stand after their parent in the codebook's order, so this meets them first.
    for (const code of codebook.codes.toReversed()) {
      const count = own.get(code.id) ?? 0;
      const below = code.children.reduce((sum, child) => sum + totals.get(child.id)!.withSubcodes, 0);
      totals.set(code.id, { own: count, withSubcodes: count + below });
    }
    return totals;
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function sameCounts(a: IdCounts, b: IdCounts): boolean {
  return a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
}
