import { fileProblem, type Problem } from '../../problem';
import type { ProblemCode } from '../../problemCatalog';
import { fitsXml } from '../container/writeXml';
import { isDateTime } from '../dateTime';
import { guidOf } from '../guid';
import { OutgoingIds } from './ids';
import type { RefiLink, RefiSource, RefiUser } from './model';
import { UniqueNames } from './uniqueNames';
import { Variables } from './variables';

/** What comes together while a project is made of a study. */
export class ProjectDraft {
  readonly ids = new OutgoingIds();
  readonly variables = new Variables();
  readonly sourceNames = new UniqueNames();
  readonly notes: RefiSource[] = [];
  readonly links: RefiLink[] = [];
  /** What is not in the project. */
  readonly left: Problem[] = [];
  /** The ids of the codes that codings have. */
  readonly usedCodes = new Set<string>();
  readonly #users = new Set<string>();
  readonly #guids = new Set<string>();

  /** @param date for what has none of its own: some programs want one everywhere */
  constructor(readonly date: string) {}

  get users(): RefiUser[] {
    return [...this.#users].sort().map((name) => ({ guid: userGuid(name), name }));
  }

  /** The GUID of someone who is a user of the project from now on. */
  user(name: string): string {
    this.#users.add(name);
    return userGuid(name);
  }

  /** A GUID that nothing else has: the one proposed, or one for what stands in a file where that is taken. */
  own(guid: string, file: string): string {
    const free = this.#guids.has(guid) ? guidOf('copy', guid, file) : guid;
    this.#guids.add(free);
    return free;
  }

  /** A date and time as it was said; undefined, and told, where it is none. */
  at(said: string, file: string): string | undefined {
    if (isDateTime(said)) return said;
    this.leave(file, 'export-bad-date', said);
    return undefined;
  }

  /** The same text; told where a character of it is replaced. */
  text(said: string, file: string): string {
    if (!fitsXml(said)) this.leave(file, 'export-character');
    return said;
  }

  leave(file: string, code: ProblemCode, ...args: string[]): void {
    this.left.push(fileProblem(file, code, ...args));
  }
}

/** The GUID of a coder, reviewer or scorer. */
function userGuid(name: string): string {
  return guidOf('user', name);
}
