// A process that appends: `appender FILE NAME SEED COUNT [UID]`, lines of `{"id","n"}` in writes of 1 to 4, some
// of them long. It says the number of lines that are done, or what it was told instead, and goes on.
import { seteuid } from 'node:process';
import { seeded } from '../../../../src/core/random';
import { appendLinesOnDisk } from '../../../../src/host/diskLog';

async function main(file: string, name: string, seed: string, count: string, uid?: string): Promise<void> {
  if (uid !== undefined) seteuid!(Number(uid));
  const random = seeded(Number(seed));
  for (let done = 0; done < Number(count); ) {
    const length = Math.min(Number(count) - done, 1 + Math.floor(random() * 4));
    const lines = Array.from({ length }, (_, index) => {
      const memo = 'é'.repeat(Math.floor(random() < 0.02 ? random() * 400_000 : random() * 300));
      return JSON.stringify({ id: `${name}-${done + index}`, memo });
    });
    try {
      await appendLinesOnDisk(file, lines);
      done += length;
      process.stdout.write(`done ${done}\n`);
    } catch (error) {
      process.stdout.write(`failed ${done} ${(error as NodeJS.ErrnoException).code}\n`);
      return;
    }
  }
}

const [file, name, seed, count, uid] = process.argv.slice(2);
main(file!, name!, seed!, count!, uid).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
