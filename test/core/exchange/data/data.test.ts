import { strFromU8, unzipSync } from 'fflate/browser';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  type Exported,
  type ExportFormat,
  exportFormats,
  exportStudy,
} from '../../../../src/core/exchange/exportStudy';
import { reviewLine } from '../../../../src/core/review/reviewLog';
import { summarizeStudy } from '../../../../src/core/summary/summary';
import { exampleStudy, logOf, managerText } from '../../summary/exampleStudy';
import { memoryStudy } from '../../support/memoryStudy';

const at = '2021-12-02T09:00:00Z';
const study: Readonly<Record<string, string>> = {
  ...exampleStudy,
  'reviews/bram/elderly-care/manager.txt.jsonl': `${reviewLine({ id: 'r1', coding: 'a1', verdict: 'disagree', comment: '=1', by: 'bram', at })}\n`,
};

const exported = async (files: Readonly<Record<string, string>>, format: ExportFormat) =>
  textOf(await exportStudy(memoryStudy(files).study, format));
const textOf = ({ content }: Exported) =>
  typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
const lines = async (files = study) =>
  (await exported(files, 'jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const table = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

describe('codings as data', () => {
  it('are those of the summary, with the same fields', async () => {
    const { cases } = await summarizeStudy(memoryStudy(study).study);
    const quotes = cases.flatMap((one) => one.quotes);
    const rows = await lines();
    expect(rows.map(({ id }) => id).sort()).toEqual(quotes.map(({ id }) => id).sort());
    for (const quote of quotes) expect(rows.find(({ id }) => id === quote.id)).toMatchObject(quote);
  });

  it('name the code by its path and as the codebook now has it', async () => {
    const row = (await lines()).find(({ id }) => id === 'a2');
    expect(row).toMatchObject({
      code: 'time',
      path: 'barrier/time',
      case: 'elderly-care',
      organization: 'org-1',
    });
  });

  it('stand in a table as in JSON Lines', async () => {
    const rows = table(await exported(study, 'csv'));
    const same = (await lines()).map(({ id, path, start, text, memo, review }) => ({
      id,
      path,
      start: String(start),
      text,
      memo: memo ?? '',
      review: review ?? '',
    }));
    expect(
      rows.map(({ id, path, start, text, memo, review }) => ({ id, path, start, text, memo, review })),
    ).toEqual(same);
    expect(rows[0]!.reviews).toBe('bram: disagree =1');
  });

  it('get an apostrophe in the table alone where a spreadsheet would run them', async () => {
    const memo = '=HYPERLINK("http://x")';
    const files = {
      ...exampleStudy,
      'codings/anna/elderly-care/manager.txt.jsonl': logOf(managerText, 'anna', [
        { id: 'a1', code: 'barrier', quote: '- de foto', memo },
      ]),
    };
    const [row] = table(await exported(files, 'csv')).filter(({ id }) => id === 'a1');
    expect([row!.text, row!.memo]).toEqual(["'- de foto", `'${memo}`]);
    const raw = (await lines(files)).find(({ id }) => id === 'a1');
    expect([raw.text, raw.memo]).toEqual(['- de foto', memo]);
  });

  it('that a consensus stands for are left out', async () => {
    const log = logOf(managerText, 'anna', [
      { id: 'c1', code: 'barrier', quote: 'De drempel is e-health zelf' },
    ]);
    const settled = JSON.stringify({ ...JSON.parse(log), from: ['a1', 'b1'] });
    const rows = await lines({
      ...study,
      'codings/consensus/elderly-care/manager.txt.jsonl': `${settled}\n`,
    });
    expect(rows.map(({ id }) => id).sort()).toEqual(['a2', 'a3', 'c1']);
    expect(rows.find(({ id }) => id === 'c1')).toMatchObject({ coder: 'consensus', from: ['a1', 'b1'] });
  });

  it('whose transcript is gone are orphans with their quote', async () => {
    const { 'transcripts/elderly-care/nurse.txt': _, ...files } = study;
    expect((await lines(files)).find(({ id }) => id === 'a3')).toMatchObject({
      anchor: 'orphan',
      text: 'vergoeding',
      line: null,
      case: 'elderly-care',
    });
  });

  it('are only those that whoever exports may see', async () => {
    const { study: whole } = memoryStudy(study);
    const sight = {
      settings: () => whole.settings(),
      codebook: () => whole.codebook(),
      scale: () => whole.scale(),
      transcriptPaths: () => whole.transcriptPaths(),
      codedTranscriptPaths: () => whole.codedTranscriptPaths(),
      transcriptFacts: (path: string) => whole.transcriptFacts(path),
      caseOf: (path: string) => whole.caseOf(path),
      transcript: (path: string) => whole.transcript(path),
      scores: () => whole.scores(),
      coders: () => whole.coders(),
      sourceText: (path: string) => whole.sourceText(path),
      codings: async (path: string) =>
        (await whole.codings(path)).filter(({ coding }) => coding.by === 'bram'),
      reviews: async () => [],
    };
    const rows = textOf(await exportStudy(sight, 'jsonl'))
      .trimEnd()
      .split('\n');
    expect(rows.map((row) => JSON.parse(row).id)).toEqual(['b1']);
    const [row] = table(textOf(await exportStudy(sight, 'matrix-cases')));
    expect(row).toMatchObject({ codings: '1', barrier: '1', 'barrier/time': '0' });
  });
});

describe('the matrix', () => {
  it('has a row for each interview, those without codings too, and a column for each code', async () => {
    const files = { ...study, 'transcripts/elderly-care/other.txt': 'R: Niets.\n' };
    expect(table(await exported(files, 'matrix-transcripts'))).toMatchObject([
      {
        transcript: 'transcripts/elderly-care/manager.txt',
        role: 'manager',
        codings: '3',
        barrier: '1',
        'barrier/time': '1',
        money: '0',
      },
      {
        transcript: 'transcripts/elderly-care/nurse.txt',
        codings: '1',
        barrier: '0',
        'barrier/time': '0',
        money: '1',
      },
      {
        transcript: 'transcripts/elderly-care/other.txt',
        codings: '0',
        barrier: '0',
        'barrier/time': '0',
        money: '0',
      },
    ]);
  });

  it('has a row for each case', async () => {
    expect(table(await exported(study, 'matrix-cases'))).toEqual([
      { case: 'elderly-care', interviews: '2', codings: '4', barrier: '1', 'barrier/time': '1', money: '1' },
    ]);
  });

  it('has a column for a code that only a log knows', async () => {
    const log = logOf(managerText, 'anna', [{ id: 'a9', code: 'gone', quote: 'te duur' }]);
    const [row] = table(
      await exported({ ...study, 'codings/anna/elderly-care/manager.txt.jsonl': log }, 'matrix-cases'),
    );
    expect(row!.gone).toBe('1');
  });
});

describe('web annotations', () => {
  it('have a position in code points and the quote that stands there', async () => {
    const text = `\u{1F600} ${managerText}`;
    const files = {
      ...study,
      'transcripts/elderly-care/manager.txt': text,
      'codings/anna/elderly-care/manager.txt.jsonl': logOf(text, 'anna', [
        { id: 'a1', code: 'time', quote: 'te duur', memo: 'duur' },
      ]),
    };
    const { total, first } = JSON.parse(await exported(files, 'webannotation'));
    expect(total).toBe(3);
    const one = first.items.find((item: { body: { value: string }[] }) => item.body[1]?.value === 'duur');
    expect(one.body[0]).toMatchObject({ purpose: 'classifying', value: 'barrier/time' });
    const [position, quote] = one.target.selector;
    expect([...text].slice(position.start, position.end).join('')).toBe('te duur');
    expect(quote.exact).toBe('te duur');
    expect(`${quote.prefix}${quote.exact}${quote.suffix}`).toBe(
      text.slice(text.indexOf(quote.prefix)).slice(0, 32 + quote.exact.length + quote.suffix.length),
    );
    expect(one.target.source).toBe('transcripts/elderly-care/manager.txt');
  });

  it('of a coding without a place have its quote only', async () => {
    const { 'transcripts/elderly-care/nurse.txt': _, ...files } = study;
    const { first } = JSON.parse(await exported(files, 'webannotation'));
    const one = first.items.find(({ target }: { target: { source: string } }) =>
      target.source.endsWith('nurse.txt'),
    );
    expect(one.target.selector).toMatchObject([{ type: 'TextQuoteSelector', exact: 'vergoeding' }]);
  });
});

describe('the codebook', () => {
  const files = {
    ...exampleStudy,
    'codebook.yaml': `
codes:
  - id: barrier
    name: {en: Barrier, nl: Belemmering}
    polarity: hinders
    domains: [people]
    definition: {en: What hinders, nl: Wat hindert}
    exclude: Opgelost
    examples: {nl: ["te *duur*"]}
    terms: ["drempel*"]
    codes:
      - {id: time, name: Tijd, retired: true, was: [druk]}
`,
  };

  it('is an appendix in the language of the study', async () => {
    expect(await exported(files, 'codebook-md')).toBe(`# Codeboek

*Zorg op afstand*

2 codes. Een code onder een andere is daar een preciezere vorm van.

## Belemmering

\`barrier\`

- *Definitie*: Wat hindert
- *Niet*: Opgelost
- *Voorbeeld*: te \\*duur\\*
- *Markeert wat*: belemmert
- *Bewijs voor*: Mensen
- *Woorden waarop is gezocht*: drempel\\*

### Belemmering / Tijd

\`barrier/time\` (wordt niet meer gegeven)

- *Markeert wat*: belemmert
- *Bewijs voor*: Mensen
- *Overgenomen van*: druk
`);
  });

  it('is a document for Word with the same words', async () => {
    const { content } = await exportStudy(memoryStudy(files).study, 'codebook-docx');
    const words = strFromU8(unzipSync(content as Uint8Array)['word/document.xml']!).replace(/<[^>]+>/g, '');
    expect(words).toContain('Wat hindert');
    expect(words).toContain('Belemmering / Tijd');
  });

  it('is a table with a row for each code', async () => {
    expect(table(await exported(files, 'codebook-csv'))).toMatchObject([
      {
        id: 'barrier',
        path: 'barrier',
        name: 'Belemmering',
        definition: 'Wat hindert',
        retired: 'false',
        terms: 'drempel*',
      },
      { id: 'time', path: 'barrier/time', name: 'Tijd', retired: 'true', was: 'druk' },
    ]);
  });
});

describe('the same study', () => {
  it.each(Object.keys(exportFormats) as ExportFormat[])('gives the same bytes as %s', async (format) => {
    const first = await exported(study, format);
    expect(await exported(study, format)).toBe(first);
  });
});
