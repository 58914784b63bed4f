import * as vscode from 'vscode';
import type { Scale } from '../../core/maturity/maturity';
import type { StudySettings } from '../../core/settings/settings';
import { localize } from '../../core/text/localized';
import { codersText } from '../../host/doubleCoding';
import type {
  CaseElement,
  Element,
  InterviewElement,
  PartElement,
  ScoreElement,
  SummaryElement,
} from './elements';

/** What elements are named by. */
export interface Names {
  readonly settings: StudySettings;
  readonly scale: Scale | undefined;
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** How much there is of the study. */
export interface Extent {
  /** Whether there is but one case. */
  readonly alone: boolean;
  /** Whether interviews are still being read, so that there may be more. */
  readonly reading: boolean;
}

/** The row of an element. */
export function itemOf(element: Element, names: Names, extent: Extent): vscode.TreeItem {
  switch (element.kind) {
    case 'case':
      return caseItem(element, names, extent);
    case 'interview':
      return interviewItem(element, names);
    case 'summaries':
    case 'maturity':
      return partItem(element);
    case 'summary':
      return summaryItem(element, names);
    case 'score':
      return scoreItem(element, names);
  }
}

function caseItem(element: CaseElement, { settings }: Names, { alone, reading }: Extent): vscode.TreeItem {
  const label = caseName(element, settings);
  const item = new vscode.TreeItem(label, alone ? Expanded : Collapsed);
  item.id = idOf(element);
  item.contextValue = 'case';
  item.iconPath = new vscode.ThemeIcon('briefcase');
  item.description = codedText(element, reading);
  item.tooltip = [label, item.description].filter(Boolean).join(': ');
  return item;
}

/** How many of a case's interviews are coded; while interviews are being read, of those that are known. */
function codedText({ interviews }: CaseElement, reading: boolean): string {
  const coded = interviews.filter(({ codings }) => codings > 0).length;
  if (interviews.length === 0) return reading ? '' : vscode.l10n.t('no interviews');
  return reading
    ? vscode.l10n.t('{0} of {1} coded so far', coded, interviews.length)
    : vscode.l10n.t('{0} of {1} coded', coded, interviews.length);
}

function interviewItem(element: InterviewElement, { settings }: Names): vscode.TreeItem {
  const { interview } = element;
  const { path, participant, role, organization, coders, codings, state, doubleCoders } = interview;
  const item = new vscode.TreeItem(
    [participant, role].filter(Boolean).join(', ') || path.slice(path.lastIndexOf('/') + 1),
  );
  const status =
    state === 'missing'
      ? vscode.l10n.t('transcript missing')
      : state === 'unreadable'
        ? vscode.l10n.t('cannot be read')
        : codings > 0
          ? vscode.l10n.t('coded by {0}', coders.join(', '))
          : vscode.l10n.t('not coded');
  const double = doubleCoders.length > 0 ? vscode.l10n.t('double coding: {0}', codersText(doubleCoders)) : '';
  const assigned =
    interview.assigned.length > 0 ? vscode.l10n.t('assigned to {0}', interview.assigned.join(', ')) : '';
  const where = organization && organizationName(organization, settings);
  item.id = `${idOf(element.in)}/${path}`;
  item.contextValue = double ? 'interview.double' : 'interview';
  item.description = [where, status, assigned, double].filter(Boolean).join(' · ');
  item.iconPath =
    state !== 'readable'
      ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon(codings > 0 ? 'pass-filled' : 'circle-large-outline');
  item.tooltip = [
    path,
    where,
    status,
    assigned,
    double,
    codings > 0 ? vscode.l10n.t('codings: {0}', codings) : '',
  ]
    .filter(Boolean)
    .join('\n');
  if (state !== 'missing') item.command = open(element.in, path);
  return item;
}

function partItem(element: PartElement): vscode.TreeItem {
  const isScores = element.kind === 'maturity';
  const label = isScores ? vscode.l10n.t('Maturity') : vscode.l10n.t('Summaries');
  const item = new vscode.TreeItem(label, Collapsed);
  item.id = `${idOf(element.in)}#${element.kind}`;
  item.contextValue = element.kind;
  item.iconPath = new vscode.ThemeIcon(isScores ? 'graph' : 'files');
  return item;
}

function summaryItem({ in: of, path }: SummaryElement, { settings }: Names): vscode.TreeItem {
  const item = new vscode.TreeItem(path.slice(path.lastIndexOf('/') + 1));
  item.id = `${idOf(of)}#${path}`;
  item.contextValue = 'summary';
  item.iconPath = new vscode.ThemeIcon('file');
  const summary = { session: of.session, path, caseName: caseName(of, settings) };
  item.command = {
    command: 'interviewCoding.openSummary',
    title: vscode.l10n.t('Open'),
    arguments: [summary],
  };
  return item;
}

function scoreItem(element: ScoreElement, { settings, scale }: Names): vscode.TreeItem {
  const { total, hidden, unsettled, figures } = element;
  const item = new vscode.TreeItem(organizationName(total.organization, settings), None);
  const partly = total.scored < total.domains;
  item.id = `${idOf(element.in)}#score/${total.organization}`;
  item.contextValue = 'score';
  item.iconPath = new vscode.ThemeIcon('organization');
  item.description = [
    total.total !== null
      ? vscode.l10n.t('{0} of {1}', total.total, total.highest)
      : hidden === 0 && !unsettled
        ? vscode.l10n.t('no scores')
        : '',
    total.total !== null && partly ? vscode.l10n.t('{0} of {1} domains', total.scored, total.domains) : '',
    unsettled ? vscode.l10n.t('not settled') : '',
    hidden > 0 ? vscode.l10n.t('{0} hidden until you have scored', hidden) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = figures
    .map(({ domain, score }) => `${domainName(domain, scale)}: ${score ?? '–'}`)
    .join('\n');
  return item;
}

function open({ session }: CaseElement, path: string): vscode.Command {
  return { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [session.files.uri(path)] };
}

function idOf({ session, caseId }: CaseElement): string {
  return `${session.folder.uri}#${caseId}`;
}

function caseName({ caseId }: CaseElement, { cases }: StudySettings): string {
  const listed = cases.find(({ id }) => id === caseId);
  if (listed) return localize(listed.name, vscode.env.language);
  return caseId === '' ? vscode.l10n.t('Interviews without a case') : caseId;
}

function organizationName(id: string, { cases }: StudySettings): string {
  const found = cases.flatMap(({ organizations }) => organizations).find((one) => one.id === id);
  return found ? localize(found.name, vscode.env.language) : id;
}

function domainName(id: string, scale: Scale | undefined): string {
  const domain = scale?.domains.find((one) => one.id === id);
  return domain ? localize(domain.name, vscode.env.language) : id;
}
