import type { AgreementReport } from './model';

/** The formulas and conventions behind the figures, for those who compute them again from the JSON. */
export function conventionsOf({ unit, iou, bootstrap, group }: AgreementReport): Record<string, string> {
  const several: Record<string, string> = group
    ? {
        fleissKappa: 'Fleiss 1971, on transcripts that all coders coded',
        'alpha of the group':
          'Krippendorff’s nominal alpha, on transcripts that at least two of the coders coded',
      }
    : {};
  return {
    unit:
      unit === 'turn'
        ? 'a respondent’s turn in which something was said; interviewers’ turns are excluded'
        : 'a sentence of a respondent’s turn; interviewers’ turns are excluded',
    marked: 'a coder marks a unit with a code where a coding of theirs with that code overlaps it',
    uncoded: 'what a coder did not code counts as not having the code, so that coders can agree on it',
    codes: 'each code by itself, sub-codes apart from their parents; ids in “was” count as their code',
    percentAgreement: '(both + neither) / units',
    positiveAgreement: '2 both / (2 both + onlyFirst + onlySecond); Cicchetti and Feinstein 1990',
    kappa: 'Cohen 1960: expected agreement from each coder’s own distribution; not Scott’s pi',
    alpha: 'Krippendorff’s nominal alpha (2004, chapter 11), with its correction for small samples',
    interval: `95 % percentile bootstrap of kappa over units (Efron 1979; quantiles as R’s type 7): seed ${bootstrap.seed}, ${bootstrap.draws} draws; units are taken for independent, and no standard error by formula is used`,
    characters:
      'respondents’ speech without labels and surrounding white space, put together; in UTF-16 units',
    uAlphaPresence:
      '|u-alpha of Krippendorff, Mathet, Bouvry and Widlöcher 2016; each code is a continuum of its own, and a coder’s overlapping codings of it are one',
    spans: `codings matched one to one, as many as can be, where the characters that both hold are at least ${iou} of those that either holds; f1 = 2 matched / (2 matched + onlyFirst + onlySecond)`,
    scores: 'Krippendorff’s ordinal alpha (2004) and Cohen’s weighted kappa (1968); without the consensus',
    undefined: 'null where no disagreement could have been expected, or there was nothing to compare',
    ...several,
  };
}
