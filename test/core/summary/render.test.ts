import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { StudySummary } from '../../../src/core/summary/model';
import type { TextFormat } from '../../../src/core/summary/paths';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy, logOf, rendered, transcriptOf } from './exampleStudy';

async function render(files: Readonly<Record<string, string>>, format: TextFormat): Promise<string> {
  return rendered(memoryStudy(files).study, format);
}

/** A study of one interview whose speech is one quote, coded once with a memo. */
function studyOfQuote(quote: string, memo = 'memo'): Record<string, string> {
  const text = transcriptOf({ organization: 'org-1', role: 'manager' }, `R: Nou. ${quote} Ja.`);
  return {
    'codebook.yaml': 'codes: [{id: barrier, name: Barrier}]',
    'transcripts/icu/one.txt': text,
    'codings/anna/icu/one.txt.jsonl': logOf(text, 'anna', [{ id: '1', code: 'barrier', quote, memo }]),
  };
}

describe('Markdown', () => {
  it('gives quotes as “…” (role, organization) with a link to their line, coders together', async () => {
    const markdown = await render(exampleStudy, 'md');
    expect(markdown).toContain(
      '- <a id="q1"></a>**Q1** “De drempel is e-health zelf” (manager, Zorggroep Noord) ' +
        '[P01, regel 7](../transcripts/elderly-care/manager.txt#L7) · anna, bram *memo van anna: vaker gehoord*\n',
    );
    expect(markdown).toContain('### Belemmering: 2 coderingen van 1 passage\n');
  });

  it('has every section of a case, in Dutch for a Dutch report', async () => {
    const headings = (await render(exampleStudy, 'md')).match(/^#{1,2} .+$/gm);
    expect(headings).toEqual([
      '# Ouderenzorg',
      '## Context',
      '## Interviews en respondenten',
      '## Belemmering',
      '## Geld',
      '## Per stakeholder',
      '## Overeenkomsten en verschillen tussen de organisaties',
      '## Codes in cijfers',
      '## Overeenstemming tussen codeurs',
      '## Volwassenheid',
      '## Wat niet is gevonden',
      '## Bronnen: alle citaten per code',
      '## Gemaakt van',
    ]);
  });

  it('says in words that a role and an organization are not given', async () => {
    const files = { 'transcripts/icu/one.txt': 'R: Te duur.' };
    const log = logOf('R: Te duur.', 'anna', [{ id: '1', code: 'barrier', quote: 'Te duur' }]);
    const markdown = await render({ ...files, 'codings/anna/icu/one.txt.jsonl': log }, 'md');
    expect(markdown).toContain('“Te duur” (role not given, organization not given)');
  });

  it('shows what scorers gave and whether it is settled', async () => {
    const score = (domain: string, figure: number) =>
      `- {organization: org-1, domain: ${domain}, score: ${figure}}\n`;
    const markdown = await render(
      {
        ...exampleStudy,
        'scores/anna.yaml': score('people', 2) + score('effect', 1) + score('economy', 3),
        'scores/bram.yaml': score('people', 3) + score('effect', 1),
      },
      'md',
    );
    expect(markdown).toContain(
      '| Zorggroep Noord | 2 (anna) / 3 (bram) (niet vastgesteld) | 1 (niet vastgesteld) | 3 | 4 van 9 (2 van 3 domeinen) |\n',
    );
    expect(markdown).toContain(
      '- Domeinen zonder onderbouwing uit de interviews (Zorggroep Zuid): Mensen; Effect.\n',
    );
  });

  it('takes what a transcript holds for words, not for marks', async () => {
    const hostile =
      'een | twee *drie* _vier_ `vijf` [zes](javascript:alert(1)) <b>zeven</b> &amp; $x$ ~~acht~~';
    const markdown = await render(studyOfQuote(hostile), 'md');
    expect(markdown).toContain(
      '“een \\| twee \\*drie\\* \\_vier\\_ \\`vijf\\` \\[zes\\](javascript:alert(1)) \\<b\\>zeven\\</b\\> \\&amp; \\$x\\$ \\~\\~acht\\~\\~”',
    );
  });

  it('puts a quote of several lines on one', async () => {
    const markdown = await render(studyOfQuote('eerst\n  # dan'), 'md');
    expect(markdown).toContain('“eerst # dan”');
  });

  it('keeps names from beginning a list or a heading', async () => {
    const files = {
      ...exampleStudy,
      'codebook.yaml': exampleStudy['codebook.yaml']!.replace('nl: Geld', 'nl: "1. # Geld"'),
    };
    expect(await render(files, 'md')).toContain('\n- 1\\. # Geld: ');
  });

  it('says that a quote is no longer in its transcript', async () => {
    const { 'transcripts/elderly-care/manager.txt': _, ...files } = exampleStudy;
    const markdown = await render(files, 'md');
    expect(markdown).toContain('anna · niet meer in het transcript');
    expect(markdown).toContain('Van deze coderingen staan er 3 niet meer in het transcript');
  });
});

describe('HTML', () => {
  it('is one page that asks for nothing else', async () => {
    const html = await render(exampleStudy, 'html');
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nl">/);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object)|\bsrc=|url\((?!#)|@import|https?:/i);
    expect(html).toContain('<title>Ouderenzorg</title>');
    expect(html.match(/<table>/g)!.length).toBe(html.match(/<caption>/g)!.length);
    expect(html).not.toMatch(/<th(?![^>]*scope=)[ >]/);
  });

  it('takes whatever a study holds for words', async () => {
    const hostile = `<script>alert('x')</script> "><img src=x onerror=alert(1)>`;
    const html = await render(studyOfQuote(hostile, hostile), 'html');
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('“&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;&gt;&lt;img src=x');
  });

  it('links to nothing but transcripts and places of its own', async () => {
    const html = await render(studyOfQuote('](javascript:alert(1))'), 'html');
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(new Set(links)).toEqual(
      new Set(['../transcripts/icu/one.txt', '../transcripts/icu/one.txt#L5', '#q1']),
    );
  });

  it('holds all cases, an article each, when the study has several', async () => {
    const html = await render({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.' }, 'html');
    expect(html.match(/<article>/g)).toHaveLength(2);
    expect(html).toContain('<title>Zorg op afstand</title>');
  });
});

describe('CSV', () => {
  const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true }).data;

  it('has a row for each quote, with the words as they are', async () => {
    const quote = 'een "twee",\ndrie; vier';
    const [row, ...others] = rowsOf(await render(studyOfQuote(quote), 'csv'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      case: 'icu',
      id: '1',
      code: 'barrier',
      text: quote,
      role: 'manager',
      review: '',
    });
  });

  it.each(['=1+1', '+1', '-ja', '@SUM(A1)', '\n=1+1'])(
    'keeps a spreadsheet from running %s',
    async (quote) => {
      const csv = await render(studyOfQuote(quote, '\t=1+1'), 'csv');
      const [row] = rowsOf(csv);
      expect(row!.text).toBe(`'${quote}`);
      expect(row!.memo).toBe("'\t=1+1");
    },
  );
});

describe('JSON', () => {
  it('is the summary, with the words as they are', async () => {
    const quote = '=een\n| <twee> \u{1F600}';
    const { study } = memoryStudy(studyOfQuote(quote));
    const summary = await summarizeStudy(study);
    const json = JSON.parse(await renderSummary(study, summary, 'json'));
    expect(json).toEqual(JSON.parse(JSON.stringify(summary)));
    expect(json.cases[0].quotes[0].text).toBe(quote);
  });

  it.each([0, 1, 100, 250])('is indented, with a line for each of %i quotes in a case', async (count) => {
    const text = `R: ${Array.from({ length: count }, (_, index) => `quote ${index}.`).join(' ')}`;
    const codings = Array.from({ length: count }, (_, index) => ({
      id: String(index),
      code: 'barrier',
      quote: `quote ${index}.`,
    }));
    const { study } = memoryStudy({
      'transcripts/a/one.txt': text,
      'codings/anna/a/one.txt.jsonl': logOf(text, 'anna', codings),
      'transcripts/b/two.txt': 'R: Nothing, "quotes": [].',
    });
    for (const cases of [[], ['a'], ['b', 'a']]) {
      const summary = await summarizeStudy(study, cases);
      const json = await renderSummary(study, summary, 'json');
      expect(`${JSON.stringify(JSON.parse(json), null, 2)}\n`).toBe(`${JSON.stringify(summary, null, 2)}\n`);
      const isQuote = (line: string) => line.startsWith('        {"id":');
      expect(json.split('\n').filter(isQuote)).toEqual(quoteLines(summary));
      const withoutQuotes = { ...summary, cases: summary.cases.map((one) => ({ ...one, quotes: [] })) };
      const others = json.split('\n').filter((line) => !isQuote(line));
      expect(others.join('\n').replace(/"quotes": \[\n *\]/g, '"quotes": []')).toBe(
        `${JSON.stringify(withoutQuotes, null, 2)}\n`,
      );
    }
  });
});

function quoteLines({ cases }: StudySummary): string[] {
  return cases.flatMap(({ quotes }) =>
    quotes.map((quote, index) => {
      const isLast = index === quotes.length - 1;
      return `        ${JSON.stringify(quote)}${isLast ? '' : ','}`;
    }),
  );
}
