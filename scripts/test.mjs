import './ready.mjs';

const { startVitest } = await import('vitest/node');
const [first, ...others] = process.argv.slice(2);
const isBrowser = first === '--browser';
const filters = isBrowser ? others : process.argv.slice(2);
const vitest = await startVitest('test', filters, {
  watch: false,
  ...(isBrowser && { config: 'vitest.browser.config.ts' }),
});
await vitest?.close();
