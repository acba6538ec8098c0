import type { ChangeProblem, FieldChanges, HistoryEntry, SaveOutcome } from '../../records/changes.ts';
import type { CellProblem, Understood } from '../../records/understood.ts';
import type { FiscalYearLabel, StatementStatus, SurveyColumn } from '../../records/vocabulary.ts';
import type { PersonKey } from '../members/people.ts';
import type { GoneRecord } from './gone.ts';
import type { WantedChange } from './to-changes.ts';

// What is said of a document that somebody brings, and what came of it.

/** A document that somebody brings. */
export interface DocumentImport {
  person: PersonKey;
  understood: Understood;
  /** The file's fingerprint. */
  digest: string;
  title: string;
  /** Whose it is, where the document does not say; where it does, the two must agree. */
  area: string | null;
  /** For which fiscal year it is taken; likewise. */
  fiscalYear: FiscalYearLabel | null;
  asOf: string | null;
  /** How statements stand as a person said, by their id: those that were asked, and any other. */
  answers: Readonly<Record<string, StatementStatus>>;
  /** Topics and tools that a person took away from what was proposed for a statement, by its id. */
  removed?: Readonly<Record<string, readonly string[]>>;
  /** Numbers that look like personal data were said to be official ones (rules 3.6). */
  official: boolean;
  /** The ground of 代理入力. */
  reason: string | null;
  /** What is proposed and is not to be taken, by id or by name. */
  without?: readonly string[];
  /** Only to be looked at: nothing is saved. */
  dryRun: boolean;
  /** The submission: the same one arriving twice is one import. */
  run?: string;
  /** The versions that the person saw, by `kind:id`; absent: records as they stand now. */
  seen?: Readonly<Record<string, number>>;
  /** Whether it is entered in these areas' stead; absent: where a ground is given. */
  isInStead?: (areaIds: readonly string[]) => boolean;
}

/** What keeps a document from being taken, at its cell. */
export interface ImportProblem {
  at: string;
  code:
    | CellProblem['code']
    | ChangeProblem['code']
    | 'nothing'
    | 'no-area'
    | 'unknown-area'
    | 'other-area'
    | 'other-year'
    | 'no-as-of'
    /** Two sheets of one area. */
    | 'twice'
    /** Not this person's to change; a hub's, where it is no reply to a survey. */
    | 'refused'
    | 'hub'
    | 'needs-reason'
    /** Somebody changed it since it was shown. */
    | 'conflict'
    | 'not-saved';
  value: string | null;
}

export interface ImportedRecord {
  state: 'new' | 'changed' | 'same';
  kind: WantedChange['kind'];
  name: string;
  at: string;
  changes: FieldChanges;
  /** The record, and the version that it had; null: a new one. */
  record: string | null;
  version: number | null;
  fields: Readonly<Record<string, unknown>>;
  /** The entry of history. */
  entry: string | null;
  /** A hub's: it waits for its town. */
  drafted: boolean;
}

/** A statement of a reply as it is proposed. */
export interface ProposedStatement {
  id: string;
  at: string;
  /** The reply, and its column. */
  reply: string;
  column: SurveyColumn;
  /** The record that it goes on from. */
  from: string | null;
  text: string;
  /** Null: asked, and not answered yet. */
  status: StatementStatus | null;
  /** By the lexicon; tools by id. */
  topics: string[];
  tools: string[];
}

/** What one sheet, or the whole of another document, is about. */
export interface ReadPart {
  areaIds: string[];
  fiscalYear: FiscalYearLabel;
  asOf: string;
  /** The reply that it becomes; null: it changes the records. */
  reply: string | null;
  round: string | null;
}

/** What the document's words seem to name. It is taken as it is, unless somebody says that it is not meant. */
export interface Proposal {
  kind: 'tool' | 'meeting' | 'survey';
  id: string;
  name: string;
  /** The names of the areas for which it is proposed. */
  areas: string[];
  at: string;
  text: string;
  taken: boolean;
}

export interface DocumentReport {
  problems: ImportProblem[];
  warnings: CellProblem[];
  /** Statements whose words speak for two states. */
  asked: { id: string; at: string; text: string }[];
  records: ImportedRecord[];
  parts: ReadPart[];
  statements: ProposedStatement[];
  proposals: Proposal[];
  /** What stands from a former edition and is not in this one. The import leaves it as it is. */
  gone: GoneRecord[];
  refused: Extract<SaveOutcome, { outcome: 'refused' }> | null;
  conflicts: { kind: WantedChange['kind']; fields: string[]; others: HistoryEntry[] }[];
  saved: boolean;
}
