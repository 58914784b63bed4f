import * as vscode from 'vscode';

/** What each sign is drawn of, in a square of 16. */
const strokes = {
  agreement: 'M3 6h10M3 10h10',
  'only-one': 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M8 3v10M6 4v8M4.5 5.5v5',
  'different-code': 'M3 6h10M3 10h10M11 2.5L5 13.5',
  'different-bounds': 'M2 3v10M14 3v10M3.5 8h9M6 5.5L3.5 8L6 10.5M10 5.5l2.5 2.5L10 10.5',
  open: 'M5 6a3 3 0 1 1 4.5 2.6C8.3 9.3 8 9.7 8 10.8M8 13v0.5',
  settled: 'M2.5 8.5l3.5 3.5l7.5-8.5',
} as const;

/** A sign for the editor's margin as an image; they differ in shape, not in color. */
export function signUri(sign: keyof typeof strokes, color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="${strokes[sign]}" fill="none" stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
