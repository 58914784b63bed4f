import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, VSIX } from './paths.mjs';
import { QUIET_SETTINGS, userSettingsFile, writeUserSettings } from './settings.mjs';
import { installExtension, startServer } from './vscode-server.mjs';

/** Serves a folder with the packaged extension until Ctrl+C; resolves to the exit code. */
export async function serveStudy(folder) {
  const home = join(CACHE, 'start');
  const folders = { dataDir: join(home, 'data'), extensionsDir: join(home, 'extensions') };
  if (!existsSync(userSettingsFile(folders.dataDir)))
    await writeUserSettings(folders.dataDir, QUIET_SETTINGS);
  await installExtension(VSIX, folders);
  const server = await startServer(folders);
  console.log(`\nThe study is open at\n\n  ${server.url}/?folder=${encodeURI(folder)}\n\nCtrl+C ends it.`);
  const asked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(0));
  });
  const code = await Promise.race([asked, server.ended]);
  server.stop();
  return code;
}
