// A Chromium to show VS Code in: one that is on the machine, or else the one inside an npm package.
import { onPath } from './on-path.mjs';
import { ensurePackagedBrowser } from './packaged-browser.mjs';

// The sandbox refuses to run as root; most others keep Chromium from asking hosts on the network.
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--no-zygote', '--no-first-run', '--disable-quic'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The path of a Chromium and the environment it needs, installed into the cache if the machine has none. */
export async function ensureBrowser() {
  const found = process.env.CHROMIUM_PATH ?? onPath('chromium', 'chromium-browser', 'google-chrome');
  return found ? { executablePath: found, env: {} } : ensurePackagedBrowser();
}

/** Starts the browser under playwright. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await ensureBrowser();
  return chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
}
