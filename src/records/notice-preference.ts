import { z } from 'zod';

/** How somebody wants to hear of what is planned (rules 9.5 and 9.6). It concerns that person alone. */
export const NoticePreference = z.strictObject({
  /** Where reminders reach this person: mentioned in the area's channel, or by direct message. */
  way: z.enum(['channel', 'direct']),
  /** What direct messages, the digest and Home hold: all of the person's areas and sections, or what is in the person's charge. */
  scope: z.enum(['all', 'own']),
  digest: z.enum(['none', 'monday', 'daily']),
  /** 通知を減らす: of a meeting's reminders all, the last one alone, or none. Deadlines cannot be muted. */
  meetings: z.enum(['all', 'last', 'none']),
});
export type NoticePreference = z.infer<typeof NoticePreference>;

/** As long as somebody has chosen nothing. */
export const USUAL_NOTICES: NoticePreference = { way: 'channel', scope: 'all', digest: 'none', meetings: 'all' };
