import fc from 'fast-check';
import { type Coding, selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import { reviewLine } from '../../../src/core/review/reviewLog';
import { normalizeLineEnds } from '../../../src/core/text/decode';

/** The names of the generated studies, with pseudonyms that occur in none of them. */
export const namesFile = `
# Wie het zijn, weet alleen ik.
persons:
  Jan Jansen: Piet Bakker
  Jansen: Bakker
  Jan: Piet
  René: Karel
  Zoë van der Berg: Mies de Vries
  van der Berg: de Vries
  J. de Wit: K. Zwart
  Kok: {pseudonym: Visser, capitals: true}
  anna: Els
places:
  "'s-Hertogenbosch": Plaats 1
  Almere: Plaats 2
organizations:
  Zorggroep Noord-West: Organisatie A
  UMCX: Ziekenhuis B
`;

const spelled = fc.constantFrom(
  'Jan Jansen', 'Jansen', 'Jan', 'JANSEN', 'jansen', 'Jansens', "Jansen's", 'Jan  Jansen', 'Jan\nJansen', 'jan-jansen',
  'Jan_Jansen', 'jan.jansen@werk.nl', 'René', 'Rene\u0301', 'Rene', 'RENÉ', 'renes', 'Zoë van der Berg', 'Van der Berg',
  'van der\nBerg', 'VAN DER BERG', 'J. de Wit', 'J.de Wit', 'J de Wit', 'Kok', 'kok', 'KOK', 'Koks', "'s-Hertogenbosch",
  '’s Hertogenbosch', 'Almere', 'Almeerse', 'almere', 'Zorggroep Noord-West', 'zorggroep noord west', 'UMCX', 'umcx', 'UMCX-bed', 'Jansen2',
  'Jan\u00adsen', 'anna', 'Anna',
); // biome-ignore format: a list
const other = fc.constantFrom(
  'drempel', 'e-health', 'ja', 'de', 'van', '\u{1F600}', '“tijd”', 'ë', 'e\u0308', '...', '(', '-', '\t', "d'r", 'Noord', 'Jan.', 'ansen',
); // biome-ignore format: a list
const words = fc
  .array(fc.oneof({ weight: 2, arbitrary: spelled }, { weight: 3, arbitrary: other }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => all.join(' '));
const memo = fc.option(words, { nil: undefined });
const fileNames = fc.constantFrom(
  'een.txt',
  'jan-jansen.txt',
  'Interview Jansen2.md',
  'René.txt',
  'jansen/twee.txt',
  'almere/een.txt',
);

interface Drawn {
  readonly at: number;
  readonly length: number;
  readonly memo: string | undefined;
  readonly coder: string;
  readonly spaced: boolean;
  readonly stale: boolean;
}

const codings: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({
    at: fc.nat(300),
    length: fc.integer({ min: 1, max: 60 }),
    memo,
    coder: fc.constantFrom('anna', 'bram'),
    spaced: fc.boolean(),
    stale: fc.boolean(),
  }),
  { maxLength: 6 },
);

const transcripts = fc.uniqueArray(
  fc.record({
    name: fileNames,
    head: fc.constantFrom(
      '',
      '---\norganization: UMCX\nparticipant: Jansen\ninterviewer: [Jan, I]\n---\n',
      '---\ncase: almere\n# van Jansen\n---\n',
    ),
    turns: fc.array(fc.tuple(fc.constantFrom('I', 'R', 'Jansen', 'RENÉ', 'Zoë van der Berg (Kok)'), words), {
      minLength: 1,
      maxLength: 5,
    }),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.constantFrom('', '\ufeff'),
    codings,
  }),
  { selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 3 },
);

/** The files of a study that is full of names. */
export const studies: fc.Arbitrary<Record<string, string>> = fc
  .record({ transcripts, title: words, note: words, definition: words, rationale: words })
  .map(({ transcripts: drawn, title, note, definition, rationale }) => {
    const files: Record<string, string> = {
      'codebook.yaml': JSON.stringify({ codes: [{ id: 'geld', name: 'Geld', definition, terms: ['geld'] }] }),
      'study.yaml': `# Van Jansen\n${JSON.stringify({ title: `T ${title}`, coders: ['anna', 'bram'] })}\n`,
      'scores/anna.yaml': JSON.stringify([{ organization: 'UMCX', domain: 'd', score: 1, rationale }]),
      'notes/almere.md': `# Zorggroep Noord-West\n${note}\n`,
    };
    for (const [index, one] of drawn.entries()) addTranscript(files, one, index);
    return files;
  });

function addTranscript(
  files: Record<string, string>,
  drawn: Parameters<Parameters<typeof transcripts.map>[0]>[0][number],
  index: number,
): void {
  const { name, head, turns, lineEnd, mark } = drawn;
  const body = turns.map(([speaker, said]) => `${speaker}: ${said}\n`).join('');
  const raw = mark + (head + body).replaceAll('\n', lineEnd);
  const text = normalizeLineEnds(raw);
  files[`transcripts/${name}`] = raw;
  for (const [number, one] of drawn.codings.entries()) {
    const start = Math.min(one.at, text.length - 1);
    const end = Math.min(start + one.length, text.length);
    const coding: Coding = {
      id: `${index}c${number}`,
      code: 'geld',
      ...selectQuote(one.stale ? `${text.slice(0, start)}x${text.slice(start + 1)}` : text, { start, end }),
      ...(one.memo !== undefined && { memo: one.memo }),
      by: one.coder,
      at: '2024-02-29T23:59:59Z',
    };
    const line = codingLine(coding);
    const path = `codings/${one.coder}/${name}.jsonl`;
    const spaced = line.replace('"code":', '"code": ').replace('é', '\\u00e9');
    files[path] = `${files[path] ?? ''}${one.spaced ? spaced : line}\n`;
    const review = {
      id: `r${coding.id}`,
      coding: coding.id,
      verdict: 'discuss' as const,
      comment: one.memo ?? 'Jansen?',
      by: 'Jan',
      at: coding.at,
    };
    files[`reviews/Jan/${name}.jsonl`] = `${files[`reviews/Jan/${name}.jsonl`] ?? ''}${reviewLine(review)}\n`;
  }
}
