import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

describe('a study in VS Code', () => {
  const vscode = useStudy();

  it('shows its transcripts in the explorer', async () => {
    await vscode().treeItem('transcripts').click();
    await vscode().treeItem('home-care').click();
    await vscode().treeItem('wijkverpleegkundige.txt').waitFor();
  });

  it('opens a transcript', async () => {
    await vscode().openFile('cardioloog.txt');
    expect(await vscode().visibleText()).toContain('Met een cursus van een middag');
  });
});
