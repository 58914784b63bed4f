import type { Plugin } from 'esbuild';

export const lazyModules: Readonly<Record<string, string>>;
export const loadLazily: Plugin;
