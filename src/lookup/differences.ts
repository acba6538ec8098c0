import type { RegistryRecords } from '../records/rows.ts';
import { SurveyYears } from '../records/survey-years.ts';
import { SURVEY_COLUMNS, type SurveyColumn } from '../records/vocabulary.ts';

/** What a town may learn from others: where they have something and it has not. */
export interface Differences {
  /** The smallest district it lies in with some towns; null: none is known, and the whole prefecture is looked at. */
  district: string | null;
  /** Survey columns that it left empty or answered with なし, though others state something. */
  columns: { facet: SurveyColumn; own: 'none' | 'blank'; others: number; of: number }[];
  /** What towns around it use and none of its own records names; the most widely used first. */
  tools: { name: string; areas: string[] }[];
}

const MOST_TOOLS = 5;
/** A district of two towns shows little. */
const SOME = 3;

/** What differs around a town, from the records alone. */
export function differencesAround(records: RegistryRecords, areaId: string): Differences {
  const own = records.areas.find((area) => area.id === areaId);
  const towns = records.areas.filter(
    (area) => area.kind === 'municipality' && area.prefecture === own?.prefecture && area.id !== areaId,
  );
  const districts = records.areas
    .filter((area) => area.kind !== 'prefecture' && area.covers.includes(areaId))
    .sort((a, b) => a.covers.length - b.covers.length);
  const district = districts.find((area) => area.covers.length >= SOME) ?? districts.at(-1);
  const near = new Set(towns.map(({ id }) => id).filter((id) => !district || district.covers.includes(id)));
  return {
    district: district?.name ?? null,
    columns: columnsWithout(
      records,
      areaId,
      towns.map(({ id }) => id),
    ),
    tools: toolsWithout(records, areaId, near),
  };
}

function columnsWithout(records: RegistryRecords, areaId: string, others: readonly string[]): Differences['columns'] {
  const answers = new SurveyYears(records.surveyRounds).standing(records.answers);
  return SURVEY_COLUMNS.flatMap((facet) => {
    const cells = answers.filter((cell) => cell.facet === facet);
    const own = cells.filter((cell) => cell.areaIds.includes(areaId)).map((cell) => cell.stated);
    const [stated] = own;
    if (stated === undefined || own.includes('yes') || stated === 'yes') return [];
    const telling = new Set(cells.filter((cell) => cell.stated === 'yes').flatMap((cell) => cell.areaIds));
    const count = others.filter((id) => telling.has(id)).length;
    return count > 0 ? [{ facet, own: stated, others: count, of: others.length }] : [];
  });
}

function toolsWithout(records: RegistryRecords, areaId: string, near: ReadonlySet<string>): Differences['tools'] {
  const users = new Map<string, Set<string>>();
  const uses = new SurveyYears(records.surveyRounds).standing(records.toolUses);
  for (const use of uses.filter(({ status }) => status === 'doing')) {
    const areas = users.get(use.toolId) ?? new Set();
    for (const id of use.areaIds) areas.add(id);
    users.set(use.toolId, areas);
  }
  const named = (id: string) => records.areas.find((area) => area.id === id)?.name ?? id;
  return records.tools
    .flatMap(({ id, name }) => {
      const areas = users.get(id);
      const around = [...(areas ?? [])].filter((area) => near.has(area));
      return areas && !areas.has(areaId) && around.length > 0 ? [{ name, areas: around }] : [];
    })
    .sort((a, b) => b.areas.length - a.areas.length)
    .slice(0, MOST_TOOLS)
    .map(({ name, areas }) => ({ name, areas: areas.map(named) }));
}
