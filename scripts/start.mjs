import './ready.mjs';

const { register } = await import('tsx/esm/api');
register();
await import('../src/main.ts');
