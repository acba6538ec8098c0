import { z } from 'zod';

/** How long ahead a reminder goes out: 7開庁日前, 14日前; no days is 当日. */
export const LeadTime = z.object({
  unit: z.enum(['business-days', 'days']),
  count: z.number().int().min(0).max(366),
});
export type LeadTime = z.infer<typeof LeadTime>;
