import type Mocha from 'mocha';

/**
 * Keeps errors of VS Code's own Git from failing whichever test is running: when a test takes a repository away, it
 * still writes to a git that has ended. Everything else that nobody catches fails the test as ever.
 */
export function leaveOutOthers(runner: Mocha.Runner): void {
  const { uncaught } = runner as unknown as { uncaught: (error: unknown) => void };
  process.off('uncaughtException', uncaught);
  process.on('uncaughtException', (error) => {
    if (!isOfGit(error)) uncaught(error);
  });
}

function isOfGit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (code === 'EPIPE' && syscall === 'write') || /[\\/]extensions[\\/]git[\\/]/.test(error.stack ?? '');
}
