import { codingLine } from '../../../../src/core/coding/log';
import { logPath } from '../../../../src/core/coding/paths';
import { type AgreementRequest, agreementOf } from '../../../../src/core/review/agreement/agreement';
import type { AgreementReport } from '../../../../src/core/review/agreement/model';
import type { Study } from '../../../../src/core/study';
import { codingOf } from '../../support/codings';

/** A passage of what respondents said, in characters from the first one on, that a coder gave a code. */
export type Span = readonly [code: string, start: number, end: number];

/** How the interviews of these tests are made: turns of 20 characters, each after a question. */
const turnLength = 20;
const question = 'I: En?\n';
const label = 'R: ';

/** An interview with so many turns of a respondent, each of 20 letters without a space. */
export function interview(turns: number): string {
  const said = (turn: number) => `${String.fromCharCode(97 + (turn % 26))}`.repeat(turnLength);
  return Array.from({ length: turns }, (_, turn) => `${question}${label}${said(turn)}\n`).join('');
}

/** Where a character of what respondents said stands in the text of an interview. */
export function offsetOf(character: number, isEnd = false): number {
  const turn = Math.floor((isEnd ? character - 1 : character) / turnLength);
  const before = turn * (question.length + label.length + turnLength + 1) + question.length + label.length;
  return before + character - turn * turnLength;
}

/** A coder's log of an interview: a coding for each span. */
export function logOf(
  text: string,
  coder: string,
  spans: readonly Span[],
  at = '2024-01-01T00:00:00Z',
): string {
  return spans
    .map(([code, start, end], index) =>
      codingLine(
        codingOf(text, offsetOf(start), offsetOf(end, true), {
          id: `${coder}-${index}-${code}-${start}`,
          code,
          by: coder,
          at,
        }),
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** The files of a study of interviews by path, with the spans that each coder has given. */
export function filesOf(
  interviews: Readonly<
    Record<string, { readonly turns: number; readonly spans: Readonly<Record<string, readonly Span[]>> }>
  >,
): Record<string, string> {
  const files: Record<string, string> = {
    'codebook.yaml':
      'codes: [{id: A, name: Alpha}, {id: B, name: {en: Beta, nl: Bèta}, codes: [{id: C, name: Gamma}]}]\n',
    'study.yaml': 'title: T\n',
  };
  for (const [path, { turns, spans }] of Object.entries(interviews)) {
    const text = interview(turns);
    files[path] = text;
    for (const [coder, own] of Object.entries(spans)) files[logPath(coder, path)] = logOf(text, coder, own);
  }
  return files;
}

/** The report of two coders, one and two, unless others are asked for. */
export function reportOf(study: Study, request: Partial<AgreementRequest> = {}): Promise<AgreementReport> {
  return agreementOf(study, { coders: ['one', 'two'], unit: 'turn', iou: 0.5, ...request });
}
