import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemCatalog } from '../../../src/core/problemCatalog';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.nl.json'));

function sources(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).map(read);
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
}

/** The icons, such as `$(add)`, that a text has. */
function icons(text: string): string[] {
  return (text.match(/\$\([\w-]+\)/g) ?? []).sort();
}

describe('the Dutch of the strings in the source', () => {
  let english: string[] = [];

  beforeAll(async () => {
    const files = [...sources('src/{host,features}/**/*.ts'), ...sources('src/extension.ts')];
    const found = await getL10nJson(files.map((contents) => ({ extension: '.ts', contents })));
    english = [...Object.keys(found), ...Object.values(problemCatalog).map(({ text }) => text)];
  }, 240_000);

  it('is there for each', () => {
    expect(english.length).toBeGreaterThan(100);
    expect(english.filter((text) => !bundle[text])).toEqual([]);
  });

  it('is of no string that is gone', () => {
    expect(Object.keys(bundle).filter((text) => !english.includes(text))).toEqual([]);
  });

  it('has the same placeholders and icons', () => {
    const differing = Object.entries(bundle).filter(
      ([text, dutch]) =>
        placeholders(text).join() !== placeholders(dutch).join() ||
        icons(text).join() !== icons(dutch).join(),
    );
    expect(differing).toEqual([]);
  });

  it('is there for what core calls the parts of a file in its messages', () => {
    const phrases = sources('src/core/{codebook,coding,maturity,settings,transcript}/*.ts').flatMap(
      (source) => [...source.matchAll(/'((?:an?|the) [a-z ]+)'/g)].map(([, phrase]) => phrase!),
    );
    expect(phrases.length).toBeGreaterThan(5);
    expect(phrases.filter((phrase) => !bundle[phrase])).toEqual([]);
  });
});
