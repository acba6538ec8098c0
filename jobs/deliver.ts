import type { Delivery } from '../src/delivery/delivery.ts';
import type { Message } from '../src/slack/voice.ts';
import type { Job } from './job.ts';

/** Hands over the notices that are due, each second. */
export const deliver = (delivery: Delivery<Message>): Job => ({
  name: 'deliver',
  cron: '* * * * * *',
  run: () => delivery.tick(),
});
