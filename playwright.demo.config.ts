// The demo: the same program in the same hands as in the tests, on a computer that need not have the tests' servers and judges.
import { defineConfig } from '@playwright/test';

export default defineConfig({ testDir: 'test/demo', outputDir: 'test-results/demo', expect: { timeout: 10_000 }, timeout: 120_000 });
