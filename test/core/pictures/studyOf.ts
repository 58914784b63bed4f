import { selectQuote } from '../../../src/core/coding/coding';
import { codingLine } from '../../../src/core/coding/log';
import type { PictureData, PictureKind } from '../../../src/core/pictures/model';
import { picturesOfCase } from '../../../src/core/pictures/pictures';
import type { Study } from '../../../src/core/study';
import { memoryStudy } from '../support/memoryStudy';

export const codebook = `
codes:
  - id: barrier
    name: {en: Barrier, nl: Belemmering}
    polarity: hinders
    domains: [people]
    codes:
      - {id: time, name: {en: Time, nl: Tijd}}
  - id: helper
    name: {en: Facilitator, nl: Bevorderaar}
    polarity: helps
    domains: [people, money]
  - id: money
    name: {en: Money, nl: Geld}
  - id: unused
    name: {en: Unused, nl: Ongebruikt}
`;

export const settings = `
title: Study
language: en
cases:
  - id: care
    name: Care
    organizations:
      - {id: north, name: North}
      - {id: south, name: South}
`;

const scale = `
levels: [none, some, all]
domains:
  - {id: people, name: People}
  - {id: money, name: Money}
`;

/** An interview of a study that is made for a test. */
export interface MadeInterview {
  readonly name: string;
  readonly organization?: string;
  readonly role?: string;
  /** What is said, turn by turn, with its label. */
  readonly turns: readonly string[];
  readonly codings: readonly MadeCoding[];
}

interface MadeCoding {
  readonly code: string;
  readonly quote: string;
  readonly by?: string;
  readonly at?: string;
  readonly id?: string;
}

/** The transcript's text and its logs, by path. */
export function filesOf({ name, organization, role, turns, codings }: MadeInterview): Record<string, string> {
  const fields = [
    ...(organization ? [`organization: ${JSON.stringify(organization)}`] : []),
    ...(role ? [`role: ${JSON.stringify(role)}`] : []),
  ];
  const text = ['---', ...fields, '---', ...turns, ''].join('\n');
  const files: Record<string, string> = { [`transcripts/care/${name}.txt`]: text };
  for (const [index, { code, quote, by = 'anna', at, id }] of codings.entries()) {
    const start = text.indexOf(quote);
    const range = start === -1 ? { start: 0, end: quote.length } : { start, end: start + quote.length };
    const line = codingLine({
      ...selectQuote(text, range),
      quote,
      id: id ?? `${name}-${index}`,
      code,
      by,
      at: at ?? '2021-12-01T09:00:00Z',
    });
    const log = `codings/${by}/care/${name}.txt.jsonl`;
    files[log] = `${files[log] ?? ''}${line}\n`;
  }
  return files;
}

export function studyOf(
  interviews: readonly MadeInterview[],
  more: Readonly<Record<string, string>> = {},
): Study {
  return memoryStudy({
    'codebook.yaml': codebook,
    'study.yaml': settings,
    'maturity.yaml': scale,
    ...Object.assign({}, ...interviews.map(filesOf)),
    ...more,
  }).study;
}

/** One of the pictures of the case that the studies of tests have. */
export async function pictureOf<K extends PictureKind>(
  study: Study,
  kind: K,
  caseId: string | undefined = 'care',
): Promise<Extract<PictureData, { kind: K }>> {
  const found = (await picturesOfCase(study, caseId)).find((one) => one.kind === kind);
  return found as Extract<PictureData, { kind: K }>;
}

export const first: MadeInterview = {
  name: 'first',
  organization: 'north',
  role: 'nurse',
  turns: ['[00:01:00] I: What is hard?', '[00:01:05] R: There is no time and no money for it at all.'],
  codings: [
    { code: 'barrier', quote: 'no time and no money' },
    { code: 'time', quote: 'no time' },
    { code: 'money', quote: 'no money' },
  ],
};

export const second: MadeInterview = {
  name: 'second',
  organization: 'south',
  role: 'manager',
  turns: ['I: What helps?', 'R: The course helps and the budget is there.'],
  codings: [
    { code: 'helper', quote: 'The course helps', at: '2021-12-02T09:00:00Z' },
    { code: 'money', quote: 'the budget', at: '2021-12-02T09:01:00Z' },
  ],
};
