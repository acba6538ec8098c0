import { redrawAnswers } from '../commands/admin-black-out.ts';
import type { Bot } from '../commands/bot.ts';
import type { Job } from './job.ts';

/** Writes answers anew that were to be and could not: Slack was away, or the bot ended, when something was blacked out. */
export const redraw = (bot: Bot): Job => ({
  name: 'redraw',
  cron: '30 * * * * *',
  async run() {
    await redrawAnswers(bot);
  },
});
