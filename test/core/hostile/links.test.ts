import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isCoderName } from '../../../src/core/coding/paths';
import { summaryPath } from '../../../src/core/summary/paths';
import { leadsOut } from '../../../src/host/diskLinks';

let folder: string;
const at = (...path: string[]) => join(folder, ...path);

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'interview-coding-links-')));
  await mkdir(at('outside'), { recursive: true });
  await mkdir(at('study/codings/anna'), { recursive: true });
  await writeFile(at('outside/file.jsonl'), '');
  await writeFile(at('study/codings/anna/own.jsonl'), '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.each(['codebook.yaml', 'codings/anna/own.jsonl', 'codings/bram/new/one.jsonl', 'summaries/a.md'])(
  'a file of the study stays in it, there or not: %s',
  async (path) => {
    expect(await leadsOut(at('study'), at('study', path))).toBe(false);
  },
);

it('links may lead elsewhere in the study, and to the study', async () => {
  await symlink(at('study/codings/anna'), at('study/codings/link'));
  await symlink(at('study'), at('to-study'));
  expect(await leadsOut(at('study'), at('study/codings/link/own.jsonl'))).toBe(false);
  expect(await leadsOut(at('to-study'), at('to-study/codings/link/new.jsonl'))).toBe(false);
});

it.each([
  ['a linked folder', 'outside', 'codings/link', 'codings/link/new.jsonl'],
  ['a linked file', 'outside/file.jsonl', 'codings/file.jsonl', 'codings/file.jsonl'],
  ['a link to what is not there yet', 'outside/none.jsonl', 'codings/none.jsonl', 'codings/none.jsonl'],
  ['a folder whose name begins alike', 'study-2', 'codings/two', 'codings/two/new.jsonl'],
])('%s leads out', async (_, target, link, file) => {
  await mkdir(at('study-2'));
  await symlink(at(target), at('study', link));
  expect(await leadsOut(at('study'), at('study', file))).toBe(true);
});

it('.. leads out', async () => {
  expect(await leadsOut(at('study'), at('study', '../outside/new.jsonl'))).toBe(true);
});

it.each(['..', '.', '../anna', 'a/b', 'a\\b', '', ' ', 'a\0', 'C:', 'con', 'consensus'])(
  'no coder is called %j, since a name is a folder',
  (name) => {
    expect(isCoderName(name)).toBe(false);
  },
);

it.each(['..', '../../etc/passwd', '/etc/passwd', 'C:\\x', 'a/../../b', '\0', '.git/hooks/post-commit', ''])(
  'the summary of a case called %j is a file in the folder of summaries',
  (id) => {
    expect(summaryPath(id, 'md')).toMatch(/^summaries\/[^/\\:\0.][^/\\:\0]*\.md$/);
  },
);
