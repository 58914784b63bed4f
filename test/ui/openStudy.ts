import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  /** Opens the folder in restricted mode, as one that the person has not said to trust. */
  readonly untrusted?: boolean;
  /** What is done to the copy of the study before it is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Restricted mode without its questions. */
const UNTRUSTED_SETTINGS: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.emptyWindow': false,
};

/** Takes what is to be done when the study is closed; also when opening it fails half-way. */
type Defer = (cleanUp: () => unknown) => void;

/** Opens a fresh copy of a study in a VS Code of its own that has the packaged extension. */
export async function openStudy(options: StudyOptions, name: string, defer: Defer): Promise<Workbench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'interview-coding-vscode-'));
  defer(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const trust = options.untrusted ? UNTRUSTED_SETTINGS : {};
  await writeUserSettings(dataDir, { ...QUIET_SETTINGS, ...trust, ...options.settings });
  const study = await prepareStudy(sourceOf(options.study ?? 'small'));
  defer(study.remove);
  await options.prepare?.(study.folder);
  const server = await startServer({
    dataDir,
    extensionsDir: await packagedExtension(),
    env: { HOME: dataDir },
    asksForTrust: options.untrusted ?? false,
  });
  defer(server.stop);
  const browser = await launchBrowser();
  defer(() => browser.close());

  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await speakLanguage(page, options.locale);
  const workbench = new Workbench(page, study.folder, dataDir);
  try {
    await workbench.load(server.url);
    if (options.theme) await workbench.useTheme(options.theme);
  } catch (error) {
    await workbench.screenshot(`failed to open ${name}`);
    throw error;
  }
  return workbench;
}

function sourceOf(study: string): string {
  return study === 'sample' ? SAMPLE_STUDY : join(FIXTURE_STUDIES, study);
}
