/**
 * Reads a text by its path from the study's folder, which may lead up (`../`). Undefined where there is none, or none
 * that can be read.
 */
export type ReadAround = (path: string) => Promise<string | undefined>;

/** The file in a study's folder that tells git how to merge its files. */
export const attributesFile = '.gitattributes';

/** What the file is to say. */
export const unionMergeLines: readonly string[] = [
  '# Coding and review logs are only ever appended to: git keeps the lines of both sides instead of a conflict.',
  '*.jsonl merge=union',
];

/** A repository has its folder hardly deeper than this above a study's. */
const mostLevels = 16;

/**
 * Whether a study is in a git repository and nothing from its folder up to the repository's says that both sides of
 * its logs are to be kept: git would make a conflict of a log that grew on two computers.
 */
export async function lacksUnionMerge(read: ReadAround): Promise<boolean> {
  if (says(await read(`codings/${attributesFile}`))) return false;
  for (let level = 0; level <= mostLevels; level++) {
    const folder = '../'.repeat(level);
    if (says(await read(folder + attributesFile))) return false;
    if (await isRepository(folder, read)) return !says(await read(`${folder}.git/info/attributes`));
  }
  return false;
}

/** Where a worktree or submodule has its own copy, `.git` is a file that says where the repository is. */
async function isRepository(folder: string, read: ReadAround): Promise<boolean> {
  if ((await read(`${folder}.git/HEAD`)) !== undefined) return true;
  return (await read(`${folder}.git`))?.startsWith('gitdir:') ?? false;
}

function says(attributes: string | undefined): boolean {
  return (attributes ?? '')
    .split(/\r?\n/)
    .some((line) => /^[^#\s]*(?:jsonl|\*)\s(?:.*\s)?merge=union(?:\s|$)/.test(line.trimStart()));
}
