import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonValues } from '../../../src/core/pseudonyms/jsonValues';
import { MapFiles } from '../../../src/core/pseudonyms/mapFiles';
import { NameTable } from '../../../src/core/pseudonyms/nameTable';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { pseudonymize } from '../../../src/core/pseudonyms/pseudonymize';
import { restoreNames } from '../../../src/core/pseudonyms/restoreNames';
import { suggestNames } from '../../../src/core/pseudonyms/suggest';
import { Study } from '../../../src/core/study';
import { namesFile } from './studies';

const { names } = parseNames('names.yaml', namesFile);
const encoder = new TextEncoder();
const piece = fc.oneof(
  fc.constantFrom(
    'Jansen', 'JANSEN', 'Jan\nJansen', 'Rene\u0301', 'van der', '\ufeff', '\r', '\u2028', '\0', '---\n', '{', '"', '\\u00e9',
    '\\', '[', ': ', '&a *a', '\ud800', 'a\u0300\u0301', '\u00ad', '\u200d', ':\n', '1', '-', '_', "'s", '<<<<<<< HEAD\n',
    '{"id":"1","start":0,"end":3,"quote":"Jan","prefix":"","suffix":"","code":"c","by":"a","at":""}\n',
    '{"id":{"start":1e400,"quote":["Jansen",{"end":2}]},"start":-1,"end":1.5,"quote":"Jansen"}\n',
    '{"__proto__":{"quote":"Jansen"},"constructor":"René","quote":"a","quote":"Jansen"}\n',
  ), // biome-ignore format: a list
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => encoder.encode(pieces.join('')));
const bytes = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
);
const paths = fc.constantFrom(
  'codebook.yaml', 'study.yaml', 'maturity.yaml', 'transcripts/a.txt', 'transcripts/jansen/René.txt', 'scores/jansen.yaml',
  'codings/anna/a.txt.jsonl', 'codings/Jan/jansen/René.txt.jsonl', 'reviews/anna/a.txt.jsonl', 'reviews/anna/progress.jsonl',
  'notes/jansen.md', 'history/anna/a.txt.jsonl', 'originals/imports.jsonl', '.gitattributes', 'Jansen.txt',
); // biome-ignore format: a list
const files = fc.array(fc.tuple(paths, bytes), { maxLength: 6 }).map((entries) => new Map(entries));

describe('files that lie', () => {
  it('are refused, or come back as they were, and never end in a crash', () =>
    fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const made = await pseudonymize(new MapFiles(contents), names, '');
        await suggestNames(new Study(new MapFiles(contents)), []);
        if (made.problems.length > 0) return;
        const back = await restoreNames(new MapFiles(made.copy.files), names, made.spellings);
        const kept = [...contents].filter(([path]) => !made.copy.left.includes(path));
        expect(new Map([...back.files].sort())).toEqual(new Map(kept.sort()));
      }),
      { numRuns: 300 },
    ));

  it('do no harm as names, or as what is kept beside them', () =>
    fc.assert(
      fc.asyncProperty(bytes, bytes, async (list, spellings) => {
        const read = (one: Uint8Array) => new TextDecoder().decode(one);
        const parsed = parseNames('names.yaml', read(list));
        const study = new MapFiles(new Map([['transcripts/a.txt', encoder.encode('R: Jansen\n')]]));
        await restoreNames(study, parsed.names, read(spellings));
      }),
      { numRuns: 300 },
    ));

  it('take no longer than they are long', () => {
    const table = new NameTable(
      names.map(({ name, pseudonym }) => ({ find: name, put: pseudonym, capitals: false })),
    );
    const long = 200_000;
    for (const one of [
      'Jan ',
      'Jan\n',
      'van der ',
      'a1',
      's',
      '\u00ad',
      'J. ',
      '-',
      ' ',
      "'",
      'Jan-',
      '1',
      'é\u0301',
    ]) {
      table.matches(one.repeat(long));
    }
    jsonValues(`{"quote":"${'\\"a'.repeat(long)}","of":[${'{"a":1},'.repeat(long)}1]}`);
  });
});
