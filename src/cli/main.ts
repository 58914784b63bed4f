import { setFlagsFromString } from 'node:v8';
import { output } from './output';
import { run } from './run';

// Texts are read once and dropped: without this they pile up to four times what is kept before they are freed.
setFlagsFromString('--heap-growing-percent=50');
// Where all processors read, none is free to help with collecting, and waiting for help takes longer than it saves.
setFlagsFromString('--no-parallel-scavenge');
// Much of what is run is run some hundred times: the quickly made machine code of the first compiler pays at once.
setFlagsFromString('--always-sparkplug');

run(process.argv.slice(2), output).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    output.message(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
