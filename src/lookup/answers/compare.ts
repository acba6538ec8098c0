import type { AreaRow } from '../../records/rows.ts';
import { type Answer, emptyAnswer } from '../answer.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { type Amount, bestFigure, likeFigures, showAmount } from '../like-figures.ts';
import type { Scored } from '../search.ts';
import { comparative, type Sense } from '../senses.ts';
import type { PlaceMention } from '../understand.ts';
import { ranking } from './detail.ts';
import { notRecorded } from './not-recorded.ts';

const SHOWN = 4;

interface Side {
  area: AreaRow;
  kept: Scored[];
}

/** Two or more places side by side, and which has more where figures are recorded. */
export function compare(inquiry: Inquiry): Answer {
  const sides = sidesOf(inquiry);
  if (sides.every((side) => side.kept.length === 0)) return notRecorded(inquiry);
  const answer = sideBySide(inquiry, sides);
  const sense = senseAsked(inquiry);
  if (sense && !judge(inquiry, sides, sense, answer) && comparative(inquiry.u.text))
    answer.headline = inquiry.words.noFigureToCompare(inquiry.subject);
  return answer;
}

/** 「四日市と津、在宅医療機関の数が多いのは？」: null where the figures of the places cannot be set against each other. */
export function compareFigures(inquiry: Inquiry): Answer | null {
  const sense = comparative(inquiry.u.text);
  if (sense === null) return null;
  const sides = sidesOf(inquiry);
  const answer = sideBySide(inquiry, sides);
  return judge(inquiry, sides, sense, answer) ? answer : null;
}

const sidesOf = (inquiry: Inquiry): Side[] =>
  inquiry.u.places
    .filter((place) => !place.excluded)
    .map(({ area }) => ({ area, kept: ranking(inquiry, inquiry.coveredBy(area)) }));

function sideBySide(inquiry: Inquiry, sides: readonly Side[]): Answer {
  const { words, u } = inquiry;
  const answer = emptyAnswer('compare', u.language, words.compare(sides.map(({ area }) => area.name).join('・')));
  answer.groups = sides.map(({ area, kept }) =>
    kept.length > 0
      ? inquiry.group(area.name, distinct(kept.map(({ fact }) => fact)).slice(0, SHOWN))
      : { title: `${area.name}: ${words.notRecorded(inquiry.subject, area.name)}`, rows: [] },
  );
  return answer;
}

/** Which end is asked for, of a number. */
function senseAsked(inquiry: Inquiry): Sense | null {
  const said = comparative(inquiry.u.text);
  if (said) return said;
  if (inquiry.has('least', 'lowest')) return 'fewest';
  return inquiry.has('more-of-two', 'most', 'highest') && !ASKS_EARLIER.test(inquiry.u.text) ? 'most' : null;
}

const ASKS_EARLIER = /(どっち|どちら)の?(方|ほう)?が?(先|早|はや|古|新し)|\b(first|earlier|later|older|newer)\b/;

/** Puts the verdict first; whether there is one. */
function judge(inquiry: Inquiry, sides: readonly Side[], sense: Sense, answer: Answer): boolean {
  const counted = amountsOf(inquiry, sides);
  if (counted.length < 2 || counted.some(({ amount }) => amount.unit !== counted[0]?.amount.unit)) return false;
  const sorted = [...counted].sort((a, b) =>
    sense === 'most' ? b.amount.high - a.amount.high : a.amount.low - b.amount.low,
  );
  const [first] = sorted;
  if (!first) return false;
  const end = ({ amount }: { amount: Amount }) => (sense === 'most' ? amount.high : amount.low);
  const winners = sorted.filter((side) => end(side) === end(first));
  const equal = winners.length === sorted.length;
  const { words, u } = inquiry;
  const verdict = equal ? words.equal : words.end[sense](winners.map(({ area }) => area.name).join('・'));
  const lines = sorted.map(({ area, amount }) => `${area.name}: ${amount.of} ${showAmount(amount)}`);
  const subject = subjectOf(inquiry);
  const yes = subject ? (!equal && first.area.id === subject.area.id ? words.yes : words.no) : '';
  answer.headline = `${yes}${yes && u.language === 'en' ? ' ' : ''}${verdict}\n${lines.join('\n')}`;
  const without = sides.filter(({ area }) => !counted.some((each) => each.area.id === area.id));
  if (without.length > 0) answer.notes.push(words.noFigureOf(without.map(({ area }) => area.name).join('・')));
  const areas = new Set(winners.flatMap(({ area, amount }) => (area.covers.length > 0 ? amount.areaIds : area.id)));
  if (!equal) answer.areas = [...areas];
  return true;
}

/** The figure of each place: of the same thing for all of them, else the best of each. */
function amountsOf(inquiry: Inquiry, sides: readonly Side[]): { area: AreaRow; amount: Amount }[] {
  const { like } = likeFigures(
    inquiry,
    sides.flatMap(({ kept }) => kept),
  );
  const alike = sides.flatMap(({ area }) => {
    const own = inquiry.coveredBy(area);
    const amount = like.find(({ areaIds }) => areaIds.some((id) => own.includes(id)));
    return amount ? [{ area, amount }] : [];
  });
  if (alike.length === sides.length) return alike;
  return sides.flatMap(({ area, kept }) => {
    const amount = bestFigure(inquiry, kept);
    return amount ? [{ area, amount }] : [];
  });
}

/** 「朝日町は四日市市より多い？」: the place of which it is asked; null where it is asked which of them. */
function subjectOf(inquiry: Inquiry): PlaceMention | null {
  const { u } = inquiry;
  const named = u.places.filter((place) => !place.excluded && place.begin >= 0);
  if (named.length !== 2 || inquiry.has('which', 'more-of-two', 'compare')) return null;
  const isMeasure = ({ begin, end }: PlaceMention) =>
    /^(市|町)?(より|に比べ|と比べ)/.test(u.text.slice(end)) ||
    /\bthan (?:in |at |the |that of )*(?:town of |city of )?$/.test(u.text.slice(0, begin));
  const [subject, ...others] = named.filter((place) => !isMeasure(place));
  return others.length === 0 ? (subject ?? null) : null;
}
