import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { useStudy } from './useStudy';
import { findings, focused } from './views';
import type { Theme, Workbench } from './Workbench';

const organization = 'care-organization-1';

interface Entry {
  readonly organization: string;
  readonly domain: string;
  readonly score: number;
  readonly rationale?: string;
  readonly evidence?: readonly string[];
}

async function scoreOf(vscode: Workbench, scorer: string, domain: string): Promise<Entry | undefined> {
  const text = await vscode.readFile(`scores/${scorer}.yaml`).catch(() => '');
  const entries = (parse(text) ?? []) as Entry[];
  return entries.find((one) => one.organization === organization && one.domain === domain);
}

/** Opens the scoring of an organization, as the coder who is chosen. */
async function open(vscode: Workbench, coder: string, name: string): Promise<Frame> {
  await vscode.showViewContainer('Interview Coding');
  await vscode.treeItem('Barrier').first().waitFor();
  await vscode.runCommand('Interview Coding: Choose Who Is Coding…');
  await vscode.pick(coder);
  await vscode.runCommand('Interview Coding: Score Organization…');
  await vscode.pick(name);
  return vscode.webview('#domain-4');
}

describe('scoring by keyboard', () => {
  const vscode = useStudy({ study: 'sample', theme: 'dark' });
  let frame: Frame;

  it('opens on the first organization of a case, with everything in the tab order', async () => {
    await vscode().writeFile('scores/bram.yaml', '# Bram’s own\n');
    frame = await open(vscode(), 'bram', 'Care organization 1');
    expect(await frame.locator('h2').allTextContents()).toHaveLength(5);
    await vscode().screenshot('scoring hidden');
    await frame.locator('summary').first().focus();
    const seen = new Set<string>();
    while (!seen.has('domain-0-own-rationale') && seen.size < 80) {
      seen.add(await focused(frame));
      await vscode().press('Tab');
      seen.add(await focused(frame));
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'scores',
        'overview',
        'keys',
        'domain-0-questions',
        'domain-0-add',
        'domain-0-own-rationale',
      ]),
    );
    expect([...seen].some((id) => id.endsWith('-relied'))).toBe(true);
  });

  it('hides what others gave, keeps a rationale until there is a score, and gives none by reading', async () => {
    await frame.locator('#domain-0 .hidden').waitFor();
    expect(await frame.locator('#domain-0 .consensus').count()).toBe(0);
    expect(await findings(frame)).toEqual([]);
    await frame.locator('#domain-0-own-rationale').focus();
    await vscode().type('Weinig geregeld.');
    await frame.locator('#domain-0-own-status', { hasText: 'Kept on this computer' }).waitFor();
    await vscode().press('Shift+Tab', 'ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await focused(frame)).toMatch(/^domain-0-own-\d$/);
    await vscode().page.waitForTimeout(600);
    expect(await vscode().readFile('scores/bram.yaml')).toBe('# Bram’s own\n');
    expect(await frame.locator('#domain-0 .hidden').count()).toBe(1);
  });

  it('saves the score with its rationale, then shows the others’', async () => {
    await vscode().press('3');
    await frame.locator('#domain-0-own-status', { hasText: 'Saved' }).waitFor();
    await frame.locator('#domain-0 .consensus').waitFor();
    expect(await focused(frame)).toBe('domain-0-own-3');
    expect(await scoreOf(vscode(), 'bram', 'user-organization-system')).toEqual({
      organization,
      domain: 'user-organization-system',
      score: 3,
      rationale: 'Weinig geregeld.',
    });
    expect(await vscode().readFile('scores/bram.yaml')).toMatch(/^# Bram’s own\n- /);
    expect(await frame.locator('#domain-0 table').textContent()).toContain('anna');
  });

  it('shows the scores of all organizations, the total last, without those that are still hidden', async () => {
    await frame.locator('#overview').focus();
    await vscode().press('Enter');
    const cells = (row: number) =>
      frame.locator('#overview + div tr').nth(row).locator('th, td').allTextContents();
    await frame.locator('#overview + div table').waitFor();
    expect((await cells(0)).slice(0, 2)).toEqual(['Organization', 'Case']);
    expect((await cells(0)).at(-1)).toBe('Total');
    const [name, , own, other] = await cells(1);
    expect([name, other]).toEqual(['Care organization 1', 'hidden']);
    expect(own).not.toBe('hidden');
    const unscored = await cells(3);
    expect(unscored.slice(2)).toEqual([...Array<string>(5).fill('hidden'), '–']);
    await vscode().screenshot('scoring overview');
    expect(await findings(frame)).toEqual([]);
    await frame.locator('#overview').focus();
    await vscode().press('Enter');
  });

  it('takes evidence with the space bar and goes to the quote with Enter, beside the view', async () => {
    const box = frame.locator('#domain-0 .quotes input').first();
    const id = (await box.getAttribute('id'))!;
    await box.focus();
    await vscode().press('Space');
    await expect
      .poll(async () => (await scoreOf(vscode(), 'bram', 'user-organization-system'))?.evidence)
      .toHaveLength(1);
    expect(await focused(frame)).toBe(id);
    await vscode().press('Space');
    await expect
      .poll(async () => (await scoreOf(vscode(), 'bram', 'user-organization-system'))?.evidence ?? [])
      .toEqual([]);
    await frame.locator('#domain-0 .quote').first().focus();
    await vscode().press('Enter');
    await vscode()
      .statusBarItem(/\(\d+ selected\)/)
      .waitFor();
    await vscode().page.locator('.tab.active', { hasText: 'org-1-' }).waitFor();
    expect(await frame.locator('h1').isVisible()).toBe(true);
    await vscode().screenshot('scoring quote beside');
    await vscode().runCommand('View: Close All Editors in Group');
  });

  it('settles a domain, keeping the comments of the consensus', async () => {
    const before = await vscode().readFile('scores/consensus.yaml');
    frame = await vscode().webview('#domain-4');
    await frame.locator('#domain-0-consensus-1').focus();
    await vscode().press('4');
    await expect
      .poll(async () => (await scoreOf(vscode(), 'consensus', 'user-organization-system'))?.score)
      .toBe(4);
    const after = await vscode().readFile('scores/consensus.yaml');
    expect(after.match(/^#.*/gm)).toEqual(before.match(/^#.*/gm));
  });

  it('loses no letter while what is typed is being saved, and leaves the cursor where it is', async () => {
    const field = frame.locator('#domain-1-own-rationale');
    await field.focus();
    await vscode().press('ArrowUp');
    let typed = '';
    for (let word = 1; word <= 12; word++) {
      await vscode().type(`woord ${word}, `);
      await vscode().press('ArrowLeft', 'ArrowRight');
      await vscode().page.waitForTimeout(word * 40);
      typed += `woord ${word}, `;
    }
    expect(await field.inputValue()).toBe(typed);
    await frame.locator('#domain-1-own-3').focus();
    await vscode().press('3');
    await expect.poll(async () => (await scoreOf(vscode(), 'bram', 'effectiveness'))?.rationale).toBe(typed);
    await field.focus();
    await vscode().press('Control+Home', 'Enter', 'ArrowUp');
    await vscode().type('Vooraf');
    await expect
      .poll(async () => (await scoreOf(vscode(), 'bram', 'effectiveness'))?.rationale)
      .toBe(`Vooraf\n${typed}`);
    await vscode().type('!');
    expect(await field.inputValue()).toBe(`Vooraf!\n${typed}`);
  });

  it('goes from domain to domain, and keeps what is there when the tab is hidden', async () => {
    await frame.locator('#domain-0-own-rationale').focus();
    await vscode().press('Shift+Tab', 'Alt+ArrowDown');
    expect(await focused(frame)).toBe('domain-1-name');
    await vscode().openFile('maturity.yaml');
    await vscode().runCommand('View: Close Editor');
    frame = await vscode().webview('#domain-4');
    expect(await frame.locator('#domain-0-own-rationale').inputValue()).toBe('Weinig geregeld.');
  });

  it('is there again when the window is loaded anew', async () => {
    await vscode().page.reload();
    await vscode().page.locator('.tabs-container .tab', { hasText: 'Score: Care organization 1' }).click();
    frame = await vscode().webview('#domain-4', 60_000);
    expect(await frame.locator('h1').textContent()).toBe('Care organization 1');
    expect(await frame.locator('#domain-0-own-rationale').inputValue()).toBe('Weinig geregeld.');
    await vscode().screenshot('scoring again');
  });
});

describe.each<Theme>(['dark', 'light', 'high-contrast'])('the scoring view in the %s theme', (theme) => {
  const vscode = useStudy({ study: 'sample', theme, ...(theme === 'light' && { locale: 'nl' }) });

  it('has nothing that an accessibility checker finds serious', async () => {
    const nl = theme === 'light';
    await vscode().showViewContainer('Interview Coding');
    await vscode()
      .treeItem(nl ? 'Belemmering' : 'Barrier')
      .first()
      .waitFor();
    await vscode().runCommand(
      nl ? 'Interview Coding: Kiezen wie codeert…' : 'Interview Coding: Choose Who Is Coding…',
    );
    await vscode().pick('anna');
    await vscode().runCommand(
      nl ? 'Interview Coding: Organisatie scoren…' : 'Interview Coding: Score Organization…',
    );
    await vscode().pick(nl ? 'Zorgorganisatie 1' : 'Care organization 1');
    const frame = await vscode().webview('#domain-4');
    await vscode().screenshot(`scoring ${theme} top`);
    await frame.locator('#scores').click();
    await frame.locator('#keys').click();
    expect(await findings(frame)).toEqual([]);
    await vscode().screenshot(`scoring ${theme} scores`);
    await frame.locator('#domain-0-own-2').focus();
    await vscode().screenshot(`scoring ${theme} levels`);
    await frame.locator('#domain-0-consensus-status').scrollIntoViewIfNeeded();
    await vscode().screenshot(`scoring ${theme} consensus`);
    expect(vscode().consoleErrors()).toEqual([]);
  });
});
