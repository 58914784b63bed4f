import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Settings for a throw-away VS Code: nothing but the study, and no look at the network. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // A server looks through all processes for them every two seconds, in the extension host.
  'remote.autoForwardPortsSource': 'output',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** The user's settings of a server with this data folder; its pages read them when they are opened. */
export function userSettingsFile(dataDir) {
  return join(dataDir, 'data', 'User', 'settings.json');
}

export function writeUserSettings(dataDir, settings) {
  return write(userSettingsFile(dataDir), settings);
}

/** Writes the machine's settings of a server, which take precedence and which open pages follow at once. */
export function writeMachineSettings(dataDir, settings) {
  return write(join(dataDir, 'data', 'Machine', 'settings.json'), settings);
}

async function write(file, settings) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}
