import { relative, resolve } from 'node:path';
import { ROOT } from './paths.mjs';

/** What is large and seldom needed is a file of its own, loaded when it is imported for the first time. */
export const lazyModules = {
  pictures: 'src/core/pictures/draw/pictures.ts',
  word: 'src/core/report/office/wordDocument.ts',
  notes: 'src/core/summary/notes/parse.ts',
  excel: 'src/core/report/office/xlsx.ts',
  archive: 'src/core/report/office/archive.ts',
  regex: 'src/core/terms/re2.ts',
};

/** For esbuild: leaves dynamic imports of these modules to the files that they become. */
export const loadLazily = {
  name: 'load-lazily',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = relative(ROOT, `${resolve(resolveDir, path)}.ts`).replaceAll('\\', '/');
      const found = Object.entries(lazyModules).find(([, entry]) => entry === source);
      return found && { path: `./${found[0]}.js`, external: true };
    });
  },
};
