import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { useStudy } from './useStudy';

const run = promisify(execFile);
const own = '* text=auto';

/** Makes the study a git repository that says nothing of merging, in a file without an end to its last line. */
async function repository(folder: string): Promise<void> {
  await run('git', ['-C', folder, 'init', '--quiet']);
  await writeFile(join(folder, '.gitattributes'), own);
}

describe('a study in a git repository', () => {
  const vscode = useStudy({ study: 'sample', theme: 'light', prepare: repository });

  it('is offered the line that keeps git from making conflicts of its logs, once', async () => {
    await vscode().notification('This study is in git.').waitFor();
    await vscode().screenshot('git merge');
    await vscode().answer('This study is in git.', 'Add the Line');
    await expect
      .poll(() => vscode().readFile('.gitattributes'))
      .toMatch(/^\* text=auto\n# .*\n\*\.jsonl merge=union\n$/);
    const log = 'codings/anna/elderly-care/org-1-wijkverpleegkundige.txt.jsonl';
    const { stdout } = await run('git', ['-C', vscode().folder, 'check-attr', 'merge', '--', log]);
    expect(stdout.trim()).toBe(`${log}: merge: union`);
  });
});
