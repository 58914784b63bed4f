import { guidOfId, idOfGuid } from '../guid';

/** The name of the note that says which ids stand behind GUIDs that do not show them. */
export const idsNote = 'ids.jsonl';

/** The ids of codings and reviews that go out as GUIDs. */
export class OutgoingIds {
  readonly #hidden = new Map<string, string>();

  /** The GUID of an id; an id that cannot be read from it is kept for the note. */
  guidOf(id: string): string {
    const guid = guidOfId(id);
    if (idOfGuid(guid) !== id) this.#hidden.set(guid, id);
    return guid;
  }

  /** A line of JSON for each id that its GUID does not show; empty where all of them do. */
  note(): string {
    return [...this.#hidden]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([guid, id]) => `${plain(JSON.stringify({ guid, id }))}\n`)
      .join('');
  }
}

/** The ids by their GUIDs, from the text of the note. What is no line of it, or says what is not so, is left. */
export function readIds(text: string): Map<string, string> {
  const ids = text.split('\n').flatMap((line) => {
    const id = idIn(line);
    return id === undefined ? [] : [[guidOfId(id), id] as const];
  });
  return new Map(ids);
}

function idIn(line: string): string | undefined {
  try {
    const { guid, id } = JSON.parse(line) as { guid?: unknown; id?: unknown };
    return typeof id === 'string' && guid === guidOfId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The same JSON in characters that every program keeps. */
function plain(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
