import { speakLanguage } from './page-language.mjs';

const LONGEST_SILENCE = 180_000;

/** Begins each message that the extension host printed, as opposed to the workbench around it. */
export const MARK = '[extension host] ';

/** Opens the page that runs the tests, prints what they print, and resolves to their exit code. */
export async function openTestPage(browser, { url, folder, extension, tests, locale }) {
  const page = await browser.newPage();
  await speakLanguage(page, locale);
  const log = new TestLog();
  const { promise, resolve, reject } = Promise.withResolvers();
  const timer = setTimeout(() => reject(new Error('The tests neither ended nor printed.')), LONGEST_SILENCE);
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (log.add(type, args)) timer.refresh();
  });
  await page.exposeFunction('codeAutomationExit', resolve);
  page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
  await page.goto(testAddress({ url, folder, extension, tests }));
  const code = await promise.finally(() => clearTimeout(timer));
  if (code !== 0) log.explainSilence();
  return code;
}

function testAddress({ url, folder, extension, tests }) {
  const remote = (path) => `vscode-remote://${new URL(url).host}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${url}/?${query}`;
}

class TestLog {
  #spoken = false;
  #errors = [];

  /** Prints what the tests said; returns whether this was such a message. */
  add(type, [first, ...rest]) {
    const spoken = typeof first === 'string' && first.startsWith(MARK);
    if (spoken) console.log(first.slice(MARK.length));
    else if (type === 'error') this.#errors.push([first, ...rest]);
    this.#spoken ||= spoken;
    return spoken;
  }

  /** Tests that cannot even be loaded print nothing; then the workbench's own errors tell why. */
  explainSilence() {
    if (!this.#spoken) for (const error of this.#errors) console.error(...error);
  }
}
