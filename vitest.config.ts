import { defineConfig } from 'vitest/config';

const shared = { pool: 'forks', testTimeout: 120_000, hookTimeout: 120_000 } as const;

/** Files that look at the clock, end threads or processes, or take much memory: one after the other, the others two at a time. */
const ALONE = ['e2e', 'pool', 'api', 'cli', 'bad-input'].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'alone',
          include: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'in pairs',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
