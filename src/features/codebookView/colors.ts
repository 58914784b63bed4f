import * as vscode from 'vscode';
import { paletteColor } from '../../core/codebook/palette';

/** A color with the name that people call it by. */
export interface NamedColor {
  readonly name: string;
  readonly color: string;
}

/** The colors of the palette, which people with any common color vision tell apart, by name. */
export function namedColors(): NamedColor[] {
  const names = [
    vscode.l10n.t('Vermilion'),
    vscode.l10n.t('Bluish green'),
    vscode.l10n.t('Blue'),
    vscode.l10n.t('Reddish purple'),
    vscode.l10n.t('Orange'),
    vscode.l10n.t('Sky blue'),
    vscode.l10n.t('Yellow'),
  ];
  return names.map((name, index) => ({ name, color: paletteColor(index) }));
}

/** What was typed as `#rrggbb`, from that with or without `#`, or from `#rgb`; undefined where it is no color. */
export function parseColor(typed: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase();
  if (!digits) return undefined;
  return digits.length === 6 ? `#${digits}` : `#${digits.replace(/./g, '$&$&')}`;
}
