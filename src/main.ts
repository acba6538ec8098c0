import { converse } from './terminal/converse.ts';
import { run } from './terminal/run.ts';
import { SLACK_COMES_LATER } from './words/terminal.ts';

await run(async (running) => {
  if (running.config.slack.length === 0) return converse(running);
  process.stderr.write(`${SLACK_COMES_LATER(running.config.slack)}\n`);
  return 1;
});
