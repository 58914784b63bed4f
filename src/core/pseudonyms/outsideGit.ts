/** Reads a file by its absolute path; undefined where there is none. */
type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** How a file is kept out of the git repository whose folder it lies in. */
export type GitExclusion =
  | { readonly tracked: true }
  | {
      readonly tracked: false;
      /** The file of what git is to leave out on this computer, and the line to add to it; none where it is there. */
      readonly exclude: string;
      readonly line: string | undefined;
    };

/**
 * Finds out how to keep a file out of git: by a line in the repository's own list, which is not shared with anyone.
 * Undefined where no repository is around it.
 * @param file its absolute path, with `/`
 */
export async function gitExclusion(file: string, read: ReadFile): Promise<GitExclusion | undefined> {
  for (let slash = file.lastIndexOf('/'); slash >= 0; slash = file.lastIndexOf('/', slash - 1)) {
    const folder = file.slice(0, slash);
    const git = await gitFolder(folder, read);
    if (!git) {
      if (slash === 0) return undefined;
      continue;
    }
    const path = file.slice(slash + 1);
    if (await isTracked(git, path, read)) return { tracked: true };
    const common = textOf(await read(`${git}/commondir`))?.trim();
    const exclude = `${common === undefined ? git : from(git, common)}/info/exclude`;
    const line = `/${path.replace(/[\\*?[\]!#]|\s$/g, '\\$&')}`;
    const isThere = textOf(await read(exclude))
      ?.split(/\r?\n/)
      .includes(line);
    return { tracked: false, exclude, line: isThere ? undefined : line };
  }
  return undefined;
}

/** The folder in which git keeps what it knows of a work tree. */
async function gitFolder(folder: string, read: ReadFile): Promise<string | undefined> {
  if (await read(`${folder}/.git/HEAD`)) return `${folder}/.git`;
  const link = /^gitdir: (.+)$/m.exec(textOf(await read(`${folder}/.git`)) ?? '')?.[1];
  return link === undefined ? undefined : from(folder, link.trim());
}

/** Whether git's index names a path: with its length before it, of which the last byte will do, and a zero after it. */
async function isTracked(git: string, path: string, read: ReadFile): Promise<boolean> {
  const index = await read(`${git}/index`);
  if (!index) return false;
  const bytes = new TextEncoder().encode(path);
  const latin = new TextDecoder('latin1');
  const entry = latin.decode(Uint8Array.of(bytes.length & 0xff, ...bytes, 0));
  return latin.decode(index).includes(entry);
}

function from(folder: string, path: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(path) ? path : `${folder}/${path}`;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}
