import { fiscalYearName, parseFiscalYearLabel } from '../../calendar/fiscal-year.ts';
import type { SourceRow } from '../../records/rows.ts';
import type { SurveyYears } from '../../records/survey-years.ts';
import { facetWords } from '../../words/labels.ts';
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

/** Two years side by side. `only`: those towns alone who came, or who went. */
export function compareYears(
  then: AskedOf,
  now: AskedOf,
  years: SurveyYears,
  only: ComparedYears['only'] = null,
): Answer {
  if (only === null && placesAsked(now.inquiry.u).length > 0) return comparePlace(then, now, years);
  const { demands, u } = now.inquiry;
  const isOverall = u.columns.size === 0 && u.unknown.length === 0 && demands.every(({ weight }) => weight === 'weak');
  return isOverall ? compareAll(then, now, years) : compareTowns(then, now, only);
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

function compareTowns(then: AskedOf, now: AskedOf, only: ComparedYears['only']): Answer {
  const { inquiry } = now;
  const { language } = inquiry.u;
  const words = surveyComparisonWords[language];
  const [before, after] = [townsIn(then), townsIn(now)];
  // Who did not answer one of the two has neither begun nor stopped anything.
  const [askedThen, askedNow] = [askedIn(then), askedIn(now)];
  const added = after.towns.filter((id) => !before.towns.includes(id) && askedThen.includes(id));
  const gone = before.towns.filter((id) => !after.towns.includes(id) && askedNow.includes(id));
  const stayed = after.towns.filter((id) => before.towns.includes(id));
  const trend =
    after.towns.length > before.towns.length ? 'more' : after.towns.length < before.towns.length ? 'fewer' : 'same';
  const [former, latter] = [then, now].map(({ source }) => yearOf(source, language)) as [string, string];
  const counts = [
    words.count(former, before.towns.length, askedThen.length),
    words.count(latter, after.towns.length, askedNow.length),
  ] as const;
  const meant = only === 'gone' ? gone : added;
  const headline =
    only === null
      ? words.towns(inquiry.subject, trend, ...counts)
      : words.only[only](inquiry.subject, latter, meant.length, ...counts);
  const answer = emptyAnswer('compare', language, headline);
  answer.areas = meant;
  answer.number = only === null ? after.towns.length : meant.length;
  const added_ = { title: words.added(latter), rows: rowsOf(after.rows, inquiry, added) };
  const gone_ = [
    { title: words.gone(latter), rows: rowsOf(before.rows, inquiry, gone) },
    { title: words.saysNow(latter), rows: rowsOf(after.others, inquiry, gone) },
  ];
  const shownGroups = only === 'added' ? [added_] : only === 'gone' ? gone_ : [added_, ...gone_];
  answer.groups = shownGroups.filter(({ rows }) => rows.length > 0);
  const shown = [after, before].map(({ rows }) => ({ title: null, rows: [...rows] }));
  const states = [
    ['added', added],
    ['stayed', stayed],
    ['gone', gone],
  ] as const;
  const about = words.years(inquiry.subject, former, latter);
  answer.picture = townPicture(inquiry, [...new Set([...askedIn(now), ...gone])], shown, states, 'years', about);
  if (stayed.length > 0) answer.notes.push(words.stayed(inquiry.names(stayed)));
  const onlyThen = askedThen.filter((id) => !askedNow.includes(id));
  if (onlyThen.length > 0) answer.notes.push(words.notCompared(latter, onlyThen.length));
  return answer;
}

/** Who is the answer of one year, with the records that say so, and what is said in another state. */
function townsIn({ inquiry }: AskedOf): { towns: string[]; rows: readonly Row[]; others: readonly Row[] } {
  const { areas, groups } = whichAreas(inquiry);
  const others = groups.filter(
    ({ title }) => title === inquiry.words.plannedGroup || title === inquiry.words.noneGroup,
  );
  return {
    towns: inquiry.denominator.filter((id) => areas.includes(id)),
    rows: groups.find(({ title }) => title === null)?.rows ?? [],
    others: others.flatMap(({ rows }) => rows),
  };
}

/** What changed in a town: records that are new, gone, or in another state. */
interface Change {
  added: Fact[];
  gone: Fact[];
  other: Fact[];
  same: number;
}

/** What the later survey did not ask anew still stands, and has not gone. */
function changeOf(before: readonly Fact[], after: readonly Fact[], years: SurveyYears): Change {
  const was = new Map(before.map((fact) => [fact.text, fact]));
  const is = new Set(after.map(({ text }) => text));
  const added = after.filter(({ text }) => !was.has(text));
  const gone = before.filter((fact) => !is.has(fact.text) && years.areasOf(fact).length < fact.areaIds.length);
  const other = after.filter(({ text, status }) => was.has(text) && was.get(text)?.status !== status);
  return { added, gone, other, same: after.length - added.length - other.length };
}

/** Nothing but what changed: town by town how much, and in which columns. */
function compareAll(then: AskedOf, now: AskedOf, years: SurveyYears): Answer {
  const { inquiry } = now;
  const { language } = inquiry.u;
  const words = surveyComparisonWords[language];
  const [askedThen, askedNow] = [askedIn(then), askedIn(now)];
  const both = askedNow.filter((id) => askedThen.includes(id));
  const changes = both.map((id) => ({ id, ...changeOf(factsOf(then, id), factsOf(now, id), years) }));
  const changed = changes.filter(({ added, gone, other }) => added.length + gone.length + other.length > 0);
  const sum = (part: 'added' | 'gone' | 'other') => changed.reduce((count, each) => count + each[part].length, 0);
  const [former, latter] = [then, now].map(({ source }) => yearOf(source, language)) as [string, string];
  const counts = { added: sum('added'), gone: sum('gone'), other: sum('other') };
  const answer = emptyAnswer('compare', language, words.all(former, latter, both.length, changed.length, counts));
  answer.areas = changed.map(({ id }) => id);
  answer.number = changed.length;
  const rows = changed.map(({ id, added, gone, other }) => [
    inquiry.area(id).name,
    ...[added, gone, other].map((facts) => String(facts.length)),
    columnsOf([...added, ...gone, ...other], language),
  ]);
  if (rows.length > 0) answer.table = { columns: words.allColumns, rows };
  const onlyThen = askedThen.filter((id) => !askedNow.includes(id));
  if (onlyThen.length > 0) answer.notes.push(words.notCompared(latter, onlyThen.length));
  const titles = [now, then].map(({ source }) => inquiry.words.reportOf(source.title, source.asOf));
  answer.notes.push(...titles);
  answer.offers = changed.slice(0, 3).map(({ id }) => words.askOne(inquiry.area(id).name));
  return answer;
}

const factsOf = ({ inquiry }: AskedOf, areaId: string): Fact[] =>
  distinct(inquiry.facts(inquiry.factsIn([areaId])).map((fact) => ({ ...fact, areaIds: [areaId] })));

const columnsOf = (facts: readonly Fact[], language: 'ja' | 'en'): string =>
  [...new Set(facts.flatMap(({ facet }) => (facet ? [facetWords[facet][language]] : [])))].join(
    language === 'ja' ? '、' : ', ',
  );

function rowsOf(rows: readonly Row[], inquiry: Inquiry, towns: readonly string[]): Row[] {
  const names = new Set(towns.map((id) => inquiry.area(id).name));
  return rows.filter(({ areas }) => areas.some((name) => names.has(name)));
}

function comparePlace(then: AskedOf, now: AskedOf, years: SurveyYears): Answer {
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
  const { added, gone, other, same } = changeOf(before, after, years);
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
