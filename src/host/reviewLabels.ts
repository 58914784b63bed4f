import * as vscode from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import type { Review, Verdict } from '../core/review/review';
import { localize } from '../core/text/localized';
import { shorten } from './codingService';

/** A code's name; of a code that the codebook does not have, its id. */
export function codeName(id: string, { byId }: Codebook): string {
  return localize(byId.get(id)?.name ?? id, vscode.env.language);
}

/** A verdict's mark in the text. */
export const marks: Readonly<Record<Verdict, string>> = { agree: '✓', disagree: '✗', discuss: '?' };

/** What a reviewer says and would have instead, in a sentence. */
export function sayReview(reviewer: string, { verdict, code, quote }: Review, codebook: Codebook): string {
  const said: Readonly<Record<Verdict, string>> = {
    agree: vscode.l10n.t('{0} agrees', reviewer),
    disagree: vscode.l10n.t('{0} disagrees', reviewer),
    discuss: vscode.l10n.t('{0} wants to discuss it', reviewer),
  };
  const instead = [
    code === undefined ? '' : codeName(code, codebook),
    quote === undefined ? '' : `“${shorten(quote)}”`,
  ].filter(Boolean);
  return instead.length > 0
    ? vscode.l10n.t('{0}, rather: {1}', said[verdict], instead.join(', '))
    : said[verdict];
}

/** What was answered, in a few words. */
export function sayAnswer({ by, verdict }: Review): string {
  const said: Readonly<Record<Verdict, string>> = {
    agree: vscode.l10n.t('{0} accepted it', by),
    disagree: vscode.l10n.t('{0} kept the coding', by),
    discuss: vscode.l10n.t('{0} discusses it', by),
  };
  return said[verdict];
}
