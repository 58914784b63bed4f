import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';
import { findings, focused } from './views';
import type { Theme, Workbench } from './Workbench';

const pictures = ['codes', 'balance', 'maturity', 'together', 'saturation', 'code-line'] as const;

async function open(vscode: Workbench, nl: boolean): Promise<Frame> {
  await vscode.showViewContainer('Interview Coding');
  await vscode
    .treeItem(nl ? 'Belemmering' : 'Barrier')
    .first()
    .waitFor();
  await vscode.runCommand(
    nl ? 'Interview Coding: Kiezen wie codeert…' : 'Interview Coding: Choose Who Is Coding…',
  );
  await vscode.pick('anna');
  await vscode.runCommand(nl ? 'Interview Coding: Figuren tonen' : 'Interview Coding: Show Pictures');
  return vscode.webview('#picture');
}

/** Chooses in one of the two fields of the view, and waits until that is shown. */
async function choose(frame: Frame, field: 'picture' | 'of', value: string): Promise<void> {
  const before = await frame.locator('svg').getAttribute('aria-labelledby');
  await frame.locator(`#${field}`).selectOption(value);
  await frame.locator(`svg:not([aria-labelledby="${before}"])`).waitFor();
}

/** Goes through the pictures, from the first, which is shown, with the accessibility checker. */
async function checkAll(vscode: Workbench, frame: Frame, theme: Theme): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    if (index > 0) await choose(frame, 'picture', picture);
    await vscode.screenshot(`pictures ${theme} ${picture}`);
    const isOpen = await frame.locator('details[open]').count();
    if (isOpen === 0) await frame.locator('#table').click();
    expect(await findings(frame)).toEqual([]);
  }
}

describe('pictures by keyboard', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark' });
  let frame: Frame;

  it('are chosen with the arrow keys', async () => {
    frame = await open(vscode(), false);
    await frame.locator('svg').waitFor();
    await frame.locator('#picture').focus();
    await vscode().press('ArrowDown');
    await frame.locator('h1', { hasText: 'Wat belemmert' }).waitFor();
    expect(await focused(frame)).toBe('picture');
    await vscode().press('Tab');
    expect(await focused(frame)).toBe('of');
    await vscode().press('ArrowDown');
    await expect.poll(() => frame.locator('#of').inputValue()).toBe('case:elderly-care');
  });

  it('have their numbers in a table', async () => {
    await frame.locator('#table').focus();
    await vscode().press('Enter');
    const cells = frame.locator('details td');
    await expect.poll(() => cells.count()).toBeGreaterThan(10);
    expect(await frame.locator('details th[scope=row]').first().textContent()).toContain('Gebruiker');
  });

  it('lead from a mark of a code line to its passage', async () => {
    await choose(frame, 'picture', 'code-line');
    await frame.locator('#mark-0').focus();
    await vscode().press('ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect(await focused(frame)).toBe('mark-1');
    await vscode().press('Enter');
    await vscode()
      .statusBarItem(/\(\d+ selected\)/)
      .waitFor();
    await vscode().page.locator('.tab.active', { hasText: 'org-1-' }).waitFor();
    await vscode().screenshot('pictures passage beside');
    await vscode().runCommand('View: Close All Editors in Group');
  });

  it('are there again when the window is loaded anew', async () => {
    // A browser writes down what its tabs hold every few seconds, and not when it is loaded anew.
    await vscode().page.waitForTimeout(8000);
    await vscode().page.reload();
    frame = await vscode().webview('#picture', 60_000);
    await expect.poll(() => frame.locator('#picture').inputValue()).toBe('code-line');
  });

  it('follow the theme, and have nothing in dark and in high contrast that a checker finds serious', async () => {
    await choose(frame, 'picture', 'codes');
    await checkAll(vscode(), frame, 'dark');
    const ink = () => frame.locator('svg text').first().getAttribute('fill');
    const before = await ink();
    await vscode().useTheme('high-contrast');
    await expect.poll(ink).not.toBe(before);
    await choose(frame, 'picture', 'codes');
    await checkAll(vscode(), frame, 'high-contrast');
  });
});

describe('the pictures in Dutch, in the light theme', () => {
  const vscode = useStudy({ study: 'sample', theme: 'light', locale: 'nl' });

  it('have nothing that an accessibility checker finds serious', async () => {
    const frame = await open(vscode(), true);
    await frame.locator('svg').waitFor();
    const before = vscode().consoleErrors().length;
    await checkAll(vscode(), frame, 'light');
    expect(vscode().consoleErrors().slice(before)).toEqual([]);
  });
});
