import { lstat, realpath } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** Whether links put a file, or the place where it would be made, outside of a folder. */
export async function leadsOut(folder: string, file: string): Promise<boolean> {
  const root = await realpath(folder);
  for (let path = file; ; path = dirname(path)) {
    const real = await realpath(path).catch(() => undefined);
    if (real !== undefined) return real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep);
    // A link that leads nowhere yet: writing would make a file there.
    if (await isThere(path)) return true;
  }
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
