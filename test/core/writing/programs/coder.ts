// A process that codes: `coder FOLDER NAME SEED COUNT [big | slowly | compact]`. It says what it is about to do
// (`try …`) and what is done (`done …`), each as JSON with the coding's id and the code it has then, null where it is
// removed. The last argument is how: with long memos, with pauses, or compacting its log every now and then.
import { setTimeout } from 'node:timers/promises';
import { seeded } from '../../../../src/core/random';
import { DiskSession } from '../diskSession';

const codes = ['barrier', 'cost', 'skill'];
const path = 'transcripts/a/x.txt';

async function main(folder: string, name: string, seed: string, count: string, way?: string): Promise<void> {
  const random = seeded(Number(seed));
  const pick = (below: number) => Math.floor(random() * below);
  const session = await DiskSession.open(folder, name);
  const { text } = (await session.study.transcript(path))!;
  for (let step = 0; step < Number(count); step++) {
    const code = codes[pick(codes.length)]!;
    const own = random() < 0.2 ? await session.own(path) : [];
    const found = own[pick(own.length)];
    const wanted = found && random() < 0.4 ? null : code;
    const id = found?.coding.id ?? `${name}-${seed}-${step}`;
    const report = (word: string) =>
      process.stdout.write(`${word} ${JSON.stringify({ id, code: wanted })}\n`);
    report('try');
    if (found) await session.change(found, wanted ?? undefined);
    else {
      const start = pick(text.length - 40);
      const memo = way === 'big' && random() < 0.03 ? { memo: 'é'.repeat(pick(60_000)) } : {};
      await session.tag(path, start, start + 1 + pick(39), code, { id, ...memo });
    }
    report('done');
    if (way === 'slowly') await setTimeout(random() * 30);
    if (way === 'compact' && random() < 0.5) await compact(session);
  }
}

/** Another window may write all the time, or the disk be full; then it is left for later. */
async function compact(session: DiskSession): Promise<void> {
  await session.compact(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC' && !error.message.includes('all the time')) throw error;
  });
}

const [folder, name, seed, count, way] = process.argv.slice(2);
main(folder!, name!, seed!, count!, way).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
