import './ready.mjs';

const { startVitest } = await import('vitest/node');
const [first, ...others] = process.argv.slice(2);
const isBrowser = first === '--browser';
const isFaults = first === '--faults';
// The long form of what is killed, cut and flooded; on PostgreSQL as well where TEST_DATABASE_URL names a server.
if (isFaults) process.env.FAULTS = 'long';
const filters = isBrowser ? others : isFaults ? ['test/faults', ...others] : process.argv.slice(2);
const vitest = await startVitest('test', filters, {
  watch: false,
  ...(isBrowser && { config: 'vitest.browser.config.ts' }),
});
await vitest?.close();
