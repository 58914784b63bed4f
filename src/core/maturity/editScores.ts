import { isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { newItem, YamlItems } from '../yaml/items';
import { isEmpty, type YamlNode } from '../yaml/reader';
import { pairOf } from '../yaml/shape';
import { scalarOf, YamlEditError } from '../yaml/sheet';
import { YamlSplicer } from '../yaml/splicer';

/** The organization and the domain that a score is of. */
export interface ScoreKey {
  readonly organization: string;
  readonly domain: string;
}

/** What is to change of a score; what is left out stays. */
export interface ScoreEdit {
  readonly score?: number;
  /** Empty to take it away. */
  readonly rationale?: string;
  /** Ids of codings to add to the evidence, and to take out of it. */
  readonly rely?: readonly string[];
  readonly drop?: readonly string[];
}

/**
 * The text of a scorer's file with a score changed, or added where there is none: below the last one of the same
 * organization, else at the end. One that is added needs a `score`.
 */
export function editScore(text: string, key: ScoreKey, edit: ScoreEdit): string {
  const added = hasScore(text, key) ? text : addEntry(text, key, edit.score);
  const edited = editFields(added, key, edit);
  const reasoned = edit.rationale === '' ? dropRationale(edited, key) : edited;
  return dropEvidence(reasoned, key, edit.drop ?? []);
}

/** The text of a scorer's file without a score; the same text where there is none. */
export function removeScore(text: string, key: ScoreKey): string {
  if (!hasScore(text, key)) return text;
  const items = new YamlItems(text);
  items.remove(items.root as YAMLSeq, findEntry(items.root, key).index);
  return items.result();
}

function addEntry(text: string, { organization, domain }: ScoreKey, score: number | undefined): string {
  if (score === undefined) throw new YamlEditError('yaml-shape');
  const items = new YamlItems(text);
  const maps = mapsIn(items.root);
  const last = maps.findLastIndex((map) => isMap(map) && fieldOf(map, 'organization') === organization);
  const fields = [
    ['organization', organization],
    ['domain', domain],
    ['score', score],
  ] as const;
  items.putInRoot(newItem(fields), last === -1 ? maps.length : last + 1);
  return items.result();
}

function editFields(text: string, key: ScoreKey, { score, rationale, rely = [] }: ScoreEdit): string {
  const splicer = new YamlSplicer(text);
  const { map } = findEntry(splicer.root, key);
  if (score !== undefined && fieldOf(map, 'score') !== String(score)) {
    splicer.setNumber(map, 'score', score, ['domain']);
  }
  if (rationale && fieldOf(map, 'rationale') !== rationale) {
    splicer.setProse(map, 'rationale', rationale, ['score']);
  }
  const present = evidenceOf(map);
  const added = [...new Set(rely)].filter((id) => !present.includes(id));
  splicer.addTexts(map, 'evidence', added, ['rationale', 'score']);
  return splicer.result();
}

function dropRationale(text: string, key: ScoreKey): string {
  const splicer = new YamlSplicer(text);
  splicer.removeText(findEntry(splicer.root, key).map, 'rationale');
  return splicer.result();
}

/** Takes ids out of the evidence one by one, each in the text that is left by the one before. */
function dropEvidence(text: string, key: ScoreKey, ids: readonly string[]): string {
  const splicer = new YamlSplicer(text);
  const entry = findEntry(splicer.root, key).map;
  const present = evidenceOf(entry);
  if (present.length === 1 && ids.includes(present[0]!) && splicer.removeKey(entry, 'evidence')) {
    return splicer.result();
  }
  const items = new YamlItems(text);
  const { map } = findEntry(items.root, key);
  const index = present.findIndex((id) => id !== undefined && ids.includes(id));
  if (index === -1) return text;
  items.remove(pairOf(map, 'evidence')!.value as YAMLSeq, index);
  return dropEvidence(items.result(), key, ids);
}

/** The entry of a score: of several with this key the first one that has a figure, as the reader takes it. */
function findEntry(root: YamlNode, { organization, domain }: ScoreKey): { map: YAMLMap; index: number } {
  const found = mapsIn(root).flatMap((map, index) =>
    isMap(map) && fieldOf(map, 'organization') === organization && fieldOf(map, 'domain') === domain
      ? [{ map, index }]
      : [],
  );
  const entry = found.find(({ map }) => fieldOf(map, 'score') !== undefined) ?? found[0];
  if (!entry) throw new YamlEditError('yaml-shape');
  return entry;
}

/** Whether a scorer's file has an entry for a score, also one that is not complete. Throws a YamlEditError where it is no list. */
export function hasScore(text: string, key: ScoreKey): boolean {
  const { root } = new YamlItems(text);
  if (!isSeq(root) && !isEmpty(root)) throw new YamlEditError('yaml-shape');
  return mapsIn(root).some(
    (map) =>
      isMap(map) &&
      fieldOf(map, 'organization') === key.organization &&
      fieldOf(map, 'domain') === key.domain,
  );
}

function mapsIn(root: YamlNode): readonly unknown[] {
  return isSeq(root) ? root.items : [];
}

function fieldOf(map: YAMLMap, key: string): string | undefined {
  return scalarOf(pairOf(map, key)?.value);
}

function evidenceOf(map: YAMLMap): (string | undefined)[] {
  const list = pairOf(map, 'evidence')?.value;
  return isSeq(list) ? list.items.map(scalarOf) : [];
}
