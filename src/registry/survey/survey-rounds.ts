import type { Clock } from '../../calendar/clock.ts';
import type { Prisma as Client } from '../../database/open.ts';
import type { FieldsOf, SaveOutcome } from '../../records/changes.ts';
import { NEW_DEADLINE } from '../../records/planned.ts';
import {
  ANSWERED_STATUSES,
  type ReplyAnswers,
  ReplyStatus,
  type ReplyWay,
  replyId,
  replyIds,
  type SurveyReplyRow,
} from '../../records/survey-round.ts';
import { newId } from '../editing/new-id.ts';
import type { PersonKey } from '../members/people.ts';
import { type Administrators, ownersOf, rightsOf } from '../members/permissions.ts';
import { readers } from '../read-records.ts';
import { type AllSaved, atomically, noteRefusal, saveChange, saveChanges } from '../save-change.ts';
import { planAsked } from './survey-notices.ts';

// What is done with a survey round as a whole.

/** The row of the yearly template that a round takes the place of, where its date was not confirmed yet. */
const TEMPLATE = 'municipal-survey';

type Due = Pick<
  FieldsOf<'deadline'>,
  'date' | 'event' | 'dueTime' | 'confirmed' | 'submissionYear' | 'leads' | 'recipient'
>;

/** A round as it is opened: its fields, and by when it is to be answered. */
export interface NewRound {
  person: PersonKey;
  /** The submission: the same one arriving twice opens one round. */
  key: string;
  round: Omit<FieldsOf<'surveyRound'>, 'deadlineId' | 'state'>;
  due: Due;
}

/**
 * Opens a round with its deadline: all or nothing. The deadline is the year's row of the template where that waits for
 * its date, else a new one. The last outcome is the round's.
 */
export async function openRound(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, key, round, due }: NewRound,
): Promise<AllSaved> {
  const waiting = await prisma.deadline.findFirst({
    where: { template: TEMPLATE, submissionYear: due.submissionYear, confirmed: false, cancelled: false },
    select: { id: true },
  });
  const id = waiting?.id ?? `register.deadline-${newId()}`;
  const said = { ...due, areaIds: [...new Set(round.groups.flat())], title: round.title, targetYear: round.fiscalYear };
  const by = { person, via: 'form', version: null } as const;
  const imported = { id, asOf: null, sourceText: null };
  return saveChanges(prisma, clock, administrators, [
    waiting
      ? { ...by, key: `${key}:deadline`, kind: 'deadline', id, fields: { ...said, closedDays: 'as-is' } }
      : { ...by, key: `${key}:deadline`, kind: 'deadline', id: null, fields: { ...NEW_DEADLINE, ...said }, imported },
    { ...by, key, kind: 'surveyRound', id: null, fields: { ...round, deadlineId: id, state: 'open' } },
  ]);
}

/** A whole reply, from wherever it comes. */
export interface NewReply {
  person: PersonKey;
  /** The submission: the same one arriving twice is one change. */
  key: string;
  roundId: string;
  /** One of the areas that answer together. */
  areaId: string;
  /** The version that the person saw; null: as it stands now. */
  version: number | null;
  /** Columns that are left out stay as they are. */
  answers: Partial<ReplyAnswers>;
  way: ReplyWay;
  /** Sent in (回答済み); else it is kept as a draft. */
  sent: boolean;
  /** The ground of 代理入力. */
  reason?: string | null;
  /** Numbers that look like personal data were said to be official (rules 3.6). */
  official?: boolean;
}

/**
 * Saves the reply of an area, or of those that answer with it, with version, history and undo like any record. Nothing is
 * published before the round is closed. `gone`: the round does not ask this area.
 */
export async function saveReply(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, key, roundId, areaId, version, answers, way, sent, reason, official }: NewReply,
): Promise<SaveOutcome> {
  const [round] = await readers.surveyRound(prisma, [roundId]);
  const group = round?.groups.find((areaIds) => areaIds.includes(areaId)) ?? [];
  const reply = await prisma.surveyReply.findUnique({ where: { id: replyId(roundId, group) } });
  if (!reply) return { outcome: 'gone' };
  const fields = { ...answers, way, status: statusAfter(ReplyStatus.parse(reply.status), sent) };
  const request = { person, key, via: 'form', kind: 'surveyReply', id: reply.id, version, reason, official } as const;
  return saveChange(prisma, clock, administrators, { ...request, fields });
}

/** What a reply becomes by being written on: what was sent in, or returned, stays that until it is sent in anew. */
export const statusAfter = (status: ReplyStatus, sent: boolean): ReplyStatus => {
  if (sent) return 'answered';
  return status === 'none' ? 'draft' : status;
};

/** Who is asked for an answer. */
export interface Asking {
  person: PersonKey;
  roundId: string;
}

/**
 * Asks all who have not answered, each area once a day at most: how many are asked now, and how many have not answered;
 * null where this person is not the prefecture's.
 */
export async function askUnanswered(
  prisma: Client,
  clock: Clock,
  administrators: Administrators,
  { person, roundId }: Asking,
): Promise<{ asked: number; unanswered: number } | null> {
  const now = clock.now();
  const asked = await atomically(prisma, async (tx) => {
    const [round] = await readers.surveyRound(tx, [roundId]);
    const rights = await rightsOf(tx, person, clock.today(), administrators);
    if (!round || !rights.isPrefectureOver(await ownersOf(tx, round.areaIds))) return null;
    const replies = await readers.surveyReply(tx, replyIds(round));
    const open = round.state === 'open' ? replies.filter(isUnanswered) : [];
    return {
      asked: await planAsked(tx, roundId, open, now),
      unanswered: open.flatMap(({ areaIds }) => areaIds).length,
    };
  });
  if (!asked) await noteRefusal(prisma, now, { person, key: null, kind: 'surveyRound', id: roundId }, 'not-your-area');
  return asked;
}

export const isUnanswered = ({ status }: Pick<SurveyReplyRow, 'status'>): boolean =>
  !ANSWERED_STATUSES.includes(status);
