import { format } from 'node:util';

/**
 * Marks what this process prints, where the runner asks for that: the page it reaches the terminal through
 * mixes it with the workbench's own messages.
 */
export function markConsole(mark: string | undefined): void {
  if (!mark) return;
  const original = globalThis.console;
  const marked = Object.create(original);
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    // Defined, not assigned: VS Code's own console ignores assignments.
    Object.defineProperty(marked, method, {
      value: (...args: unknown[]) => original[method](mark + format(...args)),
    });
  }
  globalThis.console = marked;
}
