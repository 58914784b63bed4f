import * as vscode from 'vscode';
import type { DomainEvidence, EvidenceQuote, Lean, Thinness } from '../../core/maturity/evidence';
import { consensusScorer, type Score } from '../../core/maturity/maturity';
import { oneLine } from '../../core/report/blocks';
import type { ScoreAgreement } from '../../core/review/agreement/model';
import type { ScoringState } from '../../protocol/scoring';

/** The words of the view that are the same whatever it shows. */
export function viewStrings(): ScoringState['strings'] {
  return {
    questions: vscode.l10n.t('Questions'),
    evidence: vscode.l10n.t('Evidence'),
    reliedOn: vscode.l10n.t('Relied on'),
    addEvidence: vscode.l10n.t('Add Evidence from Other Quotes…'),
    showAll: vscode.l10n.t('Show all'),
    yourScore: vscode.l10n.t('Your score'),
    scoreKeys: vscode.l10n.t(
      'Arrow keys go through the levels without choosing; Space or the digit chooses.',
    ),
    removeScore: vscode.l10n.t('Remove My Score'),
    rationale: vscode.l10n.t('Rationale'),
    scorer: vscode.l10n.t('Scorer'),
    score: vscode.l10n.t('Score'),
    others: vscode.l10n.t('Side by side'),
    settled: vscode.l10n.t('Settled score'),
    leaveOpen: vscode.l10n.t('Leave Open'),
    keys: vscode.l10n.t('Keys'),
    keysExplained: [
      vscode.l10n.t('Tab and Shift+Tab: next and previous field or quote'),
      vscode.l10n.t('Enter on a quote: open it in its transcript, beside this view'),
      vscode.l10n.t('Space on a quote’s box: your score relies on it, or no longer does'),
      vscode.l10n.t('Up and Down in the levels: read them; Space, Enter or the digit: choose'),
      vscode.l10n.t('Alt+Down and Alt+Up: next and previous domain'),
    ],
  };
}

/** How far a change has come. */
export function statusText(status: 'saving' | 'saved' | 'kept' | 'failed', reason = ''): string {
  switch (status) {
    case 'saving':
      return vscode.l10n.t('Saving…');
    case 'saved':
      return vscode.l10n.t('Saved');
    case 'kept':
      return vscode.l10n.t('Kept on this computer; it is written to your file when you give a score');
    case 'failed':
      return vscode.l10n.t('Not saved: {0}', reason);
  }
}

/** The evidence in numbers. */
export function balanceText({ balance, respondents, roles, coders }: DomainEvidence): string {
  return [
    vscode.l10n.t('Helps: {0}', balance.helps),
    vscode.l10n.t('Hinders: {0}', balance.hinders),
    vscode.l10n.t('Neither: {0}', balance.neutral),
    vscode.l10n.t('Respondents: {0}', respondents),
    vscode.l10n.t('Roles: {0}', roles),
    vscode.l10n.t('Coders: {0}', coders),
  ].join(' · ');
}

/** What is thin or missing in the evidence, a sentence each. */
export function notesOn({ thin, silentRoles, missing }: DomainEvidence): string[] {
  return [
    ...thin.map((one) => thinText(one)),
    ...(silentRoles.length > 0
      ? [vscode.l10n.t('Interviewed, but in none of the quotes: {0}', silentRoles.join(', '))]
      : []),
    ...missing.map((id) => vscode.l10n.t('Evidence that no coding at this organization has: {0}', id)),
  ];
}

function thinText(thin: Thinness): string {
  switch (thin) {
    case 'nothing':
      return vscode.l10n.t('No quote bears on this domain.');
    case 'one-respondent':
      return vscode.l10n.t('All quotes are from one respondent.');
    case 'one-role':
      return vscode.l10n.t('All quotes are from one role.');
    case 'one-coder':
      return vscode.l10n.t('All quotes were tagged by one coder.');
    case 'nothing-helps':
      return vscode.l10n.t('No quote tells of what helps.');
    case 'nothing-hinders':
      return vscode.l10n.t('No quote tells of what hinders.');
  }
}

/** The heading of the quotes that speak one way. */
export function leanText(lean: Lean, count: number): string {
  switch (lean) {
    case 'helps':
      return vscode.l10n.t('Helps ({0})', count);
    case 'hinders':
      return vscode.l10n.t('Hinders ({0})', count);
    case 'neutral':
      return vscode.l10n.t('Neither ({0})', count);
  }
}

/** A quote with its source, on one line. */
export function citationOf({ coding, interview }: EvidenceQuote, organization: string): string {
  const source = [interview.role?.trim(), organization].filter(Boolean).join(', ');
  return `“${oneLine(coding.text)}” (${source})`;
}

/** What is to be known of a quote: its code, who tagged it, how it came here and what became of its place. */
export function remarkOn({ coding, coder, byHand }: EvidenceQuote, codePath: string): string {
  const { anchor } = coding;
  return [
    codePath,
    coder === consensusScorer ? vscode.l10n.t('consensus') : coder,
    byHand ? vscode.l10n.t('added by hand') : '',
    anchor === 'edited' ? vscode.l10n.t('words have changed') : '',
    anchor === 'orphan' || anchor === 'ambiguous' ? vscode.l10n.t('place lost') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whether scorers gave the same. */
export function comparisonText(given: readonly Score[]): string {
  const figures = given.map(({ scorer, score }) => `${scorer} ${score}`).join(', ');
  return new Set(given.map(({ score }) => score)).size === 1
    ? vscode.l10n.t('The scores agree: {0}.', figures)
    : vscode.l10n.t('The scores differ: {0}. Settle on one, or leave it open with both.', figures);
}

/** How scorers agree over all scores that the viewer may see. */
export function agreementText(agreement: ScoreAgreement | null): string {
  if (!agreement) return '';
  const { scorers, scores, ordinal, pairs } = agreement;
  const kappas = pairs.map(({ scorers: pair, quadratic }) => `${pair.join(' – ')} ${figureText(quadratic)}`);
  return vscode.l10n.t(
    'Agreement on {0} scores of {1}: ordinal alpha {2}; weighted kappa (quadratic) {3}.',
    scores,
    scorers.join(', '),
    figureText(ordinal.alpha),
    kappas.join(', '),
  );
}

function figureText(figure: number | null): string {
  if (figure === null) return vscode.l10n.t('undefined');
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return figure.toLocaleString(vscode.env.language, digits);
}
