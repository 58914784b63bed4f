import type { Labelled } from './labelled';
import { writeLabelled } from './labelled';
import type { RefiSource } from './model';

/** A note with a text in the project's file. */
export function noteOf(
  guid: string,
  name: string,
  text: string,
  user: string | undefined,
  at: string,
): RefiSource {
  const nothing = { description: '', selections: [], notes: [], values: [] };
  return { guid, name, content: { text }, user, at, ...nothing };
}

/** The text of a note of labelled parts; those without words are left out. */
export function noteText(parts: readonly (readonly [label: string, text: string | undefined])[]): string {
  return writeLabelled(
    parts.flatMap(([label, text]): Labelled[] => (text === undefined ? [] : [{ label, text }])),
  );
}
