import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../src/core/problem';
import { studyProblems } from '../../src/core/studyProblems';
import { memoryStudy } from './support/memoryStudy';

const shared = join(import.meta.dirname, '../../../shared/real');
const folder = join(shared, 'elderly-care');
const isThere = existsSync(folder);
if (!isThere)
  console.warn('Skipped: the real study is not on this machine; it is not part of the repository.');

function filesOf(root: string): Record<string, Uint8Array> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path)]),
  );
}

describe.skipIf(!isThere)('a real study', () => {
  const { study } = memoryStudy(isThere ? filesOf(folder) : {});

  it('has no problems', async () => {
    expect((await studyProblems(study)).map(describeProblem)).toEqual([]);
  });

  it('has every coding exactly where it was made, word for word', async () => {
    const count: Record<string, Record<string, number>> = { quotesA: {}, quotesB: {} };
    for (const path of await study.transcriptPaths()) {
      const { text } = (await study.transcript(path))!;
      for (const { coding, start, end, anchor } of await study.codings(path)) {
        expect(anchor).toBe('exact');
        expect(text.slice(start, end) === coding.quote).toBe(true);
        const codes = count[`quotes${coding.by}`]!;
        codes[coding.code] = (codes[coding.code] ?? 0) + 1;
      }
    }
    const expected = JSON.parse(readFileSync(join(shared, 'expected.json'), 'utf8')).cases['elderly-care'];
    expect(count).toEqual({ quotesA: expected.quotesA, quotesB: expected.quotesB });
    expect(await study.transcriptPaths()).toHaveLength(expected.interviews);
  });
});
