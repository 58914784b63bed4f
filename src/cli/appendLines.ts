import { open } from 'node:fs/promises';

const newline = 0x0a;

/** Adds lines at the end of a file in one write, each at the start of a line, and waits until they are on disk. */
export async function appendLines(path: string, lines: readonly string[]): Promise<void> {
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.of(newline);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const separator = last[0] === newline ? '' : '\n';
    await file.writeFile(separator + lines.map((line) => `${line}\n`).join(''), 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}
