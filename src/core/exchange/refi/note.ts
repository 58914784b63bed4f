import type { Labelled } from './labelled';
import { writeLabelled } from './labelled';
import type { RefiSource } from './model';

/** What the labels of notes are that say what REFI-QDA has no place of its own for. */
export const noteLabels = {
  review: [
    'Review', 'Code', 'Start', 'End', 'Quote', 'Prefix', 'Suffix', 'Comment', 'Answer', 'Reviewer',
  ],
  score: ['Score', 'Organization', 'Domain', 'Scorer', 'Rationale', 'Evidence'],
  star: ['Star'],
} as const; // biome-ignore format: a table

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
