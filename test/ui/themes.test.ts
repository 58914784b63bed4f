import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';
import type { Theme } from './Workbench';

/** WCAG 2.2: the contrast of text, and of graphics that carry meaning. */
const leastTextContrast = 4.5;

describe.each<Theme>(['dark', 'light', 'high-contrast'])('a coded transcript in the %s theme', (theme) => {
  const vscode = useStudy({ study: 'sample', theme });

  it('is legible, coded or not', async () => {
    await vscode().openFile('org-2-manager-wijkverpleging.txt');
    const tints = vscode().page.locator('.editor-group-container.active .view-overlays .cdr[class*="ced-"]');
    await expect.poll(() => tints.count()).toBeGreaterThan(5);
    await vscode().showViewContainer('Interview Coding');
    await vscode()
      .treeItem(/^Organizational fit\s*9 · 19(?: · |$)/)
      .first()
      .waitFor();
    await vscode()
      .treeItem(/^Technology fails\s*Barrier · 28/)
      .click();
    await vscode().treeItem('Video care').first().click();
    const contrasts = await vscode().page.evaluate(contrastOnTints);
    expect(contrasts.length).toBeGreaterThan(1);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(leastTextContrast);
    await vscode().screenshot(theme);
  });
});

/** The contrast between the editor's text and each color of tint on the editor's background; runs in the page. */
function contrastOnTints(): number[] {
  type Rgba = [number, number, number, number];
  const editor = document.querySelector('.editor-group-container.active .monaco-editor')!;
  const parse = (color: string): Rgba => {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const luminance = ([r, g, b]: Rgba) => {
    const part = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const over = (top: Rgba, below: Rgba): Rgba => {
    const mix = (at: 0 | 1 | 2) => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const background = parse(
    getComputedStyle(editor.querySelector('.monaco-editor-background')!).backgroundColor,
  );
  const text = parse(getComputedStyle(editor.querySelector('.view-line span span.mtk1')!).color);
  const tints = [...editor.querySelectorAll('.view-overlays .cdr')].map(
    (mark) => getComputedStyle(mark).backgroundColor,
  );
  return [...new Set(tints)]
    .map(parse)
    .filter(([, , , alpha]) => alpha > 0)
    .map((tint) => {
      const [light, dark] = [luminance(text), luminance(over(tint, background))].sort((a, b) => b - a) as [
        number,
        number,
      ];
      return (light + 0.05) / (dark + 0.05);
    });
}
