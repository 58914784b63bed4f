import { selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import type { Study } from '../../../src/core/study';
import type { TextFormat } from '../../../src/core/summary/paths';
import { renderSummary } from '../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../src/core/summary/summary';

/** The summary of a study, or of some of its cases, as one document. */
export async function rendered(study: Study, format: TextFormat, cases?: readonly string[]): Promise<string> {
  return renderSummary(study, await summarizeStudy(study, cases), format);
}

/** A log's text: a coding for each quote, where it first stands in the text. */
export function logOf(
  text: string,
  by: string,
  quotes: readonly {
    readonly id: string;
    readonly code: string;
    readonly quote: string;
    readonly memo?: string;
  }[],
): string {
  const lines = quotes.map(({ id, code, quote, memo }) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new Error(`“${quote}” is not in the text`);
    const selected = selectQuote(text, { start, end: start + quote.length });
    const coding = { id, code, ...selected, by, at: '2021-12-01T09:00:00Z' };
    return codingLine(memo === undefined ? coding : { ...coding, memo });
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** A transcript's text with front matter. */
export function transcriptOf(frontMatter: Readonly<Record<string, string>>, ...turns: string[]): string {
  const fields = Object.entries(frontMatter).map(([key, value]) => `${key}: ${value}`);
  return ['---', ...fields, '---', ...turns, ''].join('\n');
}

export const managerText = transcriptOf(
  { organization: 'org-1', participant: 'P01', role: 'manager' },
  'I: Welke drempels zijn er?',
  "R: De drempel is e-health zelf - de foto's zijn te duur.",
  'R: Er is geen tijd om het te leren.',
);

const nurseText = transcriptOf(
  { organization: 'org-2', participant: 'P02', role: ' Verpleegkundige ' },
  'I: Wat helpt?',
  'R: De vergoeding is goed geregeld en er is genoeg tijd.',
);

const codebook = `
codes:
  - id: barrier
    name: {en: Barrier, nl: Belemmering}
    domains: [people]
    codes:
      - {id: time, name: {en: Time, nl: Tijd}, was: [werkdruk]}
  - id: money
    name: {en: Money, nl: Geld}
    domains: [economy]
`;

const settings = `
title: Zorg op afstand
language: nl
cases:
  - id: elderly-care
    name: {en: Elderly care, nl: Ouderenzorg}
    organizations:
      - {id: org-1, name: Zorggroep Noord}
      - {id: org-2, name: Zorggroep Zuid}
`;

const scale = `
levels: [niets, iets, alles]
domains:
  - {id: people, name: Mensen}
  - {id: effect, name: Effect}
  - {id: economy, name: Economie}
`;

/** A study of one case: two organizations, two interviews, two coders. */
export const exampleStudy: Readonly<Record<string, string>> = {
  'codebook.yaml': codebook,
  'study.yaml': settings,
  'maturity.yaml': scale,
  'transcripts/elderly-care/manager.txt': managerText,
  'transcripts/elderly-care/nurse.txt': nurseText,
  'codings/anna/elderly-care/manager.txt.jsonl': logOf(managerText, 'anna', [
    { id: 'a1', code: 'barrier', quote: 'De drempel is e-health zelf', memo: 'vaker gehoord' },
    { id: 'a2', code: 'werkdruk', quote: 'geen tijd' },
  ]),
  'codings/anna/elderly-care/nurse.txt.jsonl': logOf(nurseText, 'anna', [
    { id: 'a3', code: 'money', quote: 'vergoeding' },
  ]),
  'codings/bram/elderly-care/manager.txt.jsonl': logOf(managerText, 'bram', [
    { id: 'b1', code: 'barrier', quote: 'De drempel is e-health zelf' },
  ]),
};
