import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { areaId, optional, required } from './field-shapes.ts';
import { SURVEY_COLUMNS } from './vocabulary.ts';

// 他市町へ聞く: what an area asks its neighbours where nothing is recorded.

/** What is asked about: a column of the survey, or a document or tool. It decides which form takes the answer. */
export const REQUEST_COLUMNS = [...SURVEY_COLUMNS, 'tool'] as const;
export const RequestColumn = z.enum(REQUEST_COLUMNS);
export type RequestColumn = z.infer<typeof RequestColumn>;

/** What an asked area said: it recorded something, or it has nothing. The latter is no record of なし. */
export const NeighbourReply = z.enum(['record', 'nothing']);
export type NeighbourReply = z.infer<typeof NeighbourReply>;

/** A question to the neighbours, as a form gives it. */
export const NeighbourQuestion = z.strictObject({
  areaId,
  question: required,
  purpose: optional,
  column: RequestColumn,
  /** The last day for answers. */
  until: z.iso.date(),
  /** Who is asked. */
  areaIds: z.array(areaId).min(1),
});
export type NeighbourQuestion = z.infer<typeof NeighbourQuestion>;

/** The question that a change answers, and for which of the asked areas. */
export const AnswersRequest = z.object({ request: z.string(), areaId: z.string() });
export type AnswersRequest = z.infer<typeof AnswersRequest>;

/** Whether answers to a question are waited for. */
export const isOpen = ({ closedAt, until }: { closedAt: Date | null; until: string }, today: CalendarDate): boolean =>
  closedAt === null && until >= today;
