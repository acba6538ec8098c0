import { fiscalYearName, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { PictureSubject, TownState } from '../../records/picture-subject.ts';
import type { RegistryRecords, SurveyAnswerRow } from '../../records/rows.ts';
import { standingRecords } from '../../records/survey-years.ts';
import { SURVEY_COLUMNS } from '../../records/vocabulary.ts';
import { facetWords, type Language } from '../../words/labels.ts';
import { pictureWords } from '../../words/pictures.ts';
import type { Wanted } from './wanted.ts';

/**
 * A map a column of the survey: which of these areas wrote something, wrote 「なし」, or left the cell blank. Of the year that
 * is wanted, or of what stands now. Columns that none of them was asked are left out.
 */
export function surveyMaps(
  records: RegistryRecords,
  { areaIds, fiscalYear }: Pick<Wanted, 'areaIds' | 'fiscalYear'>,
  language: Language,
): PictureSubject[] {
  const yearOf = new Map(records.sources.map(({ id, fiscalYear: label }) => [id, parseFiscalYearLabel(label)]));
  const answers =
    fiscalYear === null
      ? standingRecords(records).answers
      : records.answers.filter(({ sourceId }) => yearOf.get(sourceId) === fiscalYear);
  const year = fiscalYear === null ? null : fiscalYearName(fiscalYear, language);
  return SURVEY_COLUMNS.flatMap((column) => {
    const cells = answers.filter(({ facet }) => facet === column);
    const states = areaIds.flatMap((areaId) => {
      const own = cells.filter((cell) => cell.areaIds.includes(areaId));
      return own.length > 0 ? [{ areaId, state: stateOf(own) }] : [];
    });
    if (states.length === 0) return [];
    const sources = records.sources.filter(({ id }) => cells.some(({ sourceId }) => sourceId === id));
    return [
      {
        kind: 'towns' as const,
        scale: 'stated' as const,
        about: pictureWords[language].column(facetWords[column][language], year),
        asOf: sources.map(({ asOf }) => asOf),
        sources: sources.map(({ title }) => title),
        states,
      },
    ];
  });
}

/** What a town's cells of one column say together: one that says something is enough. */
function stateOf(cells: readonly SurveyAnswerRow[]): TownState {
  if (cells.some(({ stated }) => stated === 'yes')) return 'told';
  return cells.some(({ stated }) => stated === 'none') ? 'none' : 'silent';
}
