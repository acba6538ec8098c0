import type { LeadTime } from './lead-time.ts';
import type { ClosedDaysRow } from './office-calendars.ts';
import type { OfficeSettingsRow } from './office-settings.ts';
import type { DeadlineRow, MeetingPlanRow, OccurrenceRow, SubmissionRow } from './planned.ts';
import type { SurveyReplyRow, SurveyRoundRow } from './survey-round.ts';
import type {
  AccessWay,
  Facet,
  HubMode,
  InitiativeStatus,
  MeetingKind,
  MeetingStatus,
  Scene,
  Stated,
  StatementStatus,
  ToolKind,
  ToolRole,
  ValueKind,
} from './vocabulary.ts';

// The registry's records as plain data: what the shipped files are read into, what the database holds, and what lookup
// works on. Areas, sources and tools are referred to by id.

export type AreaKind = 'municipality' | 'district' | 'union' | 'prefecture' | 'unnamed';

export interface AreaRow {
  id: string;
  name: string;
  kind: AreaKind;
  code: string | null;
  reading: string | null;
  romaji: string | null;
  prefecture: string | null;
  aliases: string[];
  covers: string[];
  mayWriteFor: string[];
  mustSubmitFor: string[];
}

export interface SourceRow {
  id: string;
  title: string;
  publisher: string;
  kind: string;
  asOf: string;
  fiscalYear: string;
  state: 'confirmed' | 'draft';
  note: string | null;
}

/** What every record carries about where it stands. */
export interface Placed {
  id: string;
  sourceId: string;
  place: string;
  asOf: string;
}

/** One cell of a survey sheet. */
export interface SurveyAnswerRow {
  id: string;
  sourceId: string;
  sheet: number;
  areaIds: string[];
  facet: Facet | 'vision';
  stated: Stated;
  /** Null: as of when its document says. */
  asOf: string | null;
}

export interface NumberFact {
  of: string;
  value: number;
  unit: string;
  kind: ValueKind;
  note: string | null;
}

export interface StatementRow extends Placed {
  areaIds: string[];
  facet: Facet;
  status: StatementStatus;
  text: string;
  english: string;
  also: Facet[];
  scenes: Scene[];
  topics: string[];
  numbers: NumberFact[];
  when: string | null;
}

export interface HubRow extends Placed {
  areaIds: string[];
  name: string;
  aliases: string[];
  mode: HubMode;
  operator: string | null;
  location: string | null;
  since: string | null;
  tel: string | null;
  note: string | null;
  english: string;
}

export interface ScenePlanRow extends Placed {
  areaIds: string[];
  scene: Scene;
  printed: string | null;
  period: string | null;
  stated: Stated;
  vision: string | null;
  goal: string | null;
  english: string;
}

export interface ToolRow {
  id: string;
  name: string;
  kind: ToolKind;
  maker: string | null;
  english: string | null;
  aliases: string[];
  note: string | null;
}

export interface ToolUseRow extends Placed {
  toolId: string;
  areaIds: string[];
  name: string;
  maker: string | null;
  role: ToolRole;
  ways: AccessWay[];
  access: string | null;
  link: string | null;
  contact: string | null;
  terms: string | null;
  since: string | null;
  status: StatementStatus;
  purpose: string | null;
  statementIds: string[];
}

export interface InitiativeItemRow {
  id: string;
  title: string;
  status: InitiativeStatus;
  memo: string | null;
  english: string;
}

export interface InitiativeRow extends Placed {
  areaId: string;
  scene: Scene;
  /** Further scenes for which it holds. */
  alsoScenes: Scene[];
  printedScene: string | null;
  title: string;
  projectItems: string[];
  content: string | null;
  english: string;
  status: InitiativeStatus;
  sourceText: string | null;
  fiscalYear: string | null;
  date: string | null;
  dateNote: string | null;
  location: string | null;
  participants: number | null;
  members: string | null;
  host: string | null;
  coHost: string | null;
  method: string | null;
  target: string | null;
  memo: string | null;
  topics: string[];
  numbers: NumberFact[];
  /** The section (課・係) in charge. */
  sectionId: string | null;
  /** When it is reminded of while it is planned; null: as usual. */
  leads: LeadTime[] | null;
  items: InitiativeItemRow[];
}

export interface IndicatorValueRow {
  id: string;
  fiscalYear: string;
  kind: ValueKind;
  value: number | null;
  state: string | null;
  note: string | null;
  asOf: string | null;
}

export interface IndicatorRow extends Placed {
  areaId: string;
  title: string;
  measure: string;
  unit: string;
  scene: Scene | null;
  english: string;
  aliases: string[];
  values: IndicatorValueRow[];
}

export interface Bullet {
  text: string;
  en: string;
}

export interface EvaluationRow extends Placed {
  areaId: string;
  scene: Scene;
  fiscalYear: string;
  rating: number | null;
  draft: boolean;
  done: Bullet[];
  checked: Bullet[];
  changed: Bullet[];
  nextPlan: Bullet[];
}

export interface MeetingRow extends Placed {
  areaIds: string[];
  title: string;
  kind: MeetingKind;
  status: MeetingStatus;
  perYear: number | null;
  frequency: string | null;
  dates: string[];
  time: string | null;
  method: string | null;
  host: string | null;
  members: string | null;
  theme: string | null;
  location: string | null;
}

export interface SurveyRow extends Placed {
  areaIds: string[];
  title: string;
  target: string | null;
  method: string | null;
  answers: string | null;
  questions: string | null;
  when: string | null;
  next: string | null;
  link: string | null;
  status: MeetingStatus;
}

export type LexiconWeight = 'strong' | 'medium' | 'weak';

export interface LexiconRow {
  id: string;
  /** `concept`: something records speak of; the other kinds steer how a question is taken. */
  kind: string;
  label: string;
  members: string[];
  asked: string[];
  english: string[];
  except: string[];
  remedies: string[];
  weight: LexiconWeight;
}

/** All that lookup needs to know. */
export interface RegistryRecords {
  areas: AreaRow[];
  sources: SourceRow[];
  answers: SurveyAnswerRow[];
  statements: StatementRow[];
  hubs: HubRow[];
  plans: ScenePlanRow[];
  tools: ToolRow[];
  toolUses: ToolUseRow[];
  initiatives: InitiativeRow[];
  indicators: IndicatorRow[];
  evaluations: EvaluationRow[];
  meetings: MeetingRow[];
  surveys: SurveyRow[];
  meetingPlans: MeetingPlanRow[];
  occurrences: OccurrenceRow[];
  deadlines: DeadlineRow[];
  submissions: SubmissionRow[];
  surveyRounds: SurveyRoundRow[];
  surveyReplies: SurveyReplyRow[];
  closedDays: ClosedDaysRow[];
  officeSettings: OfficeSettingsRow[];
  lexicon: LexiconRow[];
}

export const emptyRecords = (): RegistryRecords => ({
  areas: [],
  sources: [],
  answers: [],
  statements: [],
  hubs: [],
  plans: [],
  tools: [],
  toolUses: [],
  initiatives: [],
  indicators: [],
  evaluations: [],
  meetings: [],
  surveys: [],
  meetingPlans: [],
  occurrences: [],
  deadlines: [],
  submissions: [],
  surveyRounds: [],
  surveyReplies: [],
  closedDays: [],
  officeSettings: [],
  lexicon: [],
});
