// Builds dist/: the extension (CommonJS, for the extension host), the command line, and the webviews' files.
// With --production the bundles are minified and have no source maps.
import { build } from 'esbuild';

const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  outdir: 'dist',
};

await Promise.all([
  build({
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    format: 'cjs',
    external: ['vscode'],
  }),
  build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...shared,
    entryPoints: { scoring: 'src/webview/scoring/main.ts' },
    outdir: 'dist/webview',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  }),
  build({
    ...shared,
    entryPoints: { scoring: 'src/webview/scoring/scoring.css' },
    outdir: 'dist/webview',
    target: 'chrome122',
    sourcemap: false,
  }),
]);
