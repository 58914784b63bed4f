import type {
  AgreementReport,
  CodeAgreement,
  Disagreement,
  NamedCode,
} from '../../core/review/agreement/model';
import { worstFirst } from '../../core/review/agreement/order';
import { groupBy } from '../../core/summary/groupBy';

/** A code with how much coders agree on it. */
export interface CodeElement {
  readonly kind: 'code';
  readonly named: NamedCode;
  /** Cohen's kappa of two coders, Fleiss' of more; null where it is undefined. */
  readonly kappa: number | null;
  /** The figures of two coders; undefined where there are more. */
  readonly pair: CodeAgreement | undefined;
  readonly cells: readonly CellElement[];
}

/** The units that one coder gave a code and another did not. */
export interface CellElement {
  readonly kind: 'cell';
  readonly code: string;
  readonly coder: string;
  readonly found: readonly DisagreementElement[];
}

export interface DisagreementElement {
  readonly kind: 'disagreement';
  readonly disagreement: Disagreement;
}

export type AgreementElement = CodeElement | CellElement | DisagreementElement;

/** The rows of the view: codes worst first, below each the cells that have disagreements, and these. */
export function elementsOf({ pairs, group, disagreements }: AgreementReport): CodeElement[] {
  const byCode = groupBy(disagreements, ({ code }) => code);
  const cellsOf = (code: string) =>
    [...groupBy(byCode.get(code) ?? [], ({ coder }) => coder)].map(
      ([coder, found]): CellElement => ({
        kind: 'cell',
        code,
        coder,
        found: found.map((disagreement) => ({ kind: 'disagreement', disagreement })),
      }),
    );
  const elements = group
    ? group.map((named) => ({ named, kappa: named.fleissKappa, pair: undefined }))
    : pairs[0]!.codes.map((named) => ({ named, kappa: named.kappa, pair: named }));
  return worstFirst(
    elements.map((one) => ({ ...one.named, element: one })),
    ({ element }) => element.kappa,
  ).map(({ element }) => ({ kind: 'code', ...element, cells: cellsOf(element.named.code) }));
}
