import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { methodsText } from '../../../../src/core/review/agreement/methods';
import { agreementFormats, renderAgreement } from '../../../../src/core/review/agreement/render';
import { memoryStudy } from '../../support/memoryStudy';
import { filesOf, reportOf, type Span } from './studies';

const spans: Record<string, Span[]> = {
  one: [
    ['A', 0, 10],
    ['B', 20, 30],
    ['A', 40, 50],
  ],
  two: [
    ['A', 2, 10],
    ['A', 20, 28],
    ['B', 60, 66],
  ],
};
const files = filesOf({ 'transcripts/icu/x.txt': { turns: 5, spans } });
const request = { coders: ['one', 'two'], unit: 'turn', iou: 0.5 } as const;
const open = (more: Readonly<Record<string, string>> = {}) => memoryStudy({ ...files, ...more }).study;

describe('an agreement report', () => {
  it('is the same each time, in every format', async () => {
    for (const format of agreementFormats) {
      const [first, again] = [open(), open()].map((study) => renderAgreement(study, request, format));
      expect(await first).toBe(await again);
      expect((await first)!.endsWith('\n')).toBe(true);
    }
  });

  it('lists codes worst first, those without a figure last', async () => {
    const markdown = await renderAgreement(open(), request, 'md');
    const table = markdown.slice(markdown.indexOf('| Code |'));
    expect(table.match(/^\| (?:Alpha|Beta)[^|]*/gm)!.slice(0, 3)).toEqual([
      '| Beta ',
      '| Alpha ',
      '| Beta › Gamma ',
    ]);
    expect(table).toContain(
      '| Beta › Gamma | 0 | 0 | 0 | 5 | 100.0% | undefined | undefined | undefined | undefined | – |',
    );
  });

  it('leads to every disagreement', async () => {
    const markdown = await renderAgreement(open(), request, 'md');
    expect(markdown.match(/\]\(\.\.\/transcripts\/icu\/x\.txt#L\d+\) · /g)).toHaveLength(4);
    const html = await renderAgreement(open(), request, 'html');
    expect(html.match(/href="\.\.\/transcripts\/icu\/x\.txt#L\d+"/g)).toHaveLength(4);
  });

  it('speaks the language of the study, with its numbers', async () => {
    const dutch = await renderAgreement(open({ 'study.yaml': 'title: T\nlanguage: nl\n' }), request, 'md');
    expect(dutch).toMatch(/^# Overeenstemming tussen one en two\n/);
    expect(dutch).toContain('| Bèta | 0 | 1 | 1 | 3 | 60,0% | 0,000 | -0,250 |');
    const [first, second] = ['De overeenstemming is berekend', 'Agreement was computed'];
    expect(dutch.indexOf(first!)).toBeGreaterThan(0);
    expect(dutch.indexOf(second!)).toBeGreaterThan(dutch.indexOf(first!));
  });

  it('says so where there is nothing to compare', async () => {
    const empty = memoryStudy(filesOf({ 'transcripts/icu/x.txt': { turns: 5, spans: {} } })).study;
    for (const format of agreementFormats) {
      const text = await renderAgreement(empty, request, format);
      if (format === 'md') expect(text).toContain('there is nothing to compare');
      expect(text).not.toContain('NaN');
    }
  });

  it('keeps what a study holds from being taken for HTML', async () => {
    const html = await renderAgreement(
      open({ 'study.yaml': 'title: <script>x</script>\n' }),
      request,
      'html',
    );
    expect(html).not.toContain('<script>');
    expect(html).toContain(`default-src 'none'`);
  });

  it('shows three coders together and two by two', async () => {
    const study = memoryStudy(
      filesOf({ 'transcripts/icu/x.txt': { turns: 5, spans: { ...spans, three: [['A', 0, 5]] } } }),
    ).study;
    const all = { ...request, coders: ['one', 'two', 'three'] };
    const markdown = await renderAgreement(study, all, 'md');
    expect(markdown).toContain('## All coders together');
    expect(markdown.match(/^## (?:one|two) – (?:two|three)$/gm)).toHaveLength(3);
    const json = JSON.parse(await renderAgreement(study, all, 'json'));
    expect(json.codes[0]).toMatchObject({ code: 'A', markedBy: [2, 2, 0, 1] });
    expect(json.pairs).toHaveLength(3);
  });
});

describe('the JSON', () => {
  it('has the keys that other programs count on, first', async () => {
    const json = JSON.parse(await renderAgreement(open(), request, 'json'));
    expect(Object.keys(json).slice(0, 5)).toEqual(['coders', 'unit', 'units', 'codes', 'disagreements']);
    const [, beta, gamma] = json.codes;
    expect(beta).toMatchObject({ code: 'B', both: 0, onlyFirst: 1, onlySecond: 1, neither: 3 });
    expect(beta.kappa).toBeCloseTo(-0.25, 10);
    expect(gamma).toMatchObject({ code: 'C', kappa: null, alpha: null, undefined: 'one value only' });
    expect('undefined' in beta).toBe(false);
    const { code, transcript, start, end, coder, quote } = json.disagreements[0];
    expect({ code, transcript, start, end, coder, quote }).toEqual({
      code: 'A',
      transcript: 'transcripts/icu/x.txt',
      start: 41,
      end: 49,
      coder: 'two',
      quote: 'bbbbbbbb',
    });
  });
});

describe('the matrix of units', () => {
  it('gives the counts of the report when they are counted again', async () => {
    const csv = await renderAgreement(open(), request, 'csv');
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows).toHaveLength(5);
    const { pairs } = await reportOf(open());
    for (const { code, both, onlyFirst, onlySecond, neither } of pairs[0]!.codes) {
      const count = (first: string, second: string) =>
        rows.filter((row) => row[`${code}:one`] === first && row[`${code}:two`] === second).length;
      expect([count('1', '1'), count('1', '0'), count('0', '1'), count('0', '0')]).toEqual([
        both,
        onlyFirst,
        onlySecond,
        neither,
      ]);
    }
  });

  it('has an empty cell where a coder has not coded a transcript', async () => {
    const csv = await renderAgreement(open(), { ...request, coders: ['one', 'two', 'three'] }, 'csv');
    expect(csv.split('\r\n')[1]).toBe('transcripts/icu/x.txt,1,10,30,1,1,,0,0,,0,0,');
  });

  it('is not run as a formula by a spreadsheet', async () => {
    const spans = { one: [['A', 0, 5]], two: [] } as Record<string, Span[]>;
    const study = memoryStudy({
      ...filesOf({ 'transcripts/icu/x.txt': { turns: 1, spans } }),
      'codings/two/icu/x.txt.jsonl': '',
    }).study;
    const coders = ['one', 'two'];
    expect(await renderAgreement(study, { ...request, coders }, 'csv')).not.toMatch(/(?:^|,|\n)[=+@-]/);
  });
});

describe('the text for the section on methods', () => {
  it('has the figures of the report in both languages', async () => {
    const report = await reportOf(open());
    expect(methodsText(report, 'en')).toContain(
      'Kappa ranged from -0.25 (“Beta”) to 0.17 (“Alpha”), with a median of -0.04.',
    );
    expect(methodsText(report, 'nl')).toContain('van -0,25 (“Beta”) tot 0,17 (“Alpha”)');
    expect(methodsText(report, 'en')).toContain('For 1 code these are undefined');
  });

  it('names one coder at two times', async () => {
    const study = memoryStudy(
      filesOf({ 'transcripts/icu/x.txt': { turns: 5, spans: { anna: spans.one!, 'anna@2': spans.two! } } }),
    ).study;
    const report = await reportOf(study, { coders: ['anna', 'anna@2'] });
    expect(methodsText(report, 'en')).toMatch(/^Intra-coder agreement/);
    expect(methodsText(report, 'nl')).toMatch(/^De intracodeursovereenstemming/);
  });
});
