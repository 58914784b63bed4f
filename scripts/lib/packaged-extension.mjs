import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { VSIX } from './paths.mjs';
import { installExtension } from './vscode-server.mjs';

/** An extensions folder with the packaged extension in it, installed once for each content of the package. */
export async function packagedExtension() {
  const hash = createHash('sha256')
    .update(await readPackage())
    .digest('hex')
    .slice(0, 12);
  return cached(`extensions-${hash}`, (draft) =>
    installExtension(VSIX, { dataDir: join(draft, '.install'), extensionsDir: draft }),
  );
}

async function readPackage() {
  try {
    return await readFile(VSIX);
  } catch (error) {
    throw new Error(`${VSIX} is missing: \`npm run package\` makes it.`, { cause: error });
  }
}
