import { answerWords } from '../words/answers.ts';
import { type Language, statusWords } from '../words/labels.ts';
import type { Answer, Row } from './answer.ts';

/** The whole answer as plain text: no markup, no table that needs a fixed-width font, sources and as-of dates written out. */
export function plainText(answer: Answer): string {
  const words = answerWords[answer.language];
  const lines: string[] = [];
  if (answer.understood.length > 0) {
    lines.push(`［${words.understoodAs}］${answer.understood.map((slot) => slot.label).join(' × ')}`);
  }
  lines.push(answer.headline);
  if (answer.table) {
    lines.push(answer.table.columns.join(' | '), ...answer.table.rows.map((row) => row.join(' | ')));
  }
  for (const group of answer.groups) {
    if (group.title) lines.push(`【${group.title}】`);
    for (const row of group.rows) lines.push(rowText(row, answer));
  }
  lines.push(...answer.notes);
  if (answer.offers.length > 0) lines.push(...answer.offers.map((offer) => `・${offer}`));
  const sources = new Set(answer.groups.flatMap((group) => group.rows.map((row) => `${row.source}（${row.asOf}）`)));
  if (sources.size > 0) lines.push(`${words.source}: ${[...sources].join('、')}`, words.disclaimer);
  return lines.join('\n');
}

function rowText(row: Row, answer: Answer): string {
  return `・${row.areas.join('・')}: ${stateMark(row, answer.language)}${row.text} ［${row.place}］`;
}

/** 〔予定・検討中〕, 〔なし〕, what was planned then and whose day has passed; nothing for what is done. */
export const stateMark = (row: Row, language: Language): string =>
  row.status === null || row.status === 'doing' ? '' : `〔${stateOf(row, language)}〕`;

/** 実施, 予定, or 令和7年11月時点で予定 where the day has passed (rule 1.5); nothing where nothing is said of it. */
export function stateOf({ status, passed, asOf }: Row, language: Language): string {
  if (status === null) return '';
  const state = statusWords[status][language];
  return passed ? answerWords[language].stateThen(state, asOf) : state;
}
