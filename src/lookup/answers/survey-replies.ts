import type { SourceRow, SurveyAnswerRow } from '../../records/rows.ts';
import { ANSWERED_STATUSES, ROUND_COLUMNS, replyIds, type SurveyRoundRow } from '../../records/survey-round.ts';
import { recordsOfSurvey, sheetOf, sheetsInStead } from '../../records/survey-years.ts';
import type { Facet } from '../../records/vocabulary.ts';
import { facetWords } from '../../words/labels.ts';
import { surveyAnswerWords } from '../../words/survey-answers.ts';
import { type Answer, emptyAnswer, type Row } from '../answer.ts';
import { surveysIn } from '../compared-years.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { forAskerAlone, withoutAsker } from '../planned/to-asker.ts';
import { placesAsked, type Term } from '../understand.ts';
import { cellRow } from './blank-columns.ts';

// Questions about the prefecture's survey itself: how many answered, who did not, jointly or in whose stead, and all that
// one town answered. Who has not answered is told to whom it concerns alone (rules 1.6).

/** A survey as it can be asked about: published, or open still. */
interface Edition {
  title: string;
  fiscalYear: string;
  source: SourceRow | null;
  round: SurveyRoundRow | null;
}

const ANSWERED = /回答|答え|調査票|\b(?:answer|repl|respon)/;
const SURVEY = /(?<!アンケート)調査|\bsurvey/;
const NOT =
  /未回答|無回答|(?:回答|答え)(?:が|の|は|を)?(?:し|出し|出)?(?:て(?:い)?)?(?:ない|なかった|ません|へん)|\b(?:not|never|without)\b|n't\b/;
const JOINTLY = /(?:共同|一緒|まとめて|連名)(?:で|に|して)?(?:の)?(?:回答|答え|提出)|\bjoint(?:ly)?\b/;
const IN_STEAD =
  /代理(?:で)?(?:の)?(?:入力|回答|記入)|(?:代わって|代わりに)(?:入力|回答|記入)|\bon (?:their|the town|its|a town).{0,12}behalf\b|\bin .{0,20}stead\b|\bentered by the prefecture\b/;
const BY_HUB =
  /(?:連携拠点|委託先|拠点)(?:が|から|の|による)(?:案|書|回答|答え)|\b(?:drafted|written|answered) by (?:a|the|their|its)? ?hubs?\b/;
const TOWNS =
  /市町|自治体|どこ|何(?:市|町)|いくつ|ところ|数は|何件|率|\b(?:which|how many|who|towns?|municipalit\w+)\b/;
const WHOLE =
  /全部|ぜんぶ|すべて|全て|全文|全体|まるごと|一通り|一覧|(?:どう|何と|なんと|どのように)(?:答え|回答)|\b(?:whole|entire|full|all|everything|how did|what did)\b/;
const BLANK = /空欄|未記入|書(?:い)?(?:て|か)(?:い)?な|埋(?:め|ま)|記載(?:が|の)?な|\b(?:blank|empty)\b/;
const COLUMN = /欄|\bcolumns?\b/;
/** What a question about the survey itself may name beside it. */
const SURVEY_TERMS: ReadonlySet<string> = new Set(['questionnaire-survey', 'questionnaire', 'hub']);

/** Null where something else is asked for, or no survey was carried out here yet. */
export function surveyReplies(inquiry: Inquiry): Answer | null {
  const { u, records } = inquiry;
  if (records.surveyRounds.length === 0) return null;
  if (!u.terms.every((term) => term.weight !== 'strong' || isOfSurvey(term))) return null;
  const edition = editionAsked(inquiry);
  if (!edition) return null;
  const towns = placesAsked(u).filter(({ area }) => area.kind === 'municipality');
  const [town] = towns;
  if (town) return towns.length === 1 && u.columns.size === 0 ? ofTown(inquiry, edition, town.area.id) : null;
  const { text } = u;
  if (BY_HUB.test(text) && ANSWERED.test(text)) return byHubs(inquiry);
  if (IN_STEAD.test(text) && TOWNS.test(text)) return inStead(inquiry, edition);
  if (!ANSWERED.test(text)) return null;
  if (JOINTLY.test(text) && TOWNS.test(text)) return jointly(inquiry, edition);
  if (!SURVEY.test(text) || !TOWNS.test(text)) return null;
  return NOT.test(text) ? notAnswered(inquiry, edition) : answered(inquiry, edition);
}

const isOfSurvey = ({ concept }: Term): boolean => concept !== null && SURVEY_TERMS.has(concept.id);

/** The survey of the year that is named, else the latest. */
function editionAsked({ u, records }: Inquiry): Edition | undefined {
  const published = surveysIn(records).map((source): Edition => {
    const round = records.surveyRounds.find((each) => each.published?.sourceId === source.id) ?? null;
    return { title: source.title, fiscalYear: source.fiscalYear, source, round };
  });
  const open = records.surveyRounds
    .filter(({ state }) => state === 'open')
    .map((round): Edition => ({ title: round.title, fiscalYear: round.fiscalYear, source: null, round }));
  const editions = [...published, ...open];
  const years = u.dates.flatMap(({ fiscalYears }) => fiscalYears);
  return years.length === 0 ? editions.at(-1) : editions.findLast(({ fiscalYear }) => years.includes(fiscalYear));
}

/** Who was asked: those of the round; of a survey from before, the towns of the prefecture. */
const askedIn = ({ denominator }: Inquiry, { round }: Edition): readonly string[] =>
  round ? denominator.filter((id) => round.areaIds.includes(id)) : denominator;

/** The sheets that a published survey has, each with the areas that answered on it and one of its cells. */
function sheetsOf({ records }: Inquiry, { source }: Edition): SurveyAnswerRow[] {
  const cells = records.answers.filter(({ sourceId }) => sourceId === source?.id);
  const first = new Map(cells.toReversed().map((cell) => [cell.areaIds.join(), cell]));
  return [...first.values()].reverse();
}

/** Whose answers are in. */
function answeredIn(inquiry: Inquiry, edition: Edition): string[] {
  const { round, source } = edition;
  const replies = inquiry.records.surveyReplies.filter(({ id }) => round && replyIds(round).includes(id));
  const areas = source
    ? sheetsOf(inquiry, edition).flatMap(({ areaIds }) => areaIds)
    : replies.filter(({ status }) => ANSWERED_STATUSES.includes(status)).flatMap(({ areaIds }) => areaIds);
  return askedIn(inquiry, edition).filter((id) => areas.includes(id));
}

const rowsOf = (inquiry: Inquiry, sheets: readonly SurveyAnswerRow[], text: string): Row[] =>
  sheets.map((cell) => {
    const row = cellRow(inquiry, cell);
    return { ...row, text, place: inquiry.placeOf(cell, row.areas.join('・')) };
  });

function answered(inquiry: Inquiry, edition: Edition): Answer {
  const { language } = inquiry.u;
  const words = surveyAnswerWords[language];
  if (!edition.source) return ofOpen(inquiry, edition, false);
  const sheets = sheetsOf(inquiry, edition);
  const areas = answeredIn(inquiry, edition);
  const headline = words.answered(edition.title, areas.length, askedIn(inquiry, edition).length);
  const answer = { ...emptyAnswer('about-records', language, headline), areas, number: areas.length };
  answer.groups = [{ title: null, rows: rowsOf(inquiry, sheets, words.said) }];
  return answer;
}

function notAnswered(inquiry: Inquiry, edition: Edition): Answer {
  return ofOpen(inquiry, edition, true);
}

/** Who has answered so far, or who has not: to whom that may be told. */
function ofOpen(inquiry: Inquiry, edition: Edition, missing: boolean): Answer {
  const { asker, u } = inquiry;
  const words = surveyAnswerWords[u.language];
  if (!asker) return withoutAsker('submissions', u.language);
  const asked = askedIn(inquiry, edition);
  const done = answeredIn(inquiry, edition);
  const meant = missing ? asked.filter((id) => !done.includes(id)) : done;
  const seen = meant.filter((id) => asker.seesSubmissionsOf(inquiry.area(id)));
  const all = seen.length === meant.length && asked.some((id) => asker.seesSubmissionsOf(inquiry.area(id)));
  if (!all && seen.length === 0 && !edition.source)
    return forAskerAlone(emptyAnswer('submissions', u.language, words.stillOpen(edition.title)));
  const say = missing ? (all ? words.notAnswered : words.notAnsweredUntold) : words.answered;
  const headline = say(edition.title, meant.length, asked.length);
  const names = seen.length > 0 ? `\n${inquiry.names(seen)}` : '';
  const answer = emptyAnswer('submissions', u.language, headline + names);
  return forAskerAlone({ ...answer, areas: seen, number: meant.length });
}

function jointly(inquiry: Inquiry, edition: Edition): Answer | null {
  if (!edition.source) return null;
  const { language } = inquiry.u;
  const words = surveyAnswerWords[language];
  const sheets = sheetsOf(inquiry, edition).filter(({ areaIds }) => areaIds.length > 1);
  const areas = askedIn(inquiry, edition).filter((id) => sheets.some(({ areaIds }) => areaIds.includes(id)));
  const of = askedIn(inquiry, edition).length;
  const answer = emptyAnswer('about-records', language, words.jointly(edition.title, sheets.length, areas.length, of));
  answer.groups = [{ title: null, rows: rowsOf(inquiry, sheets, words.together) }];
  return { ...answer, areas, number: areas.length };
}

function inStead(inquiry: Inquiry, edition: Edition): Answer | null {
  if (!edition.source) return null;
  const { language } = inquiry.u;
  const words = surveyAnswerWords[language];
  const made = sheetsInStead(inquiry.records);
  const sheets = sheetsOf(inquiry, edition).filter(({ sourceId, areaIds }) => made.has(sheetOf(sourceId, areaIds)));
  const areas = askedIn(inquiry, edition).filter((id) => sheets.some(({ areaIds }) => areaIds.includes(id)));
  const of = askedIn(inquiry, edition).length;
  const answer = emptyAnswer('about-records', language, words.inStead(edition.title, areas.length, of));
  const rows = rowsOf(inquiry, sheets, words.entered).map((row) => ({ ...row, place: row.areas.join('・') }));
  return { ...answer, groups: [{ title: null, rows }], areas, number: areas.length };
}

function byHubs({ u: { language } }: Inquiry): Answer {
  return { ...emptyAnswer('about-records', language, surveyAnswerWords[language].byHubs), found: false };
}

/** All that one town answered, or what it left out. */
function ofTown(inquiry: Inquiry, edition: Edition, areaId: string): Answer | null {
  const { text, language } = inquiry.u;
  const { source, title } = edition;
  if (!source) return null;
  const blanks = BLANK.test(text) && COLUMN.test(text);
  const whole = ANSWERED.test(text) && WHOLE.test(text);
  if (!blanks && !whole) return null;
  const words = surveyAnswerWords[language];
  const name = inquiry.area(areaId).name;
  const own = recordsOfSurvey(inquiry.records, source.id);
  const cells = own.answers.filter(({ areaIds }) => areaIds.includes(areaId));
  if (cells.length === 0) return emptyAnswer('about-records', language, words.unanswered(name, title));
  const without = leftOut(inquiry, cells, name, title);
  if (blanks) return without;
  const answer = wholeAnswer(inquiry, source, areaId, words.whole(name, title));
  return { ...answer, notes: without.groups.length > 0 ? [without.headline] : [] };
}

function leftOut(inquiry: Inquiry, cells: readonly SurveyAnswerRow[], name: string, title: string): Answer {
  const { language } = inquiry.u;
  const words = surveyAnswerWords[language];
  const empty = cells.filter(({ stated }) => stated !== 'yes');
  const columns = (stated: 'blank' | 'none') => {
    const facets = new Set(empty.filter((cell) => cell.stated === stated).map(({ facet }) => facet));
    const labels = [...facets].map((facet) => facetWords[facet][language]);
    return labels.join(language === 'ja' ? '、' : ', ') || words.noColumn;
  };
  const headline = words.blanks(name, title, columns('blank'), columns('none'));
  const answer = emptyAnswer('about-records', language, headline);
  answer.number = new Set(empty.filter(({ stated }) => stated === 'blank').map(({ facet }) => facet)).size;
  answer.groups = [{ title: null, rows: empty.map((cell) => cellRow(inquiry, cell)) }].filter(
    ({ rows }) => rows.length > 0,
  );
  return answer;
}

/** Column by column, what its sheet says; what a later survey asked anew is not among it. */
function wholeAnswer(inquiry: Inquiry, source: SourceRow, areaId: string, headline: string): Answer {
  const { language } = inquiry.u;
  const facts = distinct(inquiry.facts(inquiry.factsIn([areaId]))).filter(
    ({ id, kind }) => id.startsWith(`${source.id}.`) && kind !== 'tool',
  );
  const answer = emptyAnswer('detail', language, headline);
  const of = (column: Facet | 'vision') => facts.filter(({ facet }) => facet === column);
  answer.groups = ROUND_COLUMNS.map((column) => inquiry.group(facetWords[column][language], of(column))).filter(
    ({ rows }) => rows.length > 0,
  );
  return answer;
}
