import type Mocha from 'mocha';

/**
 * Keeps errors of VS Code's own Git from failing whichever test is running: when a test takes a repository away, it
 * still writes to a git that has ended. Everything else that nobody catches fails the test as ever. The extension host
 * wraps listeners, so that none can be taken away from the process: it has to be done before a runner listens.
 */
export function leaveOutOthers({ prototype }: typeof Mocha.Runner): void {
  const runner = prototype as unknown as { _uncaught: (this: unknown, error: unknown) => void };
  const uncaught = runner._uncaught;
  runner._uncaught = function (error) {
    if (!isOfGit(error)) uncaught.call(this, error);
  };
}

function isOfGit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (code === 'EPIPE' && syscall === 'write') || /[\\/]extensions[\\/]git[\\/]/.test(error.stack ?? '');
}
