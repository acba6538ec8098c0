import { defineConfig } from 'vitest/config';

// npm run test:browser: the page in a real Chromium, apart from npm test, which needs none.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/database/snapshot-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
