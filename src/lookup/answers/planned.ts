import type { Answer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { chainAnswer } from './chain.ts';
import { deadlinesAnswer } from './deadlines.ts';
import { meetingsAnswer } from './meetings.ts';
import { ownWork } from './own-work.ts';
import { submissionsAnswer } from './submissions.ts';
import { yearAgo } from './year-ago.ts';

/**
 * Questions about meetings and reporting deadlines that are registered here, and what somebody has to do: 「次の締切は？」
 * 「今週、私がやることは？」; null where it is none, and documents are asked.
 */
export const plannedAnswer = (inquiry: Inquiry): Answer | null =>
  chainAnswer(inquiry) ??
  submissionsAnswer(inquiry) ??
  ownWork(inquiry) ??
  yearAgo(inquiry) ??
  deadlinesAnswer(inquiry) ??
  meetingsAnswer(inquiry);
