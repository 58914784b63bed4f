import * as vscode from 'vscode';
import type { Code, Codebook } from '../../core/codebook/codebook';
import type { StudySettings } from '../../core/settings/settings';
import { localize } from '../../core/text/localized';
import type { QuoteFilter } from './filter';
import type { Grouping, Names, QuoteGroup } from './grouping';
import type { QuoteRow } from './quoteRow';

/** What a grouping is called in the list of groupings. */
export function groupingLabel(by: Grouping): string {
  const labels: Readonly<Record<Grouping, string>> = {
    code: vscode.l10n.t('Code'),
    case: vscode.l10n.t('Case'),
    organization: vscode.l10n.t('Organization'),
    role: vscode.l10n.t('Role'),
    transcript: vscode.l10n.t('Transcript'),
    review: vscode.l10n.t('Review'),
  };
  return labels[by];
}

/** What a grouping is called beside the view's title. */
export function byLabel(by: Grouping): string {
  const labels: Readonly<Record<Grouping, string>> = {
    code: vscode.l10n.t('by code'),
    case: vscode.l10n.t('by case'),
    organization: vscode.l10n.t('by organization'),
    role: vscode.l10n.t('by role'),
    transcript: vscode.l10n.t('by transcript'),
    review: vscode.l10n.t('by review'),
  };
  return labels[by];
}

/** The name of a group of quotes. */
export function groupLabel(group: QuoteGroup, { codebook, settings }: Names): string {
  const { by, key } = group;
  switch (by) {
    case 'code':
      return codeName(key, codebook);
    case 'case':
      return key === '' ? vscode.l10n.t('No case') : caseName(key, settings);
    case 'organization':
      return key === '' ? vscode.l10n.t('No organization') : organizationName(key, settings);
    case 'role':
      return key === '' ? vscode.l10n.t('No role') : group.rows[0]!.source.role!.trim();
    case 'transcript':
      return fileName(key);
    case 'review':
      return reviewName(key);
    case 'repair':
      return vscode.l10n.t('Codings to repair');
    case 'page':
      return `${Number(key) + 1}–${Number(key) + group.rows.length}`;
  }
}

/** What a group of quotes is called by what reviewers say of them. */
function reviewName(key: string): string {
  switch (key) {
    case 'toAnswer':
      return vscode.l10n.t('To answer');
    case 'agree':
      return vscode.l10n.t('Agreed');
    case 'disagree':
      return vscode.l10n.t('Disagreed');
    case 'discuss':
      return vscode.l10n.t('Under discussion');
    default:
      return vscode.l10n.t('Not reviewed');
  }
}

/** A filter in words. */
export function filterLabel({ coder, code, text }: QuoteFilter, codebook: Codebook): string {
  return [
    coder === undefined ? '' : vscode.l10n.t('coder {0}', coder),
    code === undefined ? '' : vscode.l10n.t('code {0}', codeName(code, codebook)),
    text === undefined ? '' : vscode.l10n.t('text “{0}”', text),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A code's name; of a code that the codebook does not have, its id. */
export function codeName(id: string, codebook: Codebook): string {
  const code = codebook.byId.get(id);
  return code ? localize(code.name, vscode.env.language) : id;
}

/** The names of the codes above a code, and its own. */
export function codePath(id: string, codebook: Codebook): string[] {
  const path = (code: Code): string[] => [
    ...(code.parent ? path(code.parent) : []),
    localize(code.name, vscode.env.language),
  ];
  const code = codebook.byId.get(id);
  return code ? path(code) : [id];
}

/** Who said it: `role, organization`, as far as the transcript tells. */
export function sourceLabel({ source: { role, organization } }: QuoteRow, settings: StudySettings): string {
  const name = organization === undefined ? undefined : organizationName(organization, settings);
  return [role?.trim(), name].filter(Boolean).join(', ');
}

/** The file name of a transcript, without its ending. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** A case's name in the reader's language; of a case that study.yaml does not list, its id. */
export function caseName(id: string, { cases }: StudySettings): string {
  const found = cases.find((one) => one.id === id);
  return found ? localize(found.name, vscode.env.language) : id;
}

function organizationName(id: string, { cases }: StudySettings): string {
  const found = cases.flatMap(({ organizations }) => organizations).find((one) => one.id === id);
  return found ? localize(found.name, vscode.env.language) : id;
}
