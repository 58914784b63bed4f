import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

describe('in Dutch', () => {
  const vscode = useStudy({ study: 'sample', locale: 'nl' });

  it('names views, codes and cases in Dutch', async () => {
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('Belemmering').first().waitFor();
    for (const view of ['Codeboek', 'Citaten', 'Casussen']) {
      await vscode().page.locator('.part.sidebar .pane-header', { hasText: view }).waitFor();
    }
  });

  it('says what the keys do in Dutch', async () => {
    await vscode().openFile('org-2-manager-wijkverpleging.txt');
    await vscode().statusBarItem('Coderen').waitFor();
    await vscode().press('Shift+Slash');
    await vscode().page.locator('.quick-input-list', { hasText: 'ongedaan maken' }).waitFor();
    await vscode().screenshot('dutch');
    await vscode().press('Escape');
  });

  it('has its commands in Dutch', async () => {
    expect(await vscode().commandsFor('Interview Coding: Samenvatting')).toContain(
      'Interview Coding: Samenvatting exporteren…',
    );
  });
});
