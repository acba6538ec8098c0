import { type Answer, emptyAnswer } from '../answer.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { type Amount, likeFigures, showAmount } from '../like-figures.ts';
import { intersect } from '../postings.ts';
import { isSuperlative, type Sense, superlative } from '../senses.ts';
import { notRecorded } from './not-recorded.ts';
import { allowedAreas, ordered } from './towns.ts';

const SHOWN = 10;
// What most towns have is no figure of a town: 「多くの市町が使っているツール」.
const BY_TOWNS =
  /(市町|自治体|町)(数)?(が|の数が)?(一番|いちばん|最も|もっとも)?(多|少)|(多|少な)くの(市町|自治体|町)|\b(most|fewest) (towns|municipalities|cities|widely|common|popular)|\bby (most|the most|the fewest)\b/;

const ASKS_TOOLS =
  /ツール|道具|資料|様式|シート|ノート|システム|ict|手引|マニュアル|パンフ|冊子|キット|マップ|アプリ|カード|ネット|もの(は|って)|使われ|使って|\b(tools?|sheets?|notes?|notebooks?|systems?|guides?|manuals?|maps?|apps?|kits?|forms?|software|leaflets?|used|use)\b/;

/** Whether a superlative asks for a figure of a town, and not for what most towns have. */
const asksFigureOfTown = (inquiry: Inquiry): boolean =>
  isSuperlative(inquiry.u.text) && !BY_TOWNS.test(inquiry.u.text) && !ASKS_TOOLS.test(inquiry.u.text);

/** 「訪問看護が一番多い町は？」 where too few figures are recorded to say: that, and the nearest records. */
export function noExtreme(inquiry: Inquiry): Answer | null {
  const { demands, words } = inquiry;
  if (!asksFigureOfTown(inquiry) || demands.every(({ weight }) => weight === 'weak')) return null;
  const answer = notRecorded(inquiry);
  answer.headline = words.noFigureToCompare(inquiry.subject);
  return answer;
}

/** 「在宅医療機関が一番多い市は？」: by the recorded figures; null where none are recorded. */
export function extremes(inquiry: Inquiry): Answer | null {
  const { demands, index, scope, u, words } = inquiry;
  const sense = superlative(u.text);
  if (sense === null || BY_TOWNS.test(u.text)) return null;
  const towns = inquiry.denominator.filter(allowedAreas(inquiry));
  const found = intersect([scope.candidates(demands), index.withFigures(), inquiry.factsIn(towns)]);
  const facts = ordered(inquiry, inquiry.facts(found)).map((fact) => ({ fact, score: 0 }));
  const { like, unlike } = likeFigures(inquiry, facts);
  const each = perArea(like, sense);
  const counted = new Set(each.flatMap(({ areaIds }) => areaIds));
  if (counted.size < 2) return null;
  const sorted = inSense(each, sense);
  const [first] = sorted;
  if (!first) return null;
  const tied = sorted.filter((amount) => weigh(amount, sense) === weigh(first, sense));
  const areas = towns.filter((id) => tied.some(({ areaIds }) => areaIds.includes(id)));
  const things = new Set(tied.map(({ of }) => of));
  const figure = things.size === 1 ? `${first.of} ${showAmount(first)}` : showAmount(first);
  const answer = emptyAnswer(
    'ranking',
    u.language,
    [
      words.extreme[sense](inquiry.names(areas), figure),
      words.withFigure({ counted: towns.filter((id) => counted.has(id)).length, total: towns.length }),
    ].join('\n'),
  );
  answer.table = {
    columns: u.language === 'ja' ? ['市町', '数えたもの', '数'] : ['municipality', 'counted', 'figure'],
    rows: sorted.map((amount) => [inquiry.names(amount.areaIds), amount.of, showAmount(amount)]),
  };
  answer.areas = areas;
  answer.number = weigh(first, sense);
  answer.groups = [inquiry.group(null, distinct(sorted.map(({ fact }) => fact)).slice(0, SHOWN))];
  if (unlike.length > 0) answer.notes.push(words.unlikeFigures(told(inquiry, unlike)));
  return answer;
}

const weigh = ({ low, high }: Amount, sense: Sense): number => (sense === 'most' ? high : low);

const inSense = (amounts: readonly Amount[], sense: Sense): Amount[] =>
  [...amounts].sort((a, b) => (sense === 'most' ? b.high - a.high : a.low - b.low));

/** Several records of the same places may tell of the same thing; each place and thing is compared once. */
function perArea(amounts: readonly Amount[], sense: Sense): Amount[] {
  const kept = new Map<string, Amount>();
  for (const amount of inSense(amounts, sense)) {
    const key = `${amount.areaIds.join()} ${amount.of}`;
    if (!kept.has(key)) kept.set(key, amount);
  }
  return [...kept.values()];
}

const told = (inquiry: Inquiry, amounts: readonly Amount[]): string =>
  [...new Set(amounts.map((amount) => `${inquiry.names(amount.areaIds)} ${amount.of} ${showAmount(amount)}`))].join(
    '、',
  );
