// Tests that drive the real program in Electron. Each starts its own copy with a profile of its own, so they need no order.
import { defineConfig } from '@playwright/test';

const project = (name: string) => ({ name, testDir: `test/${name}`, outputDir: `test-results/${name}` });

// One keyring and one installation at a time: `workers` of these two.
export default defineConfig({
  globalSetup: './test/support/global-setup.ts',
  projects: [project('e2e'), { ...project('vault'), workers: 1 }, { ...project('package'), workers: 1 }],
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // Nobody sits beside continuous integration: a test that fails there is run once more, and told by name if it passes then.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/{testFileDir}/screens/{arg}{ext}',
});
