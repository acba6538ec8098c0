import type { RegistryRecords } from './rows.ts';
import { replyIds, type SurveyReplyRow, type SurveyRoundRow } from './survey-round.ts';

/** A record that may be spoken for anew by a later survey. */
interface Spoken {
  id: string;
  areaIds: string[];
}

/** Lists whose records a survey's replies replace. */
const SPOKEN = ['answers', 'statements', 'hubs', 'plans', 'toolUses'] as const;

/** Which records still hold, and for whom: what a closed survey asked anew stands as the state of its own day. */
export class SurveyYears {
  readonly #replaced = new Map<string, Set<string>>();

  constructor(rounds: readonly Pick<SurveyRoundRow, 'published'>[]) {
    for (const { published } of rounds) {
      for (const [id, areaIds] of Object.entries(published?.replaced ?? {})) {
        const known = this.#replaced.get(id) ?? new Set();
        for (const area of areaIds) known.add(area);
        this.#replaced.set(id, known);
      }
    }
  }

  /** The areas for which a record still holds; none where later surveys have all of them. */
  areasOf({ id, areaIds }: Spoken): string[] {
    const gone = this.#replaced.get(id);
    return gone ? areaIds.filter((area) => !gone.has(area)) : areaIds;
  }

  /** Those of `rows` that still hold, each for whom it does. */
  standing<Row extends Spoken>(rows: readonly Row[]): Row[] {
    if (this.#replaced.size === 0) return [...rows];
    return rows.flatMap((row) => {
      const areaIds = this.areasOf(row);
      if (areaIds.length === 0) return [];
      return areaIds.length === row.areaIds.length ? [row] : [{ ...row, areaIds }];
    });
  }
}

/** What surveys speak for, with the rounds that say so. */
export type SurveyedRecords = Pick<RegistryRecords, (typeof SPOKEN)[number] | 'surveyRounds'>;

/** The records as they hold now. */
export function standingRecords<R extends SurveyedRecords>(records: R): R {
  if (!records.surveyRounds.some(({ published }) => published)) return records;
  const years = new SurveyYears(records.surveyRounds);
  return {
    ...records,
    answers: years.standing(records.answers),
    statements: years.standing(records.statements),
    hubs: years.standing(records.hubs),
    plans: years.standing(records.plans),
    toolUses: years.standing(records.toolUses),
  };
}

/** What one survey alone says, by its source: the state as of its day, whatever came after. */
export function recordsOfSurvey(records: RegistryRecords, sourceId: string): RegistryRecords {
  const own = ({ id }: { id: string }) => id.startsWith(`${sourceId}.`);
  const none = { initiatives: [], indicators: [], evaluations: [], meetings: [], surveys: [] };
  const kept = Object.fromEntries(SPOKEN.map((list) => [list, (records[list] as Spoken[]).filter(own)]));
  // Its round stays, as far as it says how the answers came; what it replaced is of no matter to it.
  const surveyRounds = records.surveyRounds.flatMap(({ published, ...round }) =>
    published?.sourceId === sourceId ? [{ ...round, published: { ...published, replaced: {} } }] : [],
  );
  return { ...records, ...none, ...kept, surveyRounds };
}

/** What a published record's id begins with: of which reply it is. */
export const sheetOf = (sourceId: string, areaIds: readonly string[]): string => `${sourceId}.${areaIds.join('-')}`;

/** The replies that the prefecture made in the town's stead (代理入力), as the ids of what they published begin. */
export function sheetsInStead({
  surveyRounds,
  surveyReplies,
}: Pick<RegistryRecords, 'surveyRounds' | 'surveyReplies'>): ReadonlySet<string> {
  const replies = new Map(surveyReplies.map((reply) => [reply.id, reply]));
  const ofRound = ({ published, ...round }: SurveyRoundRow): string[] => {
    const all = published ? replyIds(round).flatMap((id) => replies.get(id) ?? []) : [];
    const made = all.filter(({ way }: SurveyReplyRow) => way === 'in-stead');
    return made.map(({ areaIds }) => sheetOf(published?.sourceId ?? '', areaIds));
  };
  return new Set(surveyRounds.flatMap(ofRound));
}
