import { fiscalYearName, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { SourceRow } from '../../records/rows.ts';
import { surveyComparisonWords } from '../../words/survey-comparison.ts';
import { type Answer, emptyAnswer, type Row } from '../answer.ts';
import type { ComparedYears } from '../compared-years.ts';
import type { Fact } from '../facts.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { union } from '../postings.ts';
import { select } from '../search.ts';
import { placesAsked } from '../understand.ts';
import { townPicture } from './town-picture.ts';
import { whichAreas } from './which-areas.ts';

// What changed from one survey to another: of towns who came and who went, of a place what it says now and said then. Each
// side is answered from its own survey alone, with its own denominator.

/** The same question, asked of one year's survey. */
export interface AskedOf {
  source: SourceRow;
  inquiry: Inquiry;
}

const SHOWN = 12;

/** Two years side by side. `surveys`: those that can be compared. */
export function compareYears(then: AskedOf, now: AskedOf): Answer {
  return placesAsked(now.inquiry.u).length > 0 ? comparePlace(then, now) : compareTowns(then, now);
}

/** That no survey of the year is registered that was asked for. */
export function noSuchSurvey(inquiry: Inquiry, { said }: ComparedYears, surveys: readonly SourceRow[]): Answer {
  const { language } = inquiry.u;
  const known = surveys.map((source) => yearOf(source, language)).join(language === 'ja' ? '・' : ', ');
  const answer = emptyAnswer('not-recorded', language, surveyComparisonWords[language].unknown(said, known));
  answer.found = false;
  return answer;
}

function yearOf({ fiscalYear }: SourceRow, language: 'ja' | 'en'): string {
  const year = parseFiscalYearLabel(fiscalYear);
  return year === null ? fiscalYear : fiscalYearName(year, language);
}

/** The towns whose answers a survey holds: its denominator. */
const askedIn = ({ inquiry }: AskedOf): string[] => {
  const answered = new Set(inquiry.records.answers.flatMap(({ areaIds }) => areaIds));
  return inquiry.denominator.filter((id) => answered.has(id));
};

function compareTowns(then: AskedOf, now: AskedOf): Answer {
  const { inquiry } = now;
  const { language } = inquiry.u;
  const words = surveyComparisonWords[language];
  const [before, after] = [townsIn(then), townsIn(now)];
  const added = after.towns.filter((id) => !before.towns.includes(id));
  const gone = before.towns.filter((id) => !after.towns.includes(id));
  const stayed = after.towns.filter((id) => before.towns.includes(id));
  const trend =
    after.towns.length > before.towns.length ? 'more' : after.towns.length < before.towns.length ? 'fewer' : 'same';
  const [former, latter] = [then, now].map(({ source }) => yearOf(source, language)) as [string, string];
  const headline = words.towns(
    inquiry.subject,
    trend,
    words.count(former, before.towns.length, askedIn(then).length),
    words.count(latter, after.towns.length, askedIn(now).length),
  );
  const answer = emptyAnswer('compare', language, headline);
  answer.areas = added;
  answer.number = after.towns.length;
  answer.groups = [
    { title: words.added(latter), rows: rowsOf(after.rows, inquiry, added) },
    { title: words.gone(latter), rows: rowsOf(before.rows, inquiry, gone) },
  ].filter(({ rows }) => rows.length > 0);
  const shown = [after, before].map(({ rows }) => ({ title: null, rows: [...rows] }));
  const states = [
    ['added', added],
    ['stayed', stayed],
    ['gone', gone],
  ] as const;
  const about = words.years(inquiry.subject, former, latter);
  answer.picture = townPicture(inquiry, [...new Set([...askedIn(now), ...gone])], shown, states, 'years', about);
  if (stayed.length > 0) answer.notes.push(words.stayed(inquiry.names(stayed)));
  return answer;
}

/** Who is the answer of one year, with the records that say so. */
function townsIn({ inquiry }: AskedOf): { towns: string[]; rows: readonly Row[] } {
  const { areas, groups } = whichAreas(inquiry);
  return { towns: inquiry.denominator.filter((id) => areas.includes(id)), rows: groups[0]?.rows ?? [] };
}

function rowsOf(rows: readonly Row[], inquiry: Inquiry, towns: readonly string[]): Row[] {
  const names = new Set(towns.map((id) => inquiry.area(id).name));
  return rows.filter(({ areas }) => areas.some((name) => names.has(name)));
}

function comparePlace(then: AskedOf, now: AskedOf): Answer {
  const { inquiry } = now;
  const { language } = inquiry.u;
  const words = surveyComparisonWords[language];
  const [former, latter] = [then, now].map(({ source }) => yearOf(source, language)) as [string, string];
  const places = placesAsked(inquiry.u).map(({ area }) => area);
  const what = [places.map(({ name }) => name).join('・'), inquiry.subject]
    .filter(Boolean)
    .join(language === 'ja' ? 'の' : ', ');
  for (const side of [now, then]) {
    const asked = askedIn(side);
    const silent = places.filter((area) => !inquiry.coveredBy(area).some((id) => asked.includes(id)));
    if (silent.length === places.length) {
      const text = words.notAnswered(silent.map(({ name }) => name).join('・'), yearOf(side.source, language));
      return emptyAnswer('compare', language, text);
    }
  }
  const [before, after] = [factsIn(then), factsIn(now)];
  const was = new Map(before.map((fact) => [fact.text, fact]));
  const is = new Map(after.map((fact) => [fact.text, fact]));
  const added = after.filter(({ text }) => !was.has(text));
  const gone = before.filter(({ text }) => !is.has(text));
  const other = after.filter(({ text, status }) => was.has(text) && was.get(text)?.status !== status);
  const same = after.length - added.length - other.length;
  const changed = added.length + gone.length + other.length;
  const answer = emptyAnswer(
    'compare',
    language,
    changed === 0
      ? words.nothing(what, former, latter, same)
      : words.detail(what, former, latter, added.length, gone.length, other.length),
  );
  answer.groups = [
    now.inquiry.group(words.newText(latter), added.slice(0, SHOWN)),
    now.inquiry.group(words.otherState, other.slice(0, SHOWN)),
    then.inquiry.group(words.goneText(latter), gone.slice(0, SHOWN)),
  ].filter(({ rows }) => rows.length > 0);
  if (changed > 0 && same > 0) answer.notes.push(words.same(same));
  return answer;
}

/** What one year's survey says of what is asked, at the places asked for. */
function factsIn({ inquiry }: AskedOf): Fact[] {
  const { u, demands, index, scope } = inquiry;
  const asked = u.columns.size === 0 ? scope : scope.in(union([...u.columns].map((column) => index.ofFacet(column))));
  const told = demands.filter(({ weight }) => weight !== 'weak');
  return distinct(inquiry.facts(told.length > 0 ? select(asked, told).facts : asked.all()));
}
