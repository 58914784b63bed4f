import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from './run.mjs';

/** Unpacks one package of the npm registry, without its dependencies and scripts, into `folder/package`. */
export async function unpackFromNpm(spec, folder) {
  await runQuietly('npm', ['pack', spec, '--ignore-scripts', '--pack-destination', folder], { cwd: folder });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  await runQuietly('tar', ['-xzf', tarball], { cwd: folder });
  await rm(join(folder, tarball));
  return join(folder, 'package');
}
