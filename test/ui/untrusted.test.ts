import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const run = promisify(execFile);
const log = 'codings/anna/hospital/cardioloog.txt.jsonl';
const trap = 'sprung';

/** Makes the study a git repository whose settings run a program as soon as anything asks git about it. */
async function trapped(folder: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args]);
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'a');
  const script = join(folder, '.git', 'trap');
  await writeFile(script, `#!/bin/sh\ntouch '${join(folder, trap)}'\n`, { mode: 0o755 });
  for (const name of ['core.fsmonitor', 'core.sshCommand', 'diff.external', 'core.pager'])
    await git('config', name, script);
}

describe('a study in a folder that is not trusted', () => {
  const vscode = useStudy({ untrusted: true, prepare: trapped });

  it('is opened in restricted mode', async () => {
    await vscode()
      .statusBarItem(/Restricted Mode/)
      .waitFor();
  });

  it('is coded as any other', async () => {
    await vscode().openFile('cardioloog.txt');
    await vscode().statusBarItem('Coding').waitFor();
    await vscode().select('Met een cursus van een middag');
    // Nothing tells when the keys have begun to work; before that, the editor only says that it is read-only.
    const question = vscode().page.locator('.quick-input-widget');
    await expect
      .poll(async () => {
        await vscode().press('1');
        return question.waitFor({ timeout: 1_000 }).then(
          () => true,
          () => false,
        );
      })
      .toBe(true);
    await vscode().pick('anna');
    await expect.poll(() => vscode().readFile(log)).toContain('"quote":"Met een cursus van een middag"');
    await vscode().showViewContainer('Interview Coding');
    await vscode().treeItem('Barrier').first().waitFor();
  });

  it('looks for lost codings without running anything from the folder', async () => {
    const line = (await vscode().readFile(log)).replaceAll(
      'Met een cursus van een middag',
      'Met een nooit gezegd verhaal',
    );
    await writeFile(join(vscode().folder, log), line);
    await vscode().treeItem('Codings to repair').first().waitFor();
    expect(existsSync(join(vscode().folder, trap))).toBe(false);
  });

  it('holds a trap that springs', async () => {
    await run('git', ['-C', vscode().folder, 'status']);
    expect(existsSync(join(vscode().folder, trap))).toBe(true);
  });
});
