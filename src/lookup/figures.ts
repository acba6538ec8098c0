import type { NumberFact } from '../records/rows.ts';
import type { Fact } from './facts.ts';
import type { Inquiry } from './inquiry.ts';
import { normalize } from './normalize.ts';
import { namesYear } from './spoken-dates.ts';

export interface Figure {
  fact: Fact;
  number: NumberFact;
  score: number;
}

// What is counted tells which units can answer: 何人 is not answered by か所.
const UNITS: [RegExp, RegExp][] = [
  [/何人|人数|何名|how many (people|persons|participants|residents|attend)|number of (people|participants)/, /人|名/],
  [/何(か所|カ所|箇所|ヶ所|ケ所|ヵ所)/, /所|機関|診療所|病院/],
  [/何(回|度)|頻度|回数|how often|how many times|times a|times per/, /回|度/],
  [/何件/, /件|事例/],
  [/何団体/, /団体/],
  [/何事業/, /事業/],
  [/何部会/, /部会/],
  [/何(市町|自治体)/, /市町/],
  [/何(歳|才)|年齢|\bage\b/, /歳|才/],
  [/何(割|%|パーセント)|割合|率は|percent|what share|rate/, /%|割/],
  [/何倍|times as many|how many times as/, /倍/],
  [/何職種/, /職種/],
  [/何施設/, /施設/],
];

const NAMES_FIGURE =
  /(数|率|割合|件数|人数|回数)(は|って|を|とか)?(教え|おしえ|知り|なん|何|どれ|いく|です|でしょ|わかり|分かり|[?。])*.{0,6}$/;

/** 「全部で何回やったん」; 「何回か」 and 「何人も」 are told, not asked. */
const HOW_MANY = /何(人|名|回|件|[か箇カヶケヵ]所|団体|事業|部会|施設|職種)(?![かも])/;

/** Whether a figure is asked for: 「いくつ」, or 「…の登録数は」. */
export function asksFigure(inquiry: Inquiry): boolean {
  const { text } = inquiry.u;
  return inquiry.has('how-many', 'how-often', 'percentage') || NAMES_FIGURE.test(text) || HOW_MANY.test(text);
}

/** The unit that the question asks for, if it names one. */
export function askedUnit(text: string): RegExp | null {
  return UNITS.find(([asked]) => asked.test(text))?.[1] ?? null;
}

/**
 * The recorded figures that answer the question, best first: what is counted must be what was asked.
 * `facts` come ranked; an earlier fact wins among equals.
 */
export function figuresFor(inquiry: Inquiry, facts: readonly { fact: Fact; score: number }[]): Figure[] {
  const unit = askedUnit(inquiry.u.text);
  const strong = inquiry.demands.filter((demand) => demand.weight !== 'weak');
  const found: Figure[] = [];
  for (const { fact, score } of facts) {
    if (!isOfAskedYear(inquiry, fact)) continue;
    for (const number of fact.numbers) {
      const counted = normalize(`${number.of}${number.note ?? ''}`);
      const concepts = new Set(
        inquiry.dictionary.contents.all(counted).flatMap((hit) => hit.payloads.map(({ id }) => id)),
      );
      let value = 0;
      for (const demand of strong) {
        const meets = demand.terms.some((term) =>
          term.concept ? concepts.has(term.concept.id) : term.literal !== null && counted.includes(term.literal),
        );
        if (meets) value += demand.value;
      }
      if (unit && !unit.test(number.unit)) continue;
      if (unit) value += 4;
      else if (inquiry.has('how-often')) value += /回|度/.test(number.unit) ? 3 : -4;
      found.push({ fact, number, score: value + score * 0.5 });
    }
  }
  return found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** Whether a fact can tell a figure of the year asked for: by the years it names, else by that of its document. */
function isOfAskedYear(inquiry: Inquiry, fact: Fact): boolean {
  const asked = inquiry.u.dates.filter(namesYear).flatMap((date) => date.fiscalYears);
  if (asked.length === 0) return true;
  const told = inquiry
    .datesIn(fact, `${fact.search}|${normalize(fact.when ?? '')}`)
    .filter((date) => date.yearGiven)
    .flatMap((date) => date.fiscalYears);
  const years = told.length > 0 ? told : [inquiry.source(fact.sourceId).fiscalYear];
  return years.some((year) => asked.includes(year));
}

/** 21か所, 1,400人, 3回/年. */
export function showFigure(number: NumberFact): string {
  return `${number.value.toLocaleString('en')}${number.unit}`;
}
