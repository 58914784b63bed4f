import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { DisposableStore } from '../../host/disposables';
import { PerTranscript } from '../../host/perTranscript';
import type { Reading } from '../../host/reading';
import type { Services } from '../../host/services';
import type { StudySession } from '../../host/studySession';

/** How many codings a code has: with its very id, and with those of the codes below it. */
export interface CodeCount {
  readonly own: number;
  readonly withSubcodes: number;
}

type IdCounts = ReadonlyMap<string, number>;

/** Counts the codings of every code, of all coders together; what they settled once, as what they agreed on. */
export class CodingCounts implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #perTranscript: PerTranscript<IdCounts>;
  /** What of each transcript is in the sums, and the sums, by the ids that logs have. */
  readonly #summed = new Map<string, IdCounts>();
  readonly #sums = new Map<string, number>();
  #session: StudySession | undefined;
  readonly #changed = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor({ studies, log }: Services) {
    this.#perTranscript = this.#disposables.add(
      new PerTranscript<IdCounts>(
        studies,
        async (session, path, before) => {
          const counts = new Map<string, number>();
          const { represented } = await session.consensus(path);
          for (const { coding } of await session.codings(path)) {
            if (represented.has(coding.id)) continue;
            counts.set(coding.code, (counts.get(coding.code) ?? 0) + 1);
          }
          return before && sameCounts(before, counts) ? before : counts;
        },
        log,
      ),
    );
    this.#disposables.add(
      this.#perTranscript.onDidChange((transcripts) => {
        if (studies.current !== this.#session) this.#forget();
        this.#session = studies.current;
        for (const path of transcripts) this.#sum(path);
        this.#changed.fire();
      }),
    );
  }

  get reading(): Reading {
    return this.#perTranscript;
  }

  /** Begins to count, where that was not asked before. */
  start(): void {
    void this.#perTranscript.start();
  }

  /** The counts of a codebook's codes by id; undefined until every log has been read once. */
  of(codebook: Codebook): ReadonlyMap<string, CodeCount> | undefined {
    if (!this.#perTranscript.finished) return undefined;
    const own = new Map<string, number>();
    for (const [id, count] of this.#sums) {
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

  #forget(): void {
    this.#summed.clear();
    this.#sums.clear();
  }

  #sum(transcript: string): void {
    const add = (counts: IdCounts | undefined, sign: 1 | -1) => {
      for (const [id, count] of counts ?? []) this.#sums.set(id, (this.#sums.get(id) ?? 0) + sign * count);
    };
    const counts = this.#perTranscript.values.get(transcript);
    add(this.#summed.get(transcript), -1);
    add(counts, 1);
    if (counts) this.#summed.set(transcript, counts);
    else this.#summed.delete(transcript);
  }
}

function sameCounts(a: IdCounts, b: IdCounts): boolean {
  return a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);
}
