import { serve } from './serve.ts';
import { run } from './terminal/run.ts';

await run(serve);
