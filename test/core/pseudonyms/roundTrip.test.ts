import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaced } from '../../../src/core/coding/coding';
import { MapFiles } from '../../../src/core/pseudonyms/mapFiles';
import { namePatterns } from '../../../src/core/pseudonyms/names';
import { namesLeft } from '../../../src/core/pseudonyms/namesLeft';
import { NameTable } from '../../../src/core/pseudonyms/nameTable';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { pseudonymize } from '../../../src/core/pseudonyms/pseudonymize';
import { restoreNames } from '../../../src/core/pseudonyms/restoreNames';
import { Study } from '../../../src/core/study';
import { namesFile, studies } from './studies';

const { names, problems } = parseNames('names.yaml', namesFile);
const bytesOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries(
    [...files]
      .map(([path, bytes]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)])
      .sort(),
  );

describe('a study whose names are replaced', () => {
  it('has names and pseudonyms that do not get in each other’s way', () => {
    expect(problems).toEqual([]);
  });

  it('is the same again, byte for byte, when the names are put back', () =>
    fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const study = new MapFiles(bytesOf(files));
        const made = await pseudonymize(study, names, '');
        fc.pre(made.problems.length === 0);
        const back = await restoreNames(new MapFiles(made.copy.files), names, made.spellings);
        expect(back.problems).toEqual([]);
        expect(textsOf(back.files)).toEqual(Object.fromEntries(Object.entries(files).sort()));
      }),
      { numRuns: 60 },
    ));

  it('has no name left, and is refused for no other reason than its own words', () =>
    fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const made = await pseudonymize(new MapFiles(bytesOf(files)), names, '');
        expect(made.problems).toEqual([]);
        expect(await namesLeft(new MapFiles(made.copy.files), names)).toEqual([]);
      }),
      { numRuns: 60 },
    ));

  it('has every coding exactly on the replaced words of its own passage', () =>
    fc.assert(
      fc.asyncProperty(studies, async (files) => {
        const study = new Study(new MapFiles(bytesOf(files)));
        const made = await pseudonymize(new MapFiles(bytesOf(files)), names, '');
        fc.pre(made.problems.length === 0);
        const copy = new Study(new MapFiles(made.copy.files));
        const table = new NameTable(namePatterns(names));
        for (const path of await study.transcriptPaths()) {
          const carried = new Map(
            (await copy.codings(made.copy.paths.get(path)!)).map((one) => [one.coding.id, one]),
          );
          const { text } = (await study.transcript(path))!;
          for (const { coding, start, end } of (await study.codings(path)).filter(isPlaced)) {
            const now = carried.get(coding.id)!;
            expect(now.anchor).toBe('exact');
            expect(now.text).toBe(passage(text, start, end, table));
            expect(now.text).toBe(now.coding.quote);
          }
        }
      }),
      { numRuns: 60 },
    ));
});

/** What the words of a passage become, those of a name that it cuts through as a whole. */
function passage(text: string, start: number, end: number, table: NameTable): string {
  const matches = table.matches(text);
  const cut = (at: number) => matches.find((match) => match.start < at && at < match.end);
  const from = cut(start)?.start ?? start;
  const to = cut(end)?.end ?? end;
  const before = table.replace(text).length - suffixLength(text, from, table);
  return table.replace(text).slice(before, table.replace(text).length - suffixLength(text, to, table));
}

function suffixLength(text: string, from: number, table: NameTable): number {
  const later = table.matches(text).filter(({ start }) => start >= from);
  return (
    text.length - from + later.reduce((sum, { start, end, text: put }) => sum + put.length - (end - start), 0)
  );
}
