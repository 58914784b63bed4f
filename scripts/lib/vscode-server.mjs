// A real VS Code from the npm registry alone: the VS Code server inside the package code-server. Its page
// is the workbench, and its extension host is the Node process that a desktop VS Code runs too.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached } from './cache.mjs';
import { unpackFromNpm } from './npm-package.mjs';
import { runQuietly, toolEnv } from './run.mjs';

const VERSION = '4.139.1';

// Without these two the extension host does not start. Of the server's other native modules the file watcher
// comes ready-made, and those for terminals and credentials are not missed.
const NATIVE_MODULES = ['@vscode/spdlog', '@vscode/native-watchdog'];

// A quarter of the download, for features (AI agents, their sandbox, dev containers) that are never opened.
const UNUSED_DEPENDENCIES = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli'];

// Otherwise every page asks a gallery on the network about the extensions that it has.
const NO_GALLERY = '{}';

/** Installs the server into the cache unless it is there, and returns the path of its main file. */
export async function ensureServer() {
  const folder = await cached(`vscode-server-${VERSION}`, async (draft) => {
    console.log('Setting up VS Code (once, about 40 seconds)…');
    const unpacked = await unpackFromNpm(`code-server@${VERSION}`, draft);
    const vscode = join(draft, 'vscode');
    await rename(join(unpacked, 'lib', 'vscode'), vscode);
    await rm(unpacked, { recursive: true });
    await removeDependencies(join(vscode, 'package.json'), UNUSED_DEPENDENCIES);
    const flags = ['--omit=dev', '--no-audit', '--no-fund'];
    await runQuietly('npm', ['install', '--ignore-scripts', ...flags], { cwd: vscode });
    await runQuietly('npm', ['rebuild', ...NATIVE_MODULES, ...buildFlags()], { cwd: vscode });
  });
  return join(folder, 'vscode', 'out', 'server-main.js');
}

async function removeDependencies(file, names) {
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  for (const name of names) delete manifest.dependencies[name];
  await writeFile(file, JSON.stringify(manifest, undefined, 2));
}

// A user's npmrc may forbid install scripts, or name the headers of another Node than this one.
function buildFlags() {
  const nodeRoot = dirname(dirname(process.execPath));
  const headers = existsSync(join(nodeRoot, 'include', 'node', 'node.h')) ? [`--nodedir=${nodeRoot}`] : [];
  return ['--ignore-scripts=false', ...headers];
}

/**
 * Starts a server on a free port of the loopback address. `dataDir` holds its settings and logs;
 * `extensionsDir` its extensions. Folders are trusted unless it `asksForTrust`. Resolves once it serves pages; `ended` is its exit code.
 */
export async function startServer({
  dataDir,
  extensionsDir,
  port = 0,
  flags = [],
  env = {},
  asksForTrust = false,
}) {
  const main = await ensureServer();
  const args = [
    main,
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
    ...['--accept-server-license-terms', '--telemetry-level', 'off'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ...folders({ dataDir, extensionsDir }),
    ...flags,
  ];
  // In a process group of its own, so that its extension hosts end with it.
  const child = spawn(process.execPath, args, {
    detached: true,
    env: toolEnv({ ...env, EXTENSIONS_GALLERY: NO_GALLERY }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    process.off('exit', stop);
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.on('exit', stop);
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  return { url: await servedAddress(child), stop, ended };
}

/** Installs a packaged extension for a later server with the same folders. */
export async function installExtension(vsix, { dataDir, extensionsDir }) {
  const main = await ensureServer();
  const args = [main, '--accept-server-license-terms', '--install-extension', vsix, '--force'];
  await runQuietly(process.execPath, [...args, ...folders({ dataDir, extensionsDir })]);
}

function folders({ dataDir, extensionsDir }) {
  return ['--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
}

function servedAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk) => {
      printed += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The VS Code server ended with code ${code}:\n${printed}`)));
  });
}
