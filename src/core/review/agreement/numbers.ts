import { formatCount, type Labels, labelsOf } from '../../summary/labels';

/** How a language writes the numbers of a report. */
export interface NumberFormat {
  readonly count: (count: number) => string;
  /** A figure with its decimals; `none` where it is undefined. */
  readonly figure: (figure: number | null, decimals: number, none: string) => string;
  readonly percent: (share: number | null, none: string) => string;
}

/** The numbers as a language writes them. */
export function numbersIn(language: 'en' | 'nl'): NumberFormat {
  const labels = labelsOf(language);
  return {
    count: (count) => formatCount(count, labels),
    figure: (figure, decimals, none) => (figure === null ? none : fixed(figure, decimals, labels)),
    percent: (share, none) => (share === null ? none : `${fixed(share * 100, 1, labels)}%`),
  };
}

function fixed(value: number, decimals: number, { decimalSeparator }: Labels): string {
  const text = value.toFixed(decimals);
  const isZero = Number(text) === 0;
  return (isZero ? text.replace('-', '') : text).replace('.', decimalSeparator);
}
