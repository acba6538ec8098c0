import { neighbourMatches } from '../src/lookup/neighbour-matches.ts';
import { asOfIn } from '../src/records/written-dates.ts';
import type { LiveLookup } from '../src/registry/live-lookup.ts';
import type { MatchKey } from '../src/registry/neighbours/useless-matches.ts';
import type { MatchLine } from '../src/slack/match-view.ts';
import type { Language } from '../src/words/labels.ts';
import { areaName, recordsOf } from './records.ts';

/** Shown at most. */
const MOST = 3;

/** What neighbours recorded for difficulties of these areas, as far as this person wants to see it. */
export function matchLines(
  bot: { lookup: LiveLookup },
  areaIds: readonly string[],
  isWanted: (match: MatchKey) => boolean,
  language: Language,
): MatchLine[] {
  const name = areaName(bot);
  const sources = new Map(recordsOf(bot).sources.map(({ id, title }) => [id, title]));
  return neighbourMatches(bot.lookup.lookup, areaIds)
    .filter(({ difficulty, practice }) => isWanted({ difficulty: difficulty.id, practice: practice.id }))
    .slice(0, MOST)
    .map(({ difficulty, practice }) => ({
      difficulty: difficulty.id,
      practice: practice.id,
      own: difficulty.text,
      areas: practice.areaIds.map(name).join('・'),
      area: name(practice.areaIds[0] ?? ''),
      told: practice.text,
      source: [sources.get(practice.sourceId), practice.place, asOfIn(practice.asOf, language)]
        .filter(Boolean)
        .join(language === 'ja' ? '、' : ', '),
    }));
}
