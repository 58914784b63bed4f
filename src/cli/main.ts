import { output } from './output';
import { run } from './run';

run(process.argv.slice(2), output).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    output.message(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
