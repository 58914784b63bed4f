// Builds dist/: the extension (CommonJS, for the extension host), the command line, and the webviews' files.
// With --production the bundles have short names and no source maps.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { lazyModules, loadLazily } from './scripts/lib/lazy-modules.mjs';

const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyIdentifiers: production,
  // All of a file is read before any of it runs.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  outdir: 'dist',
};

// esbuild gives every module that imports all of a package a copy of it, hundreds of getters in the case of VS Code.
const shareVscode = {
  name: 'share-vscode',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        "import * as vscode from 'vscode'",
        "import vscode = require('vscode')",
      );
      return { contents, loader: 'ts' };
    });
  },
};

await Promise.all([
  build({ ...shared, entryPoints: lazyModules, format: 'cjs' }),
  build({
    ...shared,
    entryPoints: { extension: 'src/extension.ts' },
    format: 'cjs',
    external: ['vscode'],
    plugins: [loadLazily, shareVscode],
  }),
  build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [loadLazily],
  }),
  build({
    ...shared,
    entryPoints: { studyThread: 'src/cli/beside/thread.ts' },
    format: 'cjs',
    plugins: [loadLazily],
  }),
  build({
    ...shared,
    entryPoints: {
      pictures: 'src/webview/pictures/main.ts',
      scoring: 'src/webview/scoring/main.ts',
    },
    outdir: 'dist/webview',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  }),
  build({
    ...shared,
    entryPoints: {
      pictures: 'src/webview/pictures/pictures.css',
      scoring: 'src/webview/scoring/scoring.css',
    },
    outdir: 'dist/webview',
    target: 'chrome122',
    sourcemap: false,
  }),
]);
