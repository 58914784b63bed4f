import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { workBeside } from './beside/thread';
import { output } from './output';
import { run } from './run';

// Texts are read once and dropped: without this they pile up to four times what is kept before they are freed.
setFlagsFromString('--heap-growing-percent=50');

if (isMainThread) {
  run(process.argv.slice(2), output).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      output.message(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
} else void workBeside();
