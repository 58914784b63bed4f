import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from './paths.mjs';

const HOUR = 3_600_000;

/**
 * A folder of the cache, filled by `fill` if it isn't there yet. It is filled under another name and then
 * renamed, so that an interrupted run leaves nothing that passes for a finished one.
 */
export async function cached(name, fill) {
  const target = join(CACHE, name);
  if (existsSync(target)) return target;
  await mkdir(CACHE, { recursive: true });
  await removeAbandoned(`.${name}-`);
  const draft = await mkdtemp(join(CACHE, `.${name}-`));
  try {
    await fill(draft);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process may have been first.
    if (!existsSync(target)) throw error;
  }
  return target;
}

// What interrupted runs left; a younger folder may belong to a run that is still filling it.
async function removeAbandoned(prefix) {
  for (const name of await readdir(CACHE)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(CACHE, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > HOUR) await rm(folder, { recursive: true, force: true });
  }
}
