import { isMap } from 'yaml';
import { newItem, YamlItems } from '../yaml/items';
import { isEmpty } from '../yaml/reader';
import type { Fields } from '../yaml/render';
import { YamlEditError } from '../yaml/sheet';
import type { Draw } from './settings';

const listIndent = 2;

/** The text of study.yaml with transcripts, by their paths in the study, assigned to a coder. */
export function addAssignment(text: string, coder: string, transcripts: readonly string[]): string {
  return addTo(text, 'assignments', [
    ['coder', coder],
    ['transcripts', transcripts.map(below)],
  ]);
}

/** The text of study.yaml with a case more, under a name for readers of all languages. */
export function addCase(text: string, id: string, name: string): string {
  return addTo(text, 'cases', [
    ['id', id],
    ['name', name],
  ]);
}

/** A round of double coding to be added; without cases it is of all transcripts. */
export interface NewRound {
  readonly round: string;
  readonly coders: readonly string[];
  readonly cases?: readonly string[];
  readonly draw?: Draw;
}

/** The text of study.yaml with a round of double coding more. */
export function addRound(text: string, { round, coders, cases, draw }: NewRound): string {
  return addTo(text, 'doubleCoding', [
    ['round', round],
    ['coders', coders],
    ...(cases ? ([['cases', cases]] as const) : []),
    ...(draw ? drawFields(draw) : []),
  ]);
}

function drawFields({ size, seed }: Draw): Fields {
  return ['percent' in size ? ['share', `${size.percent}%`] : ['count', size.count], ['seed', seed]];
}

function addTo(text: string, key: string, fields: Fields): string {
  const items = new YamlItems(text);
  const { root } = items;
  if (root && !isMap(root) && !isEmpty(root)) throw new YamlEditError('yaml-shape');
  items.put(isMap(root) ? root : undefined, key, newItem(fields), listIndent);
  return items.result();
}

function below(path: string): string {
  return path.replace(/^transcripts\//, '');
}
