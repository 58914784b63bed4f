import * as vscode from 'vscode';
import { markColor } from '../core/highlight/color';

/** A code's color as an icon that is visible on dark and light: a filled disc, or a ring for a retired code. */
export function codeIcon(color: string, retired = false): { light: vscode.Uri; dark: vscode.Uri } {
  return {
    light: disc(markColor(color, { dark: false, highContrast: false }), retired),
    dark: disc(markColor(color, { dark: true, highContrast: false }), retired),
  };
}

function disc(color: string, retired: boolean): vscode.Uri {
  const paint = retired ? `fill="none" stroke="${color}" stroke-width="1.5"` : `fill="${color}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" ${paint}/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
