import { build } from 'esbuild';
import { ROOT } from './paths.mjs';

/** Bundles TypeScript of the repository, with all it imports, into modules (`.mjs`) that Node runs. */
export async function bundleScripts(entryPoints, outdir) {
  await build({
    absWorkingDir: ROOT,
    entryPoints,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // For the dependencies among them that are CommonJS; some have a `createRequire` of their own.
    banner: {
      js: `import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);`,
    },
    outExtension: { '.js': '.mjs' },
    outdir,
    logLevel: 'warning',
  });
}
