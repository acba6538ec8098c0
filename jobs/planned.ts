import type { KeptNotice, Tx } from '../src/delivery/notice.ts';
import type { Subject } from '../src/delivery/subject.ts';
import { planDirectCopies } from '../src/registry/direct-copies.ts';
import {
  readDeadlineNotice,
  readInitiativeNotice,
  readMeetingNotice,
  type ToSay,
} from '../src/registry/notices/reminding.ts';
import { plannedHeadline, plannedNoticeMessage } from '../src/slack/planned-notice-view.ts';
import type { Message } from '../src/slack/voice.ts';

type Read = (tx: Tx, notice: KeptNotice, now: Date) => Promise<ToSay | { gone: string }>;

const subject = (name: string, read: Read): Subject<Message> => ({
  name,
  async read(tx, notice, now) {
    const reading = await read(tx, notice, now);
    if ('gone' in reading) return reading;
    const { to, inCharge, said } = reading;
    return {
      to,
      inCharge,
      title: (language) => plannedHeadline(said, language),
      message: (language) => plannedNoticeMessage(said, language),
    };
  },
  delivered: (tx, notice, at) => planDirectCopies(tx, read, notice, at),
});

/** Reminders and notices of the dates of meetings, of reporting deadlines and of planned initiatives (rules 7 to 9). */
export const meetings = subject('meeting', readMeetingNotice);
export const deadlines = subject('deadline', readDeadlineNotice);
export const initiatives = subject('initiative', readInitiativeNotice);
