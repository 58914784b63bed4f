import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { architectureFaults } from './support/architecture';
import { importedModules } from './support/imports';
import { tokenize } from './support/tokens';

const root = join(import.meta.dirname, '..', '..');

function sourceFiles(): Map<string, string> {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(root, 'src', name))
      .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** The faults of a fixture; every file that is imported exists unless a test is about that. */
function faults(files: Record<string, string>): string[] {
  return architectureFaults(new Map(Object.entries(files)));
}

describe('the source', () => {
  it('keeps to the architecture', () => {
    const sources = sourceFiles();
    expect(sources.size).toBeGreaterThan(20);
    expect(architectureFaults(sources)).toEqual([]);
  });
});

describe('an arrow', () => {
  const targets = {
    'src/core/a.ts': '',
    'src/host/a.ts': '',
    'src/features/one/index.ts': '',
    'src/features/two/index.ts': '',
    'src/protocol/a.ts': '',
    'src/webview/a.ts': '',
    'src/cli/a.ts': '',
  };
  const arrow = (from: string, to: string) => faults({ ...targets, [from]: `import { x } from '${to}';` });

  it.each([
    ['src/core/x/b.ts', '../a'],
    ['src/core/b.ts', 'yaml'],
    ['src/core/b.ts', '@noble/hashes/sha2.js'],
    ['src/host/b.ts', '../core/a'],
    ['src/host/b.ts', 'vscode'],
    ['src/host/b.ts', 'node:fs/promises'],
    ['src/features/one/b.ts', './index'],
    ['src/features/one/b.ts', '../../core/a'],
    ['src/features/one/b.ts', '../../host/a'],
    ['src/features/one/b.ts', '../../protocol/a'],
    ['src/features/one/b.ts', 'vscode'],
    ['src/features/one/b.ts', 'node:path'],
    ['src/webview/b.ts', '../protocol/a'],
    ['src/cli/b.ts', '../core/a'],
    ['src/cli/b.ts', 'node:fs'],
    ['src/extension.ts', './features/one'],
    ['src/extension.ts', './host/a.js'],
  ])('may go from %s to %s', (from, to) => {
    expect(arrow(from, to)).toEqual([]);
  });

  it.each([
    ['src/core/b.ts', '../host/a'],
    ['src/core/b.ts', '../features/one'],
    ['src/core/b.ts', '../protocol/a'],
    ['src/core/b.ts', '../cli/a'],
    ['src/core/b.ts', 'vscode'],
    ['src/core/b.ts', 'node:path'],
    ['src/core/b.ts', 'path'],
    ['src/core/b.ts', 'lodash'],
    ['src/core/b.ts', 'yamljs'],
    ['src/host/b.ts', '../features/one'],
    ['src/host/b.ts', '../cli/a'],
    ['src/host/b.ts', 'lodash'],
    ['src/features/one/b.ts', '../two'],
    ['src/features/one/b.ts', '../two/index'],
    ['src/features/one/b.ts', '../../webview/a'],
    ['src/features/one/b.ts', '../../cli/a'],
    ['src/features/one/b.ts', 'node:fs'],
    ['src/features/one/b.ts', 'fs/promises'],
    ['src/protocol/b.ts', '../core/a'],
    ['src/webview/b.ts', '../core/a'],
    ['src/webview/b.ts', '../host/a'],
    ['src/webview/b.ts', 'vscode'],
    ['src/webview/b.ts', 'node:path'],
    ['src/cli/b.ts', '../host/a'],
    ['src/cli/b.ts', '../features/one'],
    ['src/cli/b.ts', 'vscode'],
    ['src/extension.ts', './cli/a'],
    ['src/misc/b.ts', '../core/a'],
    ['src/core/b.ts', './missing'],
  ])('may not go from %s to %s', (from, to) => {
    expect(arrow(from, to)).toHaveLength(1);
  });
});

describe('the network', () => {
  it.each([
    'http',
    'node:https',
    'net',
    'node:dgram',
    'node:tls',
    'node:http2',
    'axios',
    'ws',
    'undici',
    '@sentry/node',
    '@vscode/extension-telemetry',
    'applicationinsights',
  ])('is not reached by importing %s', (name) => {
    expect(faults({ 'src/host/a.ts': `import '${name}';` })).toHaveLength(1);
    expect(faults({ 'src/cli/a.ts': `const x = await import('${name}');` })).toHaveLength(1);
  });

  it.each([
    'fetch(url)',
    'globalThis.fetch(url)',
    'const f = fetch;',
    'new WebSocket(url)',
    'new XMLHttpRequest()',
    'new EventSource(url)',
    'navigator.sendBeacon(url)',
    'vscode.env.createTelemetryLogger(sender)',
    `\`\${fetch(url)}\``,
  ])('is not reached by %s', (code) => {
    expect(faults({ 'src/webview/a.ts': code })).toHaveLength(1);
  });

  it('may be written about', () => {
    const source = `// fetch(url)\n/* new WebSocket */ const a = 'fetch(x)'; const b = /fetch\\(/; prefetch(a / b); fetched(1);`;
    expect(faults({ 'src/host/a.ts': source })).toEqual([]);
  });
});

describe('core', () => {
  it.each(['process.env.HOME', 'Buffer.from(x)', 'Math.random()', 'Date.now()', 'new Date()'])(
    'does not use %s',
    (code) => {
      expect(faults({ 'src/core/a.ts': `const x = ${code};` })).toHaveLength(1);
      expect(faults({ 'src/host/a.ts': `const x = ${code};` })).toEqual([]);
    },
  );

  it('may read a date that it is given', () => {
    expect(faults({ 'src/core/a.ts': 'const x = new Date(at);' })).toEqual([]);
  });
});

describe('a circle', () => {
  it('is found, type imports included', () => {
    const files = {
      'src/core/a.ts': `import { b } from './b';`,
      'src/core/b.ts': `export * from './c';`,
      'src/core/c.ts': `import type { A } from './a';`,
    };
    expect(faults(files)).toEqual([
      'circle: src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts',
    ]);
  });

  it('is not seen where two ways lead to one file', () => {
    const files = {
      'src/core/a.ts': `import './b'; import './c';`,
      'src/core/b.ts': `import './c';`,
      'src/core/c.ts': '',
    };
    expect(faults(files)).toEqual([]);
  });
});

describe('the composition root', () => {
  it('has under 60 lines', () => {
    expect(faults({ 'src/extension.ts': 'a;\n'.repeat(59) })).toEqual([]);
    expect(faults({ 'src/extension.ts': 'a;\n'.repeat(60) })).toHaveLength(1);
  });
});

describe('the import scanner', () => {
  const modules = (source: string) => importedModules(tokenize(source));

  it.each([
    [`import a from 'x';`],
    [`import type { A } from "x";`],
    [`import { type A, from, b as c } from 'x';`],
    [`import * as a from 'x';`],
    [`import 'x';`],
    [`import a, {\n  b,\n} from 'x'`],
    [`export * from 'x';`],
    [`export * as a from 'x';`],
    [`export type { A } from 'x';`],
    [`export type * from 'x';`],
    [`export { a,\n b } from 'x';`],
    [`const a = await import('x');`],
    [`type A = import('x').A;`],
    ['const a = import(`x`);'],
    [`const a = require('x');`],
    [`import a = require('x');`],
    [`const a = \`\${\`\${1}\` + (await import("x"))} import "y"\`;`],
    [`const r = /['"\`]/; import 'x';`],
    [`const r = [/[/'"]/]; import 'x';`],
    [`const n = a / b; const s = '/'; import 'x';`],
    [`/** import 'y' */ import 'x'; // import 'z'`],
    [`const s = 'import "y"'; import 'x';`],
    [`const s = 'it\\'s import'; import 'x';`],
  ])('reads %s', (source) => {
    expect(modules(source)).toEqual(['x']);
  });

  it.each([
    [`export const a = 'x';`],
    [`export { a };\nconst from = 'x';`],
    ['import.meta.url'],
    ['a.import("x")'],
    ['class A { require(a: string) {} }'],
    ['export type A = { b: 1 };'],
  ])('finds nothing in %s', (source) => {
    expect(modules(source)).toEqual([]);
  });

  it('reports an import whose name is computed', () => {
    expect(modules('await import(name)')).toEqual([undefined]);
    expect(faults({ 'src/host/a.ts': 'await import(name)' })).toHaveLength(1);
  });
});
