import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Clock } from '../calendar/clock.ts';
import type { DateRange } from '../calendar/fiscal-year.ts';
import type { Prisma as Client } from '../database/open.ts';
import type { Asker } from '../lookup/asker.ts';
import type {
  ChangeKind,
  DraftOutcome,
  DraftToDecide,
  FieldChanges,
  FieldsOf,
  FormerState,
  HistoryEntry,
  HistoryKind,
  MayChange,
  PressOutcome,
  SaveOutcome,
  WaitingDraft,
} from '../records/changes.ts';
import type { RegistryRecords } from '../records/rows.ts';
import type { Scene } from '../records/vocabulary.ts';
import { askerOf } from './answers/asker.ts';
import { redrawn, type StandingAnswer, standingAnswers } from './answers/standing-answers.ts';
import { type BlackOut, type BlackOutOutcome, blackOut, findText } from './black-out.ts';
import { type DraftDecision, decideDraft } from './drafts.ts';
import { draftToDecide, waitingDrafts } from './kept-drafts.ts';
import {
  evaluationToStart,
  formerStates,
  historyOf,
  lastChanges,
  mayChange,
  type OpenRecord,
  openRecord,
  type RecentChange,
  recentChanges,
  type Target,
} from './look-back.ts';
import type { PersonKey } from './members/people.ts';
import { type Administrators, type Rights, rightsOf } from './members/permissions.ts';
import { draftChanges } from './notices/draft-notices.ts';
import { type NoticePress, type NoticePressOutcome, pressNotice } from './notices/notice-presses.ts';
import { type Held, recordHeld } from './planned/held.ts';
import { confirmRecord, confirmScene, type Press, undoChange, type Withdrawable, withdrawRecord } from './press.ts';
import { type FromRegistry, reportSource } from './report-source.ts';
import { type AllSaved, type ChangeRequest, noteRefusal, saveChange, saveChanges } from './save-change.ts';
import { changedAreas } from './survey/survey-publishing.ts';
import {
  type Asking,
  askUnanswered,
  type NewReply,
  type NewRound,
  openRound,
  saveReply,
} from './survey/survey-rounds.ts';

/**
 * Every change that people make to records goes through here: who may, which version, history, in one transaction.
 * What it is told arrives at every copy of the bot with the next question.
 */
export class Registrar {
  constructor(
    readonly prisma: Client,
    readonly clock: Clock,
    readonly administrators: Administrators,
  ) {}

  save<K extends ChangeKind>(request: ChangeRequest<K>): Promise<SaveOutcome> {
    return saveChange(this.prisma, this.clock, this.administrators, request as ChangeRequest);
  }

  /** All or none. */
  saveAll(requests: readonly ChangeRequest[]): Promise<AllSaved> {
    return saveChanges(this.prisma, this.clock, this.administrators, requests);
  }

  /** 了解, あとで, 担当ではない at a notice, and 取り消す. */
  pressNotice(press: NoticePress): Promise<NoticePressOutcome> {
    return pressNotice(this.prisma, this.clock, this.administrators, press);
  }

  /** How a date of a meeting went, with the initiatives chosen for it (rules 7.5). */
  held(held: Held): Promise<AllSaved> {
    return recordHeld(this.prisma, this.clock, this.administrators, held);
  }

  /** Opens a survey round with its deadline; the last outcome is the round's. */
  openRound(round: NewRound): Promise<AllSaved> {
    return openRound(this.prisma, this.clock, this.administrators, round);
  }

  /** A whole reply to a survey round, as far as it goes. */
  saveReply(reply: NewReply): Promise<SaveOutcome> {
    return saveReply(this.prisma, this.clock, this.administrators, reply);
  }

  /** The areas whose records were changed after their reply was sent in: what closing the round carries over. */
  changedSinceReplies(roundId: string): Promise<string[]> {
    return changedAreas(this.prisma, roundId);
  }

  /** Asks all who have not answered a round; null where this person may not. */
  askUnanswered(asking: Asking): Promise<{ asked: number; unanswered: number } | null> {
    return askUnanswered(this.prisma, this.clock, this.administrators, asking);
  }

  /** 内容確認（変更なし） of a record. */
  confirm(press: Press & { kind: ChangeKind; id: string }): Promise<PressOutcome> {
    return confirmRecord(this.prisma, this, press);
  }

  /** 内容確認（変更なし） of an area's whole scene: an outcome a record. */
  confirmScene(press: Press & { areaId: string; scene: Scene }): Promise<PressOutcome[]> {
    return confirmScene(this.prisma, this, press);
  }

  undo(press: Press & { entry: string }): Promise<PressOutcome> {
    return undoChange(this.prisma, this, press);
  }

  withdraw(press: Press & { kind: Withdrawable; id: string; reason: string | null }): Promise<PressOutcome> {
    return withdrawRecord(this.prisma, this, press);
  }

  /** What somebody is at this moment. */
  rights(person: PersonKey, day: CalendarDate = this.clock.today()): Promise<Rights> {
    return rightsOf(this.prisma, person, day, this.administrators);
  }

  /** What an answer may hang on of the person who asks. */
  asker(person: PersonKey, saved: DateRange | null): Promise<Asker> {
    return askerOf(this.prisma, person, this.clock.today(), this.administrators, saved);
  }

  /** Whether somebody may change a record, or add one to these areas; null where there is no such record. */
  mayChange(person: PersonKey, target: Target): Promise<MayChange | null> {
    return mayChange(this.prisma, person, target, this.clock.today(), this.administrators);
  }

  /** Notes for the audit that somebody tried what is not theirs to do. */
  refused(person: PersonKey, kind: HistoryKind, id: string | null, because: string, key: string | null = null) {
    return noteRefusal(this.prisma, this.clock.now(), { person, key, kind, id }, because);
  }

  open<K extends ChangeKind>(kind: K, id: string): Promise<OpenRecord<K> | null> {
    return openRecord(this.prisma, kind, id);
  }

  history(kind: HistoryKind, record: string, take?: number): Promise<HistoryEntry[]> {
    return historyOf(this.prisma, kind, record, take);
  }

  /** The last changes of records by anybody, the newest first. */
  recent(take: number): Promise<RecentChange[]> {
    return recentChanges(this.prisma, take);
  }

  /** Who changed each of these records last. */
  lastChanges(kind: HistoryKind, ids: readonly string[]): Promise<Map<string, HistoryEntry>> {
    return lastChanges(this.prisma, kind, ids);
  }

  formerStates(kind: ChangeKind, record: string): Promise<FormerState[]> {
    return formerStates(this.prisma, kind, record);
  }

  /** What documents are made from; `day`: as initiatives and 目指す姿 stood then. */
  reportSource(records: RegistryRecords, day: CalendarDate | null): Promise<FromRegistry> {
    return reportSource(this.prisma, this.clock.now(), records, day);
  }

  evaluationToStart(of: Pick<FieldsOf<'evaluation'>, 'areaId' | 'scene' | 'fiscalYear'>) {
    return evaluationToStart(this.prisma, of);
  }

  drafts(areaIds: readonly string[]): Promise<WaitingDraft[]> {
    return waitingDrafts(this.prisma, areaIds);
  }

  /** One of them, with what was decided of it. */
  draft(id: string): Promise<DraftToDecide | null> {
    return draftToDecide(this.prisma, id);
  }

  /** What the record says now, and what a draft wants it to say. */
  draftChanges(draft: WaitingDraft): Promise<FieldChanges> {
    return draftChanges(this.prisma, draft);
  }

  decideDraft(decision: DraftDecision): Promise<DraftOutcome> {
    return decideDraft(this.prisma, this.clock, this.administrators, decision);
  }

  /** Where a text stands, before it is blacked out. */
  findText(person: PersonKey, text: string): Promise<BlackOutOutcome> {
    return findText(this.prisma, this.clock, this.administrators, person, text);
  }

  /** 墨消し. */
  blackOut(request: BlackOut): Promise<BlackOutOutcome> {
    return blackOut(this.prisma, this.clock, this.administrators, request);
  }

  /** Answers of the bot that stand in Slack; `redraw`: those that are to be written anew. */
  standingAnswers(redraw = false): Promise<StandingAnswer[]> {
    return standingAnswers(this.prisma, redraw);
  }

  redrawn(id: string): Promise<void> {
    return redrawn(this.prisma, id);
  }
}
