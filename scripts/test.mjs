import './ready.mjs';

const { startVitest } = await import('vitest/node');
const vitest = await startVitest('test', process.argv.slice(2), { watch: false });
await vitest?.close();
