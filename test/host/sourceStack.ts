import { findSourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const place = /([^\s():]+\.js):(\d+):(\d+)/g;

/** A stack trace with the places in the TypeScript sources; VS Code keeps Node from doing this itself. */
export function sourceStack(stack: string): string {
  return stack.replace(place, (original, file: string, line: string, column: string) => {
    // mocha has made the paths relative.
    const entry = findSourceMap(resolve(file))?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return original;
    return `${sourcePath(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

function sourcePath(source: string): string {
  return source.startsWith('file:') ? relative('', fileURLToPath(source)) : source;
}
