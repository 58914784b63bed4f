import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // Nothing is timed here: the limit is only for what hangs, on a machine that may be busy.
      { test: { name: 'core', include: ['test/core/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          fileParallelism: false,
          // A page on a busy machine may lose a key; what fails twice has failed.
          retry: 1,
          testTimeout: 180_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
