import { prefixOf, statementsOf } from '../../records/answer-statements.ts';
import type { RegistryRecords, StatementRow } from '../../records/rows.ts';
import type { UnderstoodFields } from '../../records/understood.ts';
import { comparable, likeness } from './likeness.ts';

// Which standing record a document speaks of anew: the same area's, and by what makes a record that one.

type Fields<K extends keyof UnderstoodFields> = UnderstoodFields[K];

/** The records that hold, looked through for one area or the areas of a joint sheet. */
export class StandingRecords {
  constructor(
    readonly records: RegistryRecords,
    readonly areaIds: readonly string[],
  ) {}

  answer({ facet }: Pick<Fields<'answer'>, 'facet'>) {
    return this.records.answers.findLast((row) => row.facet === facet && this.#isOurs(row));
  }

  statements(facet: Fields<'answer'>['facet']): StatementRow[] {
    const answer = this.answer({ facet });
    return answer ? statementsOf(answer, this.records.statements) : [];
  }

  hub({ name }: Pick<Fields<'hub'>, 'name'>) {
    const wanted = comparable(name);
    return this.records.hubs.find(
      (row) => this.#touches(row) && [row.name, ...row.aliases].some((each) => comparable(each) === wanted),
    );
  }

  /** Of the survey's sheet where one is read, else of any document. */
  plan({ scene }: Pick<Fields<'plan'>, 'scene'>, isSurvey: boolean) {
    const sheets = new Set(this.records.answers.map(({ id }) => prefixOf(id)));
    const isSheet = (id: string) => sheets.has(id.replace(/\.[^.]*$/, ''));
    return this.records.plans.findLast(
      (row) => row.scene === scene && this.#isOurs(row) && isSheet(row.id) === isSurvey,
    );
  }

  initiative({ scene, title }: Pick<Fields<'initiative'>, 'scene' | 'title'>) {
    const wanted = comparable(title);
    return this.records.initiatives.find(
      (row) => row.areaId === this.areaIds[0] && row.scene === scene && comparable(row.title) === wanted,
    );
  }

  indicator({ title, measure }: Pick<Fields<'indicator'>, 'title' | 'measure'>) {
    return this.records.indicators.find(
      (row) =>
        row.areaId === this.areaIds[0] &&
        comparable(row.title) === comparable(title) &&
        comparable(row.measure) === comparable(measure),
    );
  }

  evaluation({ scene, fiscalYear }: Pick<Fields<'evaluation'>, 'scene' | 'fiscalYear'>) {
    return this.records.evaluations.find(
      (row) => row.areaId === this.areaIds[0] && row.scene === scene && row.fiscalYear === fiscalYear,
    );
  }

  meeting({ title }: Pick<Fields<'meeting'>, 'title'>) {
    return this.records.meetings.find((row) => this.#touches(row) && isSameName(row.title, title));
  }

  survey({ title }: Pick<Fields<'survey'>, 'title'>) {
    return this.records.surveys.find((row) => this.#touches(row) && isSameName(row.title, title));
  }

  /** A joint record is the same one only for all its areas. */
  #isOurs({ areaIds }: { areaIds: readonly string[] }): boolean {
    return areaIds.length === this.areaIds.length && areaIds.every((id) => this.areaIds.includes(id));
  }

  #touches({ areaIds }: { areaIds: readonly string[] }): boolean {
    return areaIds.some((id) => this.areaIds.includes(id));
  }
}

/** One of two names may say more: 「多職種連携研修会」, 「多職種連携研修会（年2回）」. */
function isSameName(one: string, other: string): boolean {
  const [short, long] = [comparable(one), comparable(other)].sort((a, b) => a.length - b.length) as [string, string];
  return long.includes(short) || likeness(one, other) >= SAME_NAME;
}

const SAME_NAME = 0.75;
