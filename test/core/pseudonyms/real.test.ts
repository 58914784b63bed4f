import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MapFiles } from '../../../src/core/pseudonyms/mapFiles';
import { namesLeft } from '../../../src/core/pseudonyms/namesLeft';
import { addToNames } from '../../../src/core/pseudonyms/namesText';
import { parseNames } from '../../../src/core/pseudonyms/parseNames';
import { pseudonymize } from '../../../src/core/pseudonyms/pseudonymize';
import { restoreNames } from '../../../src/core/pseudonyms/restoreNames';
import { suggestNames } from '../../../src/core/pseudonyms/suggest';
import { Study } from '../../../src/core/study';

const sample = join(import.meta.dirname, '../../../media/sample-study');
const real = join(import.meta.dirname, '../../../../shared/real/elderly-care');
const isThere = existsSync(real);
if (!isThere)
  console.warn('Skipped: the real study is not on this machine; it is not part of the repository.');

function filesOf(root: string): Map<string, Uint8Array> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]),
  );
}

describe.each([
  ['the sample study', sample],
  ['a real study', real],
])('%s', (_, folder) => {
  it.skipIf(!existsSync(folder))('goes out with pseudonyms and comes back as it was', async () => {
    const files = filesOf(folder);
    const study = new Study(new MapFiles(files));
    const heads = await Promise.all(
      (await study.transcriptPaths()).map((path) => study.transcriptFacts(path)),
    );
    const organizations = new Set(heads.map((facts) => facts!.frontMatter.organization!));
    const participants = new Set(heads.flatMap((facts) => facts!.frontMatter.participant ?? []));
    const suggestions = await suggestNames(study, []);
    expect(suggestions.length).toBeGreaterThan(4);
    const own = [
      'organizations:',
      ...[...organizations].map((name, index) => `  ${name}: Zorgaanbieder ${index + 1}`),
      'persons:',
      ...[...participants].map((name, index) => `  ${name}: Geïnterviewde ${index + 1}`),
    ].join('\n');
    const isNew = ({ name }: { readonly name: string }) => !organizations.has(name);
    const text = addToNames(`${own}\n`, parseNames('', own).names, suggestions.filter(isNew), 'nl');
    const { names, problems } = parseNames('names.yaml', text);
    expect(problems).toEqual([]);
    const made = await pseudonymize(new MapFiles(files), names, '');
    expect(made.problems).toEqual([]);
    const copied = new MapFiles(made.copy.files);
    expect(await namesLeft(copied, names)).toEqual([]);
    const copy = new Study(copied);
    for (const path of await study.transcriptPaths()) {
      const to = made.copy.paths.get(path)!;
      expect((await copy.transcriptFacts(to))!.frontMatter.organization).toMatch(/^Zorgaanbieder \d+$/);
      const anchors = (await copy.codings(to)).map(({ anchor }) => anchor);
      expect(anchors).toHaveLength((await study.codings(path)).length);
      expect(new Set(anchors).size).toBeLessThanOrEqual(1);
    }
    const back = await restoreNames(copied, names, made.spellings);
    expect([...back.files.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of back.files)
      expect(Buffer.from(bytes).equals(files.get(path)!), path).toBe(true);
  });
});
