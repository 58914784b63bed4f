import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../../src/cli/nodeFiles';
import { Study } from '../../../../src/core/study';
import { renderSummary } from '../../../../src/core/summary/render/render';
import { summarizeStudy } from '../../../../src/core/summary/summary';

const run = promisify(execFile);
const isThere = hasLibreOffice();

function hasLibreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    console.info('LibreOffice is not on the PATH, so that no document is opened in it.');
    return false;
  }
}

describe.skipIf(!isThere)('LibreOffice', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'office-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['docx', 'xlsx'] as const)(
    'opens the sample study’s report as %s',
    async (format) => {
      const study = new Study(await NodeFiles.open('media/sample-study'));
      const summary = await summarizeStudy(study, ['elderly-care']);
      const file = join(folder, `report.${format}`);
      await writeFile(file, await renderSummary(study, summary, format));
      const home = `-env:UserInstallation=file://${folder}/profile-${format}`;
      await run('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
        timeout: 120_000,
      });
      const pdf = await readFile(join(folder, 'report.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await rm(join(folder, 'report.pdf'));
    },
    150_000,
  );
});
