import type { Inquiry } from '../inquiry.ts';
import { normalize } from '../normalize.ts';

/** So many letters in common and a title is meant: 実績報告 of 「前年度事業実績報告」, and not 報告 alone. */
const IN_COMMON = 4;

/** Those of `rows` whose titles share most with the question, letter by letter; null where none shares enough. */
export function closest<T>(inquiry: Inquiry, rows: readonly T[], titleOf: (row: T) => string): T[] | null {
  const asked = besidesTimesAndPlaces(inquiry);
  const shared = new Map<string, number>();
  const scored = rows.map((row) => {
    const title = normalize(titleOf(row));
    const known = shared.get(title) ?? inCommon(title, asked);
    shared.set(title, known);
    return { row, score: known };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best < IN_COMMON ? null : scored.filter(({ score }) => score === best).map(({ row }) => row);
}

function besidesTimesAndPlaces({ u }: Inquiry): string {
  const spans = [...u.dates, ...u.places.filter(({ begin }) => begin >= 0)];
  return spans.reduce(
    (text, { begin, end }) => text.slice(0, begin) + ' '.repeat(end - begin) + text.slice(end),
    u.text,
  );
}

/** The length of the longest stretch that two texts have in common; all of a title counts however short it is. */
function inCommon(title: string, text: string): number {
  if (title.length >= 2 && text.includes(title)) return Math.max(title.length, IN_COMMON);
  let best = 0;
  for (let begin = 0; begin + best < title.length; begin += 1) {
    let end = begin + best + 1;
    while (end <= title.length && !/\s/.test(title[end - 1] as string) && text.includes(title.slice(begin, end))) {
      best = end - begin;
      end += 1;
    }
  }
  return best;
}
