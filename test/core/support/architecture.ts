import { builtinModules } from 'node:module';
import { importGraph } from './imports';
import { type Token, tokenize } from './tokens';

/** The libraries that core may import, and why each was chosen. */
const coreLibraries: Readonly<Record<string, string>> = {
  yaml: 'keeps comments, order and the place of every node, which problems and edits need',
  re2js: 'runs the regular expressions of a codebook in linear time',
  papaparse: 'reads and writes CSV with its quoting rules',
  diff: 'a word diff that gives up at a bound, so that a replaced transcript costs no minutes',
  'approx-string-match': 'finds an edited quote in a long transcript in milliseconds',
  echarts: 'draws charts as SVG without a DOM, the same every time',
  saxes: 'reads XML strictly and part by part, and expands nothing',
  fflate: 'inflates and deflates the files of an archive piece by piece, so that a bomb is noticed in time',
  docx: 'writes documents of Word, with styles, bookmarks and a table of contents; loaded when it is first used',
  'write-excel-file': 'writes workbooks of Excel without anything of Node or a browser',
  'markdown-it':
    'reads the Markdown in which researchers write their notes, in a time that grows as the text does',
  '@noble/hashes': 'a hash that is synchronous and the same in every host',
};

const builtins = new Set(builtinModules);
const networkModules = new Set([
  'http',
  'https',
  'http2',
  'net',
  'dgram',
  'tls',
  'dns',
  'dns/promises',
  'inspector',
]);
const networkPackages =
  /^(?:axios|got|ky|node-fetch|cross-fetch|undici|request|superagent|ws|socket\.io.*|@vscode\/extension-telemetry|vscode-extension-telemetry|applicationinsights|@sentry\/.*|posthog-.*|mixpanel.*|amplitude.*|@amplitude\/.*|@segment\/.*|@opentelemetry\/.*)$/;
const networkNames = new Set([
  'fetch',
  'WebSocket',
  'XMLHttpRequest',
  'EventSource',
  'sendBeacon',
  'RTCPeerConnection',
  'createTelemetryLogger',
]);
const longestRoot = 60;

type Layer = 'core' | 'host' | 'features' | 'protocol' | 'webview' | 'cli' | 'extension';

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  core: ['core'],
  host: ['host', 'core'],
  features: ['features', 'host', 'core', 'protocol'],
  protocol: ['protocol'],
  webview: ['webview', 'protocol'],
  cli: ['cli', 'core'],
  extension: ['host', 'features', 'core'],
};

/** Everything in the source files (by path, `src/…`) that breaks the architecture, in words. */
export function architectureFaults(sources: ReadonlyMap<string, string>): string[] {
  const graph = importGraph(sources);
  const faults: string[] = [];
  for (const [path, source] of sources) {
    for (const imported of graph.get(path)!) {
      const fault = sources.has(imported) ? faultOfFile(path, imported) : faultOfPackage(path, imported);
      if (fault) faults.push(`${path} imports ${imported}: ${fault}`);
    }
    faults.push(...faultsOfNames(path, tokenize(source)));
    const lines = source.trimEnd().split('\n').length;
    if (path === 'src/extension.ts' && lines >= longestRoot) faults.push(`${path} has ${lines} lines`);
  }
  return [...faults, ...circles(graph).map((circle) => `circle: ${circle.join(' -> ')}`)];
}

function layerOf(path: string): Layer {
  return path === 'src/extension.ts' ? 'extension' : (path.split('/')[1] as Layer);
}

function faultOfFile(path: string, imported: string): string | undefined {
  const [from, to] = [layerOf(path), layerOf(imported)];
  if (!mayImport[from]) return `src/${from} is no part of the design`;
  if (!mayImport[from].includes(to)) return `${from} may not import ${to}`;
  if (from === 'features' && to === 'features' && featureOf(path) !== featureOf(imported)) {
    return 'a feature may not import another';
  }
  return undefined;
}

function featureOf(path: string): string {
  return path.split('/')[2]!;
}

function faultOfPackage(path: string, name: string): string | undefined {
  if (name.startsWith('.') || name.startsWith('src/') || name === '(computed)') return 'no such file';
  const layer = layerOf(path);
  const builtin = name.replace(/^node:/, '');
  if (networkModules.has(builtin) || networkPackages.test(name)) return 'nothing here goes over a network';
  if (builtins.has(builtin) || name.startsWith('node:')) {
    if (layer === 'cli' || layer === 'host' || layer === 'extension') return undefined;
    if (layer === 'features') {
      return /^fs(?:\/|$)/.test(builtin) ? 'files are read and written in host only' : undefined;
    }
    return `${layer} may not use node`;
  }
  if (name === 'vscode') {
    return layer === 'host' || layer === 'features' || layer === 'extension'
      ? undefined
      : `${layer} may not use vscode`;
  }
  const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  if (layer === 'core' && packageName in coreLibraries) return undefined;
  return `not a chosen library of ${layer}`;
}

function faultsOfNames(path: string, tokens: readonly Token[]): string[] {
  const inCore = layerOf(path) === 'core';
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word') return [];
    if (networkNames.has(token.text)) return [`${path} uses ${token.text}: nothing here goes over a network`];
    if (!inCore) return [];
    const use = tokens
      .slice(at, at + 4)
      .map(({ text }) => text)
      .join('');
    const impure = /^(?:process\.|Buffer\b|Math\.random|Date\.now|newDate\(\))/.exec(use);
    return impure ? [`${path} uses ${impure[0]}: core depends on nothing but its input`] : [];
  });
}

/** Each circle of imports once, type imports included, by its files. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at !== -1) found.push([...trail.slice(at), path]);
    if (at !== -1 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
