import type { Pace } from '../cache/bounded';
import { compareStrings } from '../text/compare';
import type { CodingMark } from './coding';
import { idKey, idKeys } from './idKeys';
import { KeyCounts } from './keyCounts';

/** A log with its codings, and the keys of their ids where these are at hand. */
interface LogWithIds {
  readonly path: string;
  readonly current: readonly CodingMark[];
  readonly keys?: Float64Array;
}

/** An id that a log has in common with an earlier one. */
export interface SharedId {
  readonly id: string;
  /** The path of the first log that has it. */
  readonly owner: string;
}

/**
 * Which logs have which ids of codings; only logs that changed are looked through again. Ids are held against each
 * other by their keys, and only those that others have too, as far as keys tell, as they are.
 */
export class IdOwners {
  readonly #logs = new Map<string, { readonly log: LogWithIds; readonly keys: Float64Array }>();
  readonly #counts = new KeyCounts();

  /** Whether a log has an id, as far as its key tells: no two ids are likely ever to have the same. */
  has(id: string): boolean {
    return this.#counts.has(idKey(id));
  }

  /** Takes over what all logs now hold. A log that has changed is another object. */
  async update(logs: readonly LogWithIds[], pace: Pace): Promise<void> {
    const paths = new Set(logs.map(({ path }) => path));
    for (const path of [...this.#logs.keys()]) if (!paths.has(path)) this.#remove(path);
    for (const log of logs) {
      if (this.#logs.get(log.path)?.log === log) continue;
      this.#remove(log.path);
      const keys = log.keys ?? idKeys(log.current);
      for (const key of keys) this.#counts.add(key);
      this.#logs.set(log.path, { log, keys });
      await pace.rest();
    }
  }

  /** By the path of each log, the ids in it that an earlier log has. */
  shared(): ReadonlyMap<string, readonly SharedId[]> {
    const shared = new Map<string, SharedId[]>();
    for (const [id, paths] of this.#pathsOfSeveral()) {
      const [owner, ...others] = paths.sort(compareStrings);
      for (const path of others) shared.set(path, [...(shared.get(path) ?? []), { id, owner: owner! }]);
    }
    return shared;
  }

  /** The logs of each id whose key is there more than once. */
  #pathsOfSeveral(): ReadonlyMap<string, string[]> {
    const pathsOf = new Map<string, string[]>();
    const { several } = this.#counts;
    if (several.size === 0) return pathsOf;
    for (const [path, { log, keys }] of this.#logs) {
      if (!keys.some((key) => several.has(key))) continue;
      for (const { id } of log.current) {
        if (!several.has(idKey(id))) continue;
        const paths = pathsOf.get(id);
        if (paths) paths.push(path);
        else pathsOf.set(id, [path]);
      }
    }
    return pathsOf;
  }

  #remove(path: string): void {
    for (const key of this.#logs.get(path)?.keys ?? []) this.#counts.remove(key);
    this.#logs.delete(path);
  }
}
