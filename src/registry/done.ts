import type { ChangeAction, FieldChanges, HistoryKind } from '../records/changes.ts';

/** One row that an act changed. */
export interface Done {
  kind: HistoryKind;
  record: string;
  changes: FieldChanges;
  /** The row as it was, for whoever takes the act back; null: it is new. */
  former: unknown;
  action?: ChangeAction;
  version?: number;
}
