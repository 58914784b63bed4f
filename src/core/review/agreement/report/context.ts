import { oneLine } from '../../../report/blocks';
import { labelsOf } from '../../../summary/labels';
import { agreementLabels } from '../labels';
import type { AgreementReport, NamedCode, UnitAgreement } from '../model';
import { type NumberFormat, numbersIn } from '../numbers';

/** What every section of a report needs, of agreement on units alone where that is all there is. */
export interface ReportContext<Report extends UnitAgreement = AgreementReport> extends NumberFormat {
  readonly report: Report;
  readonly labels: ReturnType<typeof agreementLabels>;
  /** A coefficient with three decimals, or that it is undefined. */
  readonly coefficient: (value: number | null) => string;
  readonly codeName: (code: string) => string;
}

export function reportContext<Report extends UnitAgreement>(report: Report): ReportContext<Report> {
  const labels = agreementLabels(report.language);
  const numbers = numbersIn(report.language);
  const codes = new Map(report.pairs[0]!.codes.map((code) => [code.code, nameOf(code, report.language)]));
  return {
    ...numbers,
    report,
    labels,
    coefficient: (value) => numbers.figure(value, 3, labels.undefined),
    codeName: (code) => codes.get(code)!,
  };
}

function nameOf({ path, retired, known }: NamedCode, language: 'en' | 'nl'): string {
  const words = labelsOf(language);
  const mark = retired ? ` (${words.retired})` : known ? '' : ` (${words.notInCodebook})`;
  return oneLine(path.join(' › ')) + mark;
}
