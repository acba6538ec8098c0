import { type FiscalYear, fiscalYearLabel, fiscalYearName } from '../calendar/fiscal-year.ts';
import type { TownState } from '../records/picture-subject.ts';
import type { Language } from './labels.ts';

// What stands in pictures, beside them as text, and in their descriptions for who cannot see them.

/** How a town's tile is marked; the letter says what the colour says. */
export const TOWN_MARKS: Record<TownState, string> = {
  doing: '○',
  planned: '△',
  none: '×',
  told: '○',
  added: '＋',
  stayed: '○',
  gone: '▽',
  silent: '－',
};

const CANCELLED = '中止';

interface PictureWords {
  button: string;
  /** The picture is in the direct messages. */
  sent: string;
  /** No record is left that a picture could be made of. */
  nothing: string;
  /** So many more pictures than are sent at once. */
  more(count: number): string;
  twin: string;
  year(year: FiscalYear): string;
  longYear(year: FiscalYear): string;
  span(from: string, to: string): string;
  /** What is counted, and in what. */
  measured(measure: string, unit: string): string;
  asOf(days: readonly string[]): string;
  source(titles: readonly string[]): string;
  and: string;
  missing: string;
  /** In the place of `missing` where there is no room. */
  dash: string;
  dashMeans: string;
  state(state: string): string;
  noted(text: string, note: string): string;
  kind(kind: string, figure: string): string;
  rate: string;
  rateOf(percent: string): string;
  indicatorTitle(area: string, title: string): string;
  indicatorNotes: readonly string[];
  indicatorAlt(title: string, years: string, latest: string): string;
  earlier(count: number): string;
  ratingTitle(area: string): string;
  ratingScale: string;
  draft(rating: string): string;
  draftMeans: string;
  ratingAlt(title: string, years: string, latest: string): string;
  townsTitle(about: string, area: string, count: number): string;
  townStates: Record<TownState, string>;
  /** A column of the survey, of a year where one is meant. */
  column(name: string, year: string | null): string;
  notAsked: string;
  counted(state: string, count: number): string;
  townsAlt(title: string, counts: string): string;
  townsNote: string;
  tiles: { map: string; grid: string };
  colon: string;
}

export const pictureWords: Record<Language, PictureWords> = {
  ja: {
    button: '図で見る',
    sent: '図をDMに送りました。',
    nothing: '図にする記録がありません。もう一度おたずねください。',
    more: (count) => `ほかに${count}件の図があります。指標の名前を挙げておたずねください。`,
    twin: '図の内容（文字）',
    year: (year) => `${fiscalYearLabel(year)}年度`,
    longYear: (year) => fiscalYearName(year, 'ja'),
    span: (from, to) => (from === to ? from : `${from}～${to}`),
    measured: (measure, unit) => (unit === '' ? measure : `${measure}（単位：${unit}）`),
    asOf: (days) => `時点：${days.join('、')}`,
    source: (titles) => `出典：${titles.join('、')}`,
    and: '、',
    missing: '記載なし',
    dash: '－',
    dashMeans: '－：記載なし',
    state: (state) => state,
    noted: (text, note) => `${text}（${note}）`,
    kind: (kind, figure) => `${kind} ${figure}`,
    rate: '達成率',
    rateOf: (percent) => `達成率 ${percent}%`,
    indicatorTitle: (area, title) => `${area}　${title}の推移`,
    indicatorNotes: ['達成率：実績値÷計画値。見込・年度途中の値は実績値に含めません。'],
    indicatorAlt: (title, years, latest) =>
      `「${title}」の横棒グラフ。${years}。最も新しい値：${latest}。すべての値は、図に添えた文にあります。`,
    earlier: (count) => `これより前の${count}年度分は、図に添えた文にあります。`,
    ratingTitle: (area) => `${area}　場面ごとの成熟度評価の推移`,
    ratingScale: '5段階（1.0～5.0）',
    draft: (rating) => `${rating}案`,
    draftMeans: '白抜きと「案」：確定前の評価',
    ratingAlt: (title, years, latest) =>
      `「${title}」の折れ線グラフ。${years}。最も新しい評価：${latest}。すべての評価は、図に添えた文にあります。`,
    townsTitle: (about, area, count) => `${about}：${area}${count}市町の状況`,
    townStates: {
      doing: '実施',
      planned: '予定・検討中',
      none: 'なし',
      told: '記載あり',
      added: '加わった',
      stayed: 'どちらの年度も記載あり',
      gone: '記載がなくなった',
      silent: '記載なし',
    },
    column: (name, year) => (year ? `${name}（${year}の調査）` : name),
    notAsked: '対象外',
    counted: (state, count) => `${state} ${count}市町`,
    townsAlt: (title, counts) => `「${title}」の地図。${counts}。市町の名前は、図に添えた文にあります。`,
    townsNote: '「記載なし」は、実施していないという意味ではありません。',
    tiles: {
      map: '1枚が1市町です。位置はおよそのものです。',
      grid: '1枚が1市町です。団体コードの順に並べています。',
    },
    colon: '：',
  },
  en: {
    button: 'See as a picture',
    sent: 'The picture is in your direct messages.',
    nothing: 'There is no record left to make a picture of. Please ask again.',
    more: (count) => `There are ${count} more pictures. Please ask for an indicator by its name.`,
    twin: 'The picture as text',
    year: (year) => `FY${year}`,
    longYear: (year) => fiscalYearName(year, 'en'),
    span: (from, to) => (from === to ? from : `${from} to ${to}`),
    measured: (measure, unit) => (unit === '' ? measure : `${measure} (unit: ${unit})`),
    asOf: (days) => `As of: ${days.join(', ')}`,
    source: (titles) => `Source: ${titles.join(', ')}`,
    and: ', ',
    missing: 'not stated',
    dash: '–',
    dashMeans: '–: not stated',
    state: (state) => (state === CANCELLED ? 'cancelled' : state),
    noted: (text, note) => `${text} (${note})`,
    kind: (kind, figure) => `${kind} ${figure}`,
    rate: 'Rate',
    rateOf: (percent) => `rate ${percent}%`,
    indicatorTitle: (area, title) => `${area}: ${title} over the years`,
    indicatorNotes: ['Rate: actual ÷ planned. Forecasts and part-year values are not counted as actual.'],
    indicatorAlt: (title, years, latest) =>
      `Bar chart “${title}”. ${years}. Latest: ${latest}. All values are in the text with the picture.`,
    earlier: (count) => `${count} earlier years are in the text with the picture.`,
    ratingTitle: (area) => `${area}: maturity ratings by scene over the years`,
    ratingScale: 'from 1.0 to 5.0',
    draft: (rating) => `${rating}*`,
    draftMeans: 'Hollow, with *: a draft',
    ratingAlt: (title, years, latest) =>
      `Line chart “${title}”. ${years}. Latest: ${latest}. All ratings are in the text with the picture.`,
    townsTitle: (about, area, count) => `${about}: the ${count} towns of ${area}`,
    townStates: {
      doing: 'doing',
      planned: 'planned or considered',
      none: 'none',
      told: 'recorded',
      added: 'new',
      stayed: 'in both years',
      gone: 'no longer stated',
      silent: 'not stated',
    },
    column: (name, year) => (year ? `${name} (survey of ${year})` : name),
    notAsked: 'not asked about',
    counted: (state, count) => `${state} ${count}`,
    townsAlt: (title, counts) => `Map “${title}”. ${counts}. The towns are named in the text with the picture.`,
    townsNote: '“Not stated” does not mean that a town does nothing.',
    tiles: {
      map: 'A tile is a town, at about its place.',
      grid: 'A tile is a town, in the order of their codes.',
    },
    colon: ': ',
  },
};
