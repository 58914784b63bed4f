// What the tests of the user interface take from the scripts, with types in for-tests.d.mts.
export { launchBrowser } from './browser.mjs';
export { packagedExtension } from './packaged-extension.mjs';
export { speakLanguage } from './page-language.mjs';
export { FIXTURE_STUDIES, ROOT, SAMPLE_STUDY } from './paths.mjs';
export { QUIET_SETTINGS, writeMachineSettings, writeUserSettings } from './settings.mjs';
export { prepareStudy } from './study.mjs';
export { startServer } from './vscode-server.mjs';
