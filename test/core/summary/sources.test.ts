import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashOfSources } from '../../../src/core/summary/sources';
import { summarizeStudy } from '../../../src/core/summary/summary';
import { memoryStudy } from '../support/memoryStudy';
import { exampleStudy } from './exampleStudy';

async function originOf(files: Readonly<Record<string, string>>) {
  const { sources, hash } = (await summarizeStudy(memoryStudy(files).study, ['elderly-care'])).cases[0]!;
  return { sources, hash };
}

describe('what a summary was made from', () => {
  it('is the root files, the scores and the transcripts and logs of the case', async () => {
    const other = { 'transcripts/icu/one.txt': 'R: Ja.', 'scores/anna.yaml': '' };
    expect((await originOf({ ...exampleStudy, ...other })).sources).toEqual([
      'codebook.yaml',
      'codings/anna/elderly-care/manager.txt.jsonl',
      'codings/anna/elderly-care/nurse.txt.jsonl',
      'codings/bram/elderly-care/manager.txt.jsonl',
      'maturity.yaml',
      'scores/anna.yaml',
      'study.yaml',
      'transcripts/elderly-care/manager.txt',
      'transcripts/elderly-care/nurse.txt',
    ]);
  });

  it('has a hash that anyone can reproduce with sha256sum', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const { sources, hash } = await originOf(exampleStudy);
    const printed = sources.map((path) => `${sha256(exampleStudy[path]!)}  ${path}\n`).join('');
    expect(hash).toBe(sha256(printed));
  });

  it('has another hash when any of these files has another text, and no other file matters', async () => {
    const { sources, hash } = await originOf(exampleStudy);
    for (const path of sources) {
      const changed = { ...exampleStudy, [path]: `${exampleStudy[path]}\n` };
      expect((await originOf(changed)).hash, path).not.toBe(hash);
    }
    expect((await originOf({ ...exampleStudy, 'transcripts/icu/one.txt': 'R: Ja.' })).hash).toBe(hash);
  });

  it('does not see how lines end', async () => {
    const path = 'transcripts/elderly-care/nurse.txt';
    const crlf = { ...exampleStudy, [path]: `\ufeff${exampleStudy[path]!.replaceAll('\n', '\r\n')}` };
    expect((await originOf(crlf)).hash).toBe((await originOf(exampleStudy)).hash);
  });

  it('tells where one file ends and the next begins', () => {
    expect(
      hashOfSources([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).not.toBe(hashOfSources([['a\nd  c', 'b']]));
  });
});
