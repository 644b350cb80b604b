// Unit and integration tests in plain Node. Order is shuffled: a test that needs another one fails soon.
import { defineConfig } from 'vitest/config';

// In continuous integration a test that fails is run once more, and told by name if it passes then.
const common = { retry: process.env.CI ? 1 : 0, allowOnly: false, sequence: { shuffle: true }, restoreMocks: true };

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      {
        test: {
          ...common,
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'test/faults/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          setupFiles: ['test/support/judges/every-letter.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          name: 'providers',
          include: ['test/providers/**/*.test.ts'],
          globalSetup: ['test/providers/own-network.ts'],
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
