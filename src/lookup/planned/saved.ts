import { todayIn } from '../../calendar/calendar-date.ts';
import { formatDate } from '../../calendar/wareki.ts';
import { changeWords } from '../../words/changes.ts';
import { meetingPlanKindWords } from '../../words/planned.ts';
import { plannedAnswerWords } from '../../words/planned-answers.ts';
import type { Row, RowGroup } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { recordIn } from '../known-records.ts';
import { placesAsked } from '../understand.ts';
import { ofPlaces } from './places.ts';
import { registered } from './told.ts';

/** So many are named; all are counted. */
const NAMED = 6;

/** What was saved then, and how much. */
export interface SavedThen {
  group: RowGroup;
  count: number;
}

/** What was saved then of the places that are named, else of the person's own areas; of the prefecture's, of all. */
export function savedThen(inquiry: Inquiry): SavedThen {
  const { asker, u } = inquiry;
  const own = new Set(asker?.areaIds);
  const here = ofPlaces(inquiry);
  const named = placesAsked(u).length > 0;
  const isMeant = (areaIds: readonly string[]) =>
    here(areaIds) && (named || asker?.prefecture === true || areaIds.some((id) => own.has(id)));
  const rows = (asker?.saved ?? []).flatMap((saved): Row[] => {
    const record = recordIn(inquiry.records, saved.kind, saved.record, u.language);
    if (!record || record.areaIds.length === 0 || !isMeant(record.areaIds)) return [];
    const words = changeWords[u.language];
    const what = words.named(
      record.duty ? meetingPlanKindWords.duty[u.language] : words.kind[saved.kind],
      record.title,
    );
    const day = formatDate(todayIn(saved.at), u.language);
    const text = plannedAnswerWords[u.language].yearAgo.saved(what, words.action[saved.action], day, saved.by);
    return [{ ...registered(inquiry, record.areaIds, saved.at.toISOString()), text, recordId: saved.record }];
  });
  const { savedThen: title } = plannedAnswerWords[u.language].yearAgo;
  return { group: { title: title(rows.length), rows: rows.slice(0, NAMED) }, count: rows.length };
}
