import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What reads a file, by where it stands in a study. */
export type SeedKind =
  | 'codebook'
  | 'settings'
  | 'scale'
  | 'scores'
  | 'log'
  | 'reviews'
  | 'progress'
  | 'transcript'
  | 'notes'
  | 'names';

/** A good file to make bad ones of. */
export interface Seed {
  readonly kind: SeedKind;
  /** Relative to its study. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of one study, by path. */
export type SeedStudy = ReadonlyMap<string, Uint8Array>;

/** A document that a word processor has written. */
export interface SeedDocument {
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** The documents of the repository. */
export function readSeedDocuments(root: string): SeedDocument[] {
  const paths = globSync(join(root, 'test/fixtures/documents/*.{docx,odt,rtf}')).sort();
  return paths.map((path) => ({ format: path.slice(path.lastIndexOf('.') + 1), bytes: readFileSync(path) }));
}

/** The studies of the repository, and beside it a real one where there is one on this machine. */
export function readSeedStudies(root: string): SeedStudy[] {
  const fixtures = globSync(join(root, 'test/fixtures/studies/*/codebook.yaml')).sort();
  const folders = [
    join(root, 'media/sample-study'),
    join(root, 'media/new-study'),
    ...fixtures.map((path) => join(path, '..')),
    join(root, '../shared/real/elderly-care'),
  ];
  return folders.filter((folder) => existsSync(folder)).map(readStudy);
}

/** The files of studies that one of the readers reads. */
export function seedsOf(studies: readonly SeedStudy[]): Seed[] {
  return studies.flatMap((study) =>
    [...study].flatMap(([path, bytes]) => {
      const kind = kindOf(path);
      return kind ? [{ kind, path, bytes }] : [];
    }),
  );
}

/** Files that no study of the repository has. */
export const madeSeeds: readonly Seed[] = [
  {
    kind: 'notes',
    path: 'notes/elderly-care.md',
    bytes: Buffer.from(`# Beeldzorg

Een *korte* inleiding, met [een bron](https://example.org "Bron") en \`code\`.

## Aanleiding
<!-- Wat er aan voorafging -->
1. **Tekort** aan mensen
   - in de wijk
   - ’s nachts
2. Kosten[^1] & tijd: a < b

> Niemand vroeg erom.
>
> > Later wel.

| Jaar | Cliënten |
|------|---------:|
| 2024 | 12 |

Lessen
------
    ingesprongen

\`\`\`
blok
\`\`\`

![plaatje](plaatje.png)

[^1]: Per maand.
`),
  },
  {
    kind: 'names',
    path: 'names.yaml',
    bytes: Buffer.from(`# Wie het zijn, weet alleen ik.
persons:
  Jan Jansen: Piet Bakker
  Zoë van der Berg: Mies de Vries
  Kok: {pseudonym: Visser, capitals: true}
places:
  "'s-Hertogenbosch": Plaats 1
organizations:
  Zorggroep Noord-West: "[organisatie A]"
others: {}
`),
  },
];

function readStudy(folder: string): SeedStudy {
  const paths = globSync('**/*.{yaml,txt,md,jsonl}', { cwd: folder }).sort();
  return new Map(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path))]));
}

function kindOf(path: string): SeedKind | undefined {
  if (path === 'codebook.yaml') return 'codebook';
  if (path === 'study.yaml') return 'settings';
  if (path === 'maturity.yaml') return 'scale';
  if (path.startsWith('scores/')) return 'scores';
  if (path.startsWith('codings/')) return 'log';
  if (path.startsWith('reviews/')) return path.endsWith('/progress.jsonl') ? 'progress' : 'reviews';
  if (path.startsWith('notes/')) return 'notes';
  return path.startsWith('transcripts/') ? 'transcript' : undefined;
}
