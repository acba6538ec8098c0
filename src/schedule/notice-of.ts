import type { NoticeAudience, NoticeFacts, NoticeKind, NoticeSubject, PlannedNotice } from './planned-notice.ts';

/** The record that notices speak of. */
export interface NoticeRecord {
  recordKind: NoticeSubject;
  recordId: string;
}

/** What one notice says, to whom, and when. */
export interface NoticeDraft {
  kind: NoticeKind;
  /** What sets this occasion apart from others of its kind: its day, its lead time, the number of the change. */
  occasion: string;
  areaId: string | null;
  audience: NoticeAudience;
  dueAt: Date;
  expiresAt: Date | null;
  facts: Partial<NoticeFacts>;
}

const NO_FACTS: NoticeFacts = { day: null, time: null, lead: null, formerDay: null, formerTime: null, steps: [] };

/** A planned notice with its key. */
export function noticeOf({ recordKind, recordId }: NoticeRecord, draft: NoticeDraft): PlannedNotice {
  const { kind, areaId, audience, dueAt, expiresAt } = draft;
  const occasion = `${recordKind}:${recordId}:${kind}:${draft.occasion}`;
  return {
    key: `${occasion}>${areaId ?? 'prefecture'}:${audience}`,
    occasion,
    kind,
    recordKind,
    recordId,
    areaId,
    audience,
    dueAt,
    expiresAt,
    facts: { ...NO_FACTS, ...draft.facts },
  };
}
