import type { RegistryRecords } from './rows.ts';
import type { SurveyRoundRow } from './survey-round.ts';

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
  return { ...records, ...none, ...kept, surveyRounds: [] };
}
