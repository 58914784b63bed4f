import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import {
  FIXTURE_STUDIES,
  launchBrowser,
  packagedExtension,
  prepareStudy,
  QUIET_SETTINGS,
  SAMPLE_STUDY,
  type Settings,
  speakLanguage,
  startServer,
  writeUserSettings,
} from '../../scripts/lib/for-tests.mjs';
import { type Theme, Workbench } from './Workbench';

export interface StudyOptions {
  /** The study to copy: `sample`, or the name of one of test/fixtures/studies; `small` where none is given. */
  readonly study?: string;
  /** The display language that the extension sees; English where none is given. */
  readonly locale?: 'nl';
  readonly theme?: Theme;
  readonly settings?: Settings;
}

/**
 * Opens a fresh copy of a study in VS Code, with the packaged extension installed, before the tests of a
 * `describe`, and closes it after them; they share the page. A failing test leaves a screenshot.
 */
export function useStudy(options: StudyOptions = {}): () => Workbench {
  let opened: { workbench: Workbench; close(): Promise<void> } | undefined;
  const workbench = () => {
    if (!opened) throw new Error('The study is not open yet: use it inside a test.');
    return opened.workbench;
  };
  beforeAll(async () => {
    opened = await openStudy(options, basename(expect.getState().testPath ?? ''));
  });
  afterAll(() => opened?.close());
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => workbench().screenshot(`failed ${task.name}`));
  });
  return workbench;
}

async function openStudy(options: StudyOptions, name: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'interview-coding-vscode-'));
  await writeUserSettings(dataDir, { ...QUIET_SETTINGS, ...options.settings });
  const study = await prepareStudy(sourceOf(options.study ?? 'small'));
  const [server, browser] = await Promise.all([
    packagedExtension().then((extensionsDir) => startServer({ dataDir, extensionsDir })),
    launchBrowser(),
  ]);
  const close = async () => {
    await browser.close();
    server.stop();
    await study.remove();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await speakLanguage(page, options.locale);
  const workbench = new Workbench(page, study.folder, dataDir);
  try {
    await workbench.load(server.url);
    if (options.theme) await workbench.useTheme(options.theme);
  } catch (error) {
    await workbench.screenshot(`failed to open ${name}`);
    await close();
    throw error;
  }
  return { workbench, close };
}

function sourceOf(study: string): string {
  return study === 'sample' ? SAMPLE_STUDY : join(FIXTURE_STUDIES, study);
}
