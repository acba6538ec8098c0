import type { ChangeAction, ChangeKind } from '../records/changes.ts';

/** A record that was saved at a time, by its last change then. */
export interface SavedRecord {
  at: Date;
  kind: ChangeKind;
  record: string;
  action: ChangeAction;
  /** By name, where that is known. */
  by: string | null;
}

/** Who asks, as far as an answer depends on it: handed to lookup beside the question, never as a part of its text. */
export interface Asker {
  /** The areas that this person works for. */
  areaIds: readonly string[];
  /** By which records may put this person in charge: user id, mail address, and those of whom it deputises for. */
  keys: readonly string[];
  /** The sections (課・係) of its memberships, by id. */
  sectionIds: readonly string[];
  /** Of the prefecture, which confirms the dates of the yearly template. */
  prefecture: boolean;
  /** Who has submitted is told to the prefecture and to the area itself (rules 1.6). */
  seesSubmissionsOf(area: { id: string; name: string; prefecture: string | null }): boolean;
  /** What was saved in the time that the answer is about (`Answer.wantsSaved`), the newest first; else empty. */
  saved: readonly SavedRecord[];
}
