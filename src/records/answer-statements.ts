import type { StatementRow, SurveyAnswerRow } from './rows.ts';

/** mie-survey-2025.suzuka of mie-survey-2025.suzuka.answer-ict: the sheet, whose statements begin with it. */
export const prefixOf = (answerId: string): string => answerId.replace(/\.answer-[^.]*$/, '');

/** What stands in a cell of a survey sheet, in order. */
export function statementsOf(answer: SurveyAnswerRow, statements: readonly StatementRow[]): StatementRow[] {
  const prefix = `${prefixOf(answer.id)}.`;
  return statements.filter(
    ({ id, facet, areaIds }) =>
      facet === answer.facet && id.startsWith(prefix) && areaIds.some((area) => answer.areaIds.includes(area)),
  );
}
