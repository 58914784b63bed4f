import { isCoderName } from '../coding/paths';
import { filled, type YamlEntry, type YamlNode, type YamlReader } from '../yaml/reader';
import type { Assignment, Case, CodingRound, Draw, Scope } from './settings';

type Fields = ReadonlyMap<string, YamlEntry>;

/** Who codes which transcripts, as study.yaml lists it under `assignments`. */
export function readAssignments(reader: YamlReader, node: YamlNode, cases: readonly Case[]): Assignment[] {
  return reader.items(node, 'assignments').flatMap((item) => {
    const fields = reader.fields(item, 'an assignment', ['coder', 'cases', 'transcripts']);
    if (!fields) return [];
    const entry = filled(fields, 'coder');
    const coder = entry && readCoder(reader, entry.value);
    if (!entry) reader.problem('assignment-no-coder', item);
    return coder === undefined ? [] : [{ coder, ...readScope(reader, fields, cases) }];
  });
}

/** The rounds of double coding, as study.yaml lists them under `doubleCoding`. */
export function readRounds(reader: YamlReader, node: YamlNode, cases: readonly Case[]): CodingRound[] {
  const known = ['round', 'coders', 'cases', 'transcripts', 'share', 'count', 'seed'];
  const names = new Set<string>();
  return reader.items(node, 'doubleCoding').flatMap((item, index) => {
    const fields = reader.fields(item, 'a round of double coding', known);
    if (!fields) return [];
    const name = filled(fields, 'round');
    const round = (name && reader.text(name.value, 'round')) ?? String(index + 1);
    const coders = reader
      .texts(fields.get('coders')?.value, 'coders')
      .flatMap(({ node: coder }) => readCoder(reader, coder) ?? []);
    const isTwice = names.has(round);
    names.add(round);
    if (isTwice) reader.problem('round-duplicate', name?.value ?? item, round);
    else if (new Set(coders).size < 2)
      reader.problem('round-few-coders', fields.get('coders')?.value ?? item);
    else
      return [
        {
          round,
          coders: [...new Set(coders)],
          draw: readDraw(reader, fields),
          ...readScope(reader, fields, cases),
        },
      ];
    return [];
  });
}

function readCoder(reader: YamlReader, node: YamlNode): string | undefined {
  const coder = reader.text(node, 'coder');
  if (coder === undefined || isCoderName(coder)) return coder;
  reader.problem('study-bad-coder', node, coder);
  return undefined;
}

function readScope(reader: YamlReader, fields: Fields, cases: readonly Case[]): Scope {
  const known = new Set(cases.map(({ id }) => id));
  const named = reader.texts(fields.get('cases')?.value, 'cases');
  if (known.size > 0) {
    for (const { text, node } of named)
      if (!known.has(text)) reader.problem('round-unknown-case', node, text);
  }
  return {
    cases: named.map(({ text }) => text),
    transcripts: reader.texts(fields.get('transcripts')?.value, 'transcripts').map(({ text, node }) => ({
      path: `transcripts/${text.replace(/^transcripts\//, '')}`,
      range: reader.rangeOf(node),
    })),
  };
}

function readDraw(reader: YamlReader, fields: Fields): Draw | undefined {
  const [share, count, seed] = ['share', 'count', 'seed'].map((key) => filled(fields, key));
  if (!share && !count) return undefined;
  const size = share ? readShare(reader, share.value) : readCount(reader, count!.value);
  if (share && count) reader.problem('round-share-and-count', count.keyRange);
  if (!size) return undefined;
  if (!seed) {
    reader.problem('round-no-seed', (share ?? count)!.keyRange);
    return { size, seed: 0 };
  }
  return { size, seed: reader.integer(seed.value, 'seed') ?? 0 };
}

function readShare(reader: YamlReader, node: YamlNode): Draw['size'] | undefined {
  const text = reader.text(node, 'share');
  if (text === undefined) return undefined;
  const percent = Number(/^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(text.trim())?.[1]?.replace(',', '.'));
  if (percent > 0 && percent <= 100) return { percent };
  reader.problem('round-bad-share', node, text);
  return undefined;
}

function readCount(reader: YamlReader, node: YamlNode): Draw['size'] | undefined {
  const count = reader.integer(node, 'count');
  if (count === undefined || count > 0) return count === undefined ? undefined : { count };
  reader.problem('round-bad-count', node, String(count));
  return undefined;
}
