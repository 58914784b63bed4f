// Opens the sample study with the extension: in the desktop VS Code where there is one, otherwise in a VS
// Code server whose address it prints.
import { prepare } from './lib/prepare.mjs';

await prepare();
const { desktopCommand } = await import('./lib/desktop.mjs');
const { openSampleStudy } = await import('./lib/sample-study.mjs');
const { run } = await import('./lib/run.mjs');
const { ROOT } = await import('./lib/paths.mjs');

const folder = await openSampleStudy();
const code = desktopCommand();
process.exit(code ? await startDesktop(code) : await startInBrowser());

async function startDesktop(command) {
  const built = await run('npm', ['run', '--silent', 'build']);
  if (built !== 0) return built;
  return run(command, ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder]);
}

async function startInBrowser() {
  const { serveStudy } = await import('./lib/serve-study.mjs');
  const packaged = await run('npm', ['run', '--silent', 'package']);
  if (packaged !== 0) return packaged;
  return serveStudy(folder);
}
