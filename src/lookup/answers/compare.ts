import { type Answer, emptyAnswer } from '../answer.ts';
import { type Figure, figuresFor, showFigure } from '../figures.ts';
import { distinct, type Inquiry } from '../inquiry.ts';
import { ranking } from './detail.ts';
import { notRecorded } from './not-recorded.ts';

const SHOWN = 4;
const MORE = /どっち.{0,4}(よう|多|少)|ようさん|どちら.{0,4}(多|少)|\b(more|fewer|less|larger|bigger)\b/;

/** Two or more places side by side, and which has more where figures are recorded. */
export function compare(inquiry: Inquiry): Answer {
  const { words, u } = inquiry;
  const places = u.places.filter((place) => !place.excluded).map((place) => place.area);
  const sides = places.map((area) => {
    const kept = ranking(inquiry, inquiry.coveredBy(area));
    return { area, kept, figure: figuresFor(inquiry, kept)[0] as Figure | undefined };
  });
  if (sides.every((side) => side.kept.length === 0)) return notRecorded(inquiry);
  const answer = emptyAnswer('compare', u.language, words.compare(places.map((area) => area.name).join('・')));
  answer.groups = sides.map((side) =>
    side.kept.length > 0
      ? inquiry.group(side.area.name, distinct(side.kept.map(({ fact }) => fact)).slice(0, SHOWN))
      : { title: `${side.area.name}: ${words.notRecorded(inquiry.subject, side.area.name)}`, rows: [] },
  );
  if (inquiry.has('more-of-two', 'most', 'least', 'highest', 'lowest') || MORE.test(u.text))
    judge(inquiry, sides, answer);
  return answer;
}

function judge(
  inquiry: Inquiry,
  sides: { area: { id: string; name: string }; figure: Figure | undefined }[],
  answer: Answer,
): void {
  const counted = sides.flatMap((side) => (side.figure ? [{ ...side, figure: side.figure }] : []));
  if (counted.length < 2) return;
  const sorted = [...counted].sort((a, b) => b.figure.number.value - a.figure.number.value);
  const [first, second] = inquiry.has('least', 'lowest') ? [...sorted].reverse() : sorted;
  if (!first || !second) return;
  const lines = sorted.map(({ area, figure }) => `${area.name}: ${figure.number.of} ${showFigure(figure.number)}`);
  if (first.figure.number.value === second.figure.number.value) {
    answer.headline = `${inquiry.words.equal}\n${lines.join('\n')}`;
    return;
  }
  answer.headline = `${inquiry.words.more(first.area.name)}\n${lines.join('\n')}`;
  answer.areas = [first.area.id];
}
