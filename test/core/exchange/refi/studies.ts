import fc from 'fast-check';
import { type Coding, selectQuote } from '../../../../src/core/coding/coding';
import { codingLine } from '../../../../src/core/coding/log';
import { type Review, verdicts } from '../../../../src/core/review/review';
import { reviewLine } from '../../../../src/core/review/reviewLog';
import { normalizeLineEnds } from '../../../../src/core/text/decode';

type Files = Record<string, string>;

const word = fc.constantFrom(
  'drempel', 'geld', 'e-health', '“tijd”', 'ë', '\u{1F600}', '\u{1D11E}', '<b>', '&', ']]>', "d'r", '  ', '\t', '-',
); // biome-ignore format: a list
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
/** Words that YAML, JSON and XML all keep, of one line or more. */
const said = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'))
  .filter((text) => text.trim() !== '');
const line = words.map((text) => text.trim()).filter((text) => text !== '');
const localized = fc.oneof(line, fc.record({ nl: line, en: line }));
const localizedText = fc.oneof(said, fc.record({ nl: said, en: said }));
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
/** What tools and people give: UUIDs, digits, and whatever else stands in a log. */
const ids = fc.oneof(
  hex(26),
  fc.uuid({ version: 4 }),
  fc.uuid({ version: 4 }).map((id) => id.toUpperCase()),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const dates = fc.constantFrom('2021-04-12T12:50:44Z', '2024-02-29T23:59:59.125Z');
const coders = ['anna', 'bram', 'Zoë (2)'];

const code = (depth: number, id: string): fc.Arbitrary<object> =>
  fc.record(
    {
      id: fc.constant(id),
      name: localized,
      color: fc.constantFrom('#D55E00', '#0a0'),
      polarity: fc.constantFrom('hinders', 'helps'),
      domains: fc.constantFrom(['people'], ['economy', 'people'], []),
      definition: localizedText,
      include: localizedText,
      exclude: localizedText,
      examples: fc.oneof(
        fc.array(said, { maxLength: 2 }),
        fc.record({ nl: fc.array(said, { maxLength: 2 }) }),
      ),
      terms: fc.constantFrom(['drempel*', 'AVG'], { nl: ['geen ... tijd'], en: ['/cost(s)?/'] }),
      not: fc.constantFrom(['drempelvrij']),
      was: fc.constant([`old-${id}`]),
      retired: fc.boolean(),
      ...(depth > 0 ? { codes: codes(depth - 1, id) } : {}),
    },
    { requiredKeys: ['id', 'name'] },
  );

function codes(depth: number, parent: string): fc.Arbitrary<object[]> {
  return fc
    .nat(2)
    .chain((count) =>
      fc.tuple(...Array.from({ length: count + 1 }, (_, index) => code(depth, `${parent}${index}`))),
    );
}

interface Drawn {
  readonly id: string;
  readonly at: number;
  readonly length: number;
  readonly code: number;
  readonly coder: string;
  readonly memo: string | undefined;
  readonly star: boolean;
  readonly date: string;
}

const codings = fc.array(
  fc.record({
    id: ids,
    at: fc.nat(200),
    length: fc.integer({ min: 1, max: 40 }),
    code: fc.nat(3),
    coder: fc.constantFrom(...coders),
    memo: fc.option(said, { nil: undefined }),
    star: fc.boolean(),
    date: dates,
  }),
  { maxLength: 6 },
);

const reviews = fc.array(
  fc.record({
    id: ids,
    coding: fc.nat(5),
    reviewer: fc.constantFrom('bram', 'consensus'),
    verdict: fc.constantFrom(...verdicts),
    comment: fc.option(said, { nil: undefined }),
    passage: fc.boolean(),
    answered: fc.boolean(),
    date: dates,
  }),
  { maxLength: 4 },
);

const transcripts = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom('icu/een.txt', 'icu/twee.md', 'thuis/een.txt', 'los.txt', 'a b/c.d.transcript'),
    head: fc.constantFrom(
      '',
      '---\norganization: org-1\nparticipant: P01\nrole: arts & co\ndate: 2021-03-04\nlanguage: nl\n---\n',
      '---\n# opmerking\ncase: icu\nmijn: eigen\n---\n',
    ),
    turns: fc.array(said, { minLength: 1, maxLength: 4 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    codings,
    reviews,
    settled: fc.boolean(),
    settledId: ids,
  }),
  { selector: ({ path }) => path, minLength: 1, maxLength: 3 },
);

const scores = fc.uniqueArray(
  fc.record(
    {
      organization: fc.constantFrom('org-1', 'org-2'),
      domain: fc.constantFrom('people', 'economy'),
      score: fc.integer({ min: 1, max: 3 }),
      rationale: said,
    },
    { requiredKeys: ['organization', 'domain', 'score'] },
  ),
  { selector: ({ organization, domain }) => organization + domain },
);

/** The files of a study that has all of what REFI-QDA can carry, in some measure. */
export const studies: fc.Arbitrary<Readonly<Files>> = fc
  .record({
    codes: codes(2, 'c'),
    transcripts,
    scores,
    verified: scores,
    title: line,
    notes: fc.option(said),
  })
  .map(({ codes: tree, transcripts: texts, scores: given, verified, title, notes }) => {
    const files: Files = {
      'codebook.yaml': JSON.stringify({ codes: tree }),
      'study.yaml': JSON.stringify({
        title,
        language: 'nl',
        coders: ['anna', 'bram'],
        cases: [
          {
            id: 'icu',
            name: 'IC',
            organizations: [
              { id: 'org-1', name: 'Een' },
              { id: 'org-2', name: 'Twee' },
            ],
          },
        ],
      }),
      'maturity.yaml': JSON.stringify({
        levels: ['a', 'b', 'c'],
        domains: [
          { id: 'people', name: 'Mensen' },
          { id: 'economy', name: 'Geld' },
        ],
      }),
    };
    const used = new Set<string>();
    const unique = (id: string) => !used.has(id) && used.add(id);
    const codeIds = ['c0', 'c1', 'c00', 'alleen-hier'];
    for (const {
      path,
      head,
      turns,
      lineEnd,
      mark,
      codings: drawn,
      reviews: reviewed,
      settled,
      settledId,
    } of texts) {
      const written = head + turns.map((turn, index) => `${index % 2 ? 'R' : 'I'}: ${turn}\n`).join('');
      files[`transcripts/${path}`] = mark + written.replaceAll('\n', lineEnd);
      const text = normalizeLineEnds(written);
      const made = drawn.filter(({ id }) => unique(id)).map((one) => codingOf(text, one, codeIds));
      for (const coding of made) append(files, `codings/${coding.by}/${path}.jsonl`, codingLine(coding));
      const [first] = made;
      if (!first) continue;
      if (settled && unique(settledId)) {
        const { memo: _, star: __, ...rest } = first;
        const consensus = { ...rest, id: settledId, from: made.map(({ id }) => id), by: 'anna' };
        append(files, `codings/consensus/${path}.jsonl`, codingLine(consensus));
      }
      for (const one of reviewed.filter(({ id }) => unique(id))) {
        const coding = made[one.coding % made.length]!;
        const review: Review = {
          id: one.id,
          coding: coding.id,
          verdict: one.verdict,
          ...(one.passage && { code: 'c1', ...selectQuote(text, coding) }),
          ...(one.comment !== undefined && { comment: one.comment }),
          by: 'bram',
          at: one.date,
        };
        append(files, `reviews/${one.reviewer}/${path}.jsonl`, reviewLine(review));
        if (!one.answered || !unique(`${one.id}`.replace(/^./, 'f'))) continue;
        const answer: Review = {
          id: `${one.id}`.replace(/^./, 'f'),
          coding: coding.id,
          verdict: 'disagree',
          answer: one.id,
          by: coding.by,
          at: one.date,
        };
        append(files, `reviews/${coding.by}/${path}.jsonl`, reviewLine(answer));
      }
    }
    const evidence = [...used].slice(0, 2);
    if (given.length > 0) {
      files['scores/anna.yaml'] = JSON.stringify(
        given.map((one, index) => (index === 0 ? { ...one, evidence } : one)),
      );
      files['scores/consensus.yaml'] = JSON.stringify(given.slice(0, 1));
    }
    if (verified.length > 0) files['scores/Zoë (2).yaml'] = JSON.stringify(verified);
    if (notes !== null) files['notes/icu.md'] = `# Conclusie\n\n${notes}\n`;
    return files;
  });

function codingOf(text: string, one: Drawn, codeIds: readonly string[]): Coding {
  const start = whole(text, one.at % (text.length - 1));
  const end = Math.max(whole(text, Math.min(text.length, start + one.length)), whole(text, start + 2));
  return {
    id: one.id,
    code: codeIds[one.code]!,
    ...selectQuote(text, { start, end }),
    ...(one.memo !== undefined && { memo: one.memo }),
    ...(one.star && { star: true }),
    by: one.coder,
    at: one.date,
  };
}

/** The offset, or that of the begin of the character it is in. */
function whole(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

function append(files: Files, path: string, entry: string): void {
  files[path] = `${files[path] ?? ''}${entry}\n`;
}
