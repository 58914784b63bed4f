import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { type DomainEvidence, evidenceOn } from '../../core/maturity/evidence';
import { consensusScorer, type Domain, type Score } from '../../core/maturity/maturity';
import type { Verification } from '../../core/maturity/verification';
import { scoreAgreement } from '../../core/review/agreement/scores';
import type { StudySettings } from '../../core/settings/settings';
import { type Localized, localize, primarySubtag } from '../../core/text/localized';
import type { ScoringDomain, ScoringState } from '../../protocol/scoring';
import type { Said, ScoreWriter } from './scoreWriter';
import { type Scoring, verify } from './scoring';
import { maturityTable, overviewTable } from './table';
import {
  agreementText,
  balanceText,
  citationOf,
  comparisonText,
  leanText,
  notesOn,
  remarkOn,
  viewStrings,
} from './words';

/** The evidence on a domain: by its codes, and by hand in what the viewer said and in the scores they may see. */
export async function readEvidence(
  scoring: Scoring,
  domain: string,
  writer: ScoreWriter,
): Promise<DomainEvidence & { readonly said: Said }> {
  const said = await writer.said(scoring.viewer, domain);
  const { others, consensus } = verify(scoring, domain);
  const shown = [...others, ...(consensus ? [consensus] : [])];
  const named = new Set([...said.evidence, ...shown.flatMap(({ evidence }) => evidence.map(({ id }) => id))]);
  return { ...evidenceOn(domain, scoring.interviews, scoring.codebook, named), said };
}

/** Everything that the view shows. */
export async function stateOf(scoring: Scoring, writer: ScoreWriter): Promise<ScoringState> {
  const { session, organization, viewer, scale, scores } = scoring;
  const visible = scores.filter((one) => isVisible(one, scores, viewer));
  return {
    study: session.folder.uri.toString(),
    organization,
    title: organizationName(scoring),
    subtitle: [
      ...casesOf(scoring).map(({ name }) => inLanguage(name)),
      scale.name ? inLanguage(scale.name) : '',
      vscode.l10n.t('You score as {0}', viewer),
    ]
      .filter(Boolean)
      .join(' · '),
    agreement: agreementText(scoreAgreement(scale, visible)),
    table: maturityTable(scoring, organizationsOf(scoring), visible),
    overview: overviewTable(scoring, visible),
    domains: await Promise.all(scale.domains.map((domain) => domainState(scoring, domain, writer))),
    strings: viewStrings(),
  };
}

async function domainState(scoring: Scoring, domain: Domain, writer: ScoreWriter): Promise<ScoringDomain> {
  const evidence = await readEvidence(scoring, domain.id, writer);
  const { said } = evidence;
  const verification = verify(scoring, domain.id);
  return {
    id: domain.id,
    name: inLanguage(domain.name),
    definition: domain.definition ? inLanguage(domain.definition) : '',
    questions: questionsOf(domain),
    balance: balanceText(evidence),
    notes: notesOn(evidence),
    groups: groupsOf(scoring, evidence),
    levels: domain.levels.map(inLanguage),
    own: { score: said.score, rationale: said.rationale },
    hidden: verification.hidden
      ? vscode.l10n.t('Others have scored this domain. What they gave is shown when your own score is saved.')
      : '',
    others: sideBySide(verification),
    consensus: await consensusState(verification, domain.id, writer),
  };
}

/** What scorers gave, the viewer's own first; nothing where nobody else has scored. */
function sideBySide({ own, others }: Verification): ScoringDomain['others'] {
  const shown = own && others.length > 0 ? [own, ...others] : [];
  return shown.map(({ scorer, score, rationale = '' }) => ({ scorer, score: String(score), rationale }));
}

function groupsOf(
  scoring: Scoring,
  { quotes, said }: DomainEvidence & { said: Said },
): ScoringDomain['groups'] {
  const name = organizationName(scoring);
  return (['helps', 'hinders', 'neutral'] as const).map((lean) => {
    const own = quotes.filter((quote) => quote.lean === lean);
    return {
      lean,
      title: leanText(lean, own.length),
      quotes: own.map((quote) => ({
        id: quote.coding.coding.id,
        citation: citationOf(quote, name),
        remark: remarkOn(quote, codePath(quote.coding.coding.code, scoring.codebook)),
        relied: quote.ids.some((id) => said.evidence.includes(id)),
      })),
    };
  });
}

async function consensusState(
  { own, others, consensus }: Verification,
  domain: string,
  writer: ScoreWriter,
): Promise<ScoringDomain['consensus']> {
  if (!own || (others.length === 0 && !consensus)) return null;
  const given = [own, ...others];
  const { score, rationale } = await writer.said(consensusScorer, domain);
  const agree = others.length > 0 && others.every((one) => one.score === own.score);
  const offered = agree && score === null ? own.score : null;
  return {
    said: others.length > 0 ? comparisonText(given) : '',
    score,
    rationale,
    offer: offered === null ? '' : vscode.l10n.t('Settle on {0}', offered),
    offered,
  };
}

/** True where a scorer may see a score: their own, and others' where they have scored the same. */
function isVisible(score: Score, scores: readonly Score[], viewer: string): boolean {
  return scores.some(
    (one) => one.scorer === viewer && one.organization === score.organization && one.domain === score.domain,
  );
}

function questionsOf({ questions }: Domain): string[] {
  const language = primarySubtag(vscode.env.language);
  const own = questions.filter((one) => one.language === undefined || one.language === language);
  const shown = own.length > 0 ? own : questions.filter((one) => one.language === questions[0]?.language);
  return shown.map(({ text }) => text);
}

function codePath(id: string, { byId }: Codebook): string {
  const names: string[] = [];
  for (let code = byId.get(id); code; code = code.parent) names.unshift(inLanguage(code.name));
  return names.length > 0 ? names.join(' › ') : id;
}

function casesOf({ settings, organization }: Scoring): StudySettings['cases'] {
  return settings.cases.filter(({ organizations }) => organizations.some(({ id }) => id === organization));
}

/** The organizations of the same cases, by id with their names. */
function organizationsOf(scoring: Scoring): ReadonlyMap<string, string> {
  const listed = casesOf(scoring).flatMap(({ organizations }) => organizations);
  const names = listed.map(({ id, name }) => [id, inLanguage(name)] as const);
  return new Map(names.length > 0 ? names : [[scoring.organization, scoring.organization]]);
}

function organizationName(scoring: Scoring): string {
  return organizationsOf(scoring).get(scoring.organization) ?? scoring.organization;
}

function inLanguage(value: Localized): string {
  return localize(value, vscode.env.language);
}
