import type { Pace } from '../cache/bounded';
import { compareStrings } from '../text/compare';
import type { CodingMark } from './coding';
import { idKey, idKeys } from './idKeys';

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

/** Which logs have which ids of codings; only logs that changed are looked through again. */
export class IdOwners {
  readonly #logs = new Map<string, readonly CodingMark[]>();
  /** The paths of the logs with an id: most have one, and then no list is made. */
  readonly #pathsOf = new Map<string, string | readonly string[]>();
  readonly #shared = new Set<string>();
  /** The logs whose ids are known by their keys only, as no other log has any of them. */
  #byKeys: readonly LogWithIds[] = [];

  has(id: string): boolean {
    if (this.#pathsOf.has(id)) return true;
    const key = idKey(id);
    return this.#byKeys.some(
      ({ keys, current }) => keys!.includes(key) && current.some((coding) => coding.id === id),
    );
  }

  /** Takes over what all logs now hold. Of those that come with keys, only those are looked through that must be. */
  async update(logs: readonly LogWithIds[], pace: Pace): Promise<void> {
    this.#byKeys = logs.some(({ keys }) => keys) ? withOwnIds(logs) : [];
    const byKeys = new Set(this.#byKeys);
    const others = logs.filter((log) => !byKeys.has(log));
    const paths = new Set(others.map(({ path }) => path));
    for (const path of [...this.#logs.keys()]) if (!paths.has(path)) this.#put(path, []);
    for (const { path, current } of others) {
      this.#put(path, current);
      await pace.rest();
    }
  }

  /** By the path of each log, the ids in it that an earlier log has. */
  shared(): ReadonlyMap<string, readonly SharedId[]> {
    const shared = new Map<string, SharedId[]>();
    for (const id of this.#shared) {
      const [owner, ...others] = [...this.#paths(id)].sort(compareStrings);
      for (const path of others) shared.set(path, [...(shared.get(path) ?? []), { id, owner: owner! }]);
    }
    return shared;
  }

  #put(path: string, codings: readonly CodingMark[]): void {
    const before = this.#logs.get(path) ?? [];
    if (before === codings) return;
    for (const { id } of before) {
      this.#setPaths(
        id,
        this.#paths(id).filter((one) => one !== path),
      );
    }
    for (const { id } of codings) {
      if (this.#pathsOf.has(id)) this.#setPaths(id, [...this.#paths(id), path]);
      else this.#pathsOf.set(id, path);
    }
    if (codings.length === 0) this.#logs.delete(path);
    else this.#logs.set(path, codings);
  }

  #paths(id: string): readonly string[] {
    const paths = this.#pathsOf.get(id) ?? [];
    return typeof paths === 'string' ? [paths] : paths;
  }

  #setPaths(id: string, paths: readonly string[]): void {
    if (paths.length === 0) this.#pathsOf.delete(id);
    else this.#pathsOf.set(id, paths.length === 1 ? paths[0]! : paths);
    if (paths.length > 1) this.#shared.add(id);
    else this.#shared.delete(id);
  }
}

/** Those of some logs with keys that have no id in common with any other, as far as keys tell. */
function withOwnIds(logs: readonly LogWithIds[]): LogWithIds[] {
  const keys = logs.map((log) => log.keys ?? idKeys(log.current));
  const all = new Float64Array(keys.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of keys) {
    all.set(some, at);
    at += some.length;
  }
  all.sort();
  const twice = new Set<number>();
  for (let index = 1; index < all.length; index++) if (all[index] === all[index - 1]) twice.add(all[index]!);
  const isOwn = (key: number) => !twice.has(key);
  return logs.filter((log, index) => log.keys && (twice.size === 0 || keys[index]!.every(isOwn)));
}
