import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NodeFiles } from '../../../src/cli/nodeFiles';
import { Study } from '../../../src/core/study';
import { studyProblems } from '../../../src/core/studyProblems';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { decodeText } from '../../../src/core/text/decode';

const folder = new URL('../../../../shared/real/', import.meta.url);
const present = existsSync(folder);
if (!present) console.warn('Skipped: the real study is not beside the repository.');

describe.skipIf(!present)('the real study of elderly care', () => {
  const at = (path: string) => new URL(path, folder);
  const open = async () => new Study(await NodeFiles.open(at('elderly-care').pathname));

  it('has no problems', async () => {
    expect(await studyProblems(await open())).toEqual([]);
  });

  it('has as many quotes of each code by each coder as were made', async () => {
    const expected = JSON.parse(await readFile(at('expected.json'), 'utf8')).cases['elderly-care'];
    const [summary, ...others] = (await summarizeStudy(await open())).cases;
    expect(others).toEqual([]);
    const by = (coder: string) =>
      Object.fromEntries(summary!.codes.map(({ code, byCoder }) => [code, byCoder[coder]]));
    expect(by('A')).toEqual(expected.quotesA);
    expect(by('B')).toEqual(expected.quotesB);
    expect(summary!.interviews).toHaveLength(expected.interviews);
    expect(summary!.organizations.map(({ id }) => id)).toEqual(expected.organizations);
  });

  it('has every quote verbatim in its file', async () => {
    const [summary] = (await summarizeStudy(await open())).cases;
    expect(summary!.anchors.exact).toBe(summary!.quotes.length);
    for (const { transcript, start, end, text } of summary!.quotes) {
      const file = decodeText(await readFile(at(`elderly-care/${transcript}`)));
      expect(file.text.slice(start, end)).toBe(text);
    }
  });
});
