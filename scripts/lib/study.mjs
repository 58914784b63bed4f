import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A fresh temporary copy of a study, for tests to change; `remove` deletes it. */
export async function prepareStudy(source) {
  const parent = await mkdtemp(join(await realpath(tmpdir()), 'interview-coding-'));
  const folder = join(parent, basename(source));
  await cp(source, folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
