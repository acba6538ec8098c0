import { formWords } from '../../words/forms.ts';
import { type About, type Reading, read, refused } from '../field.ts';

/** What a number counts, and what is believed without asking. */
export interface NumberRules {
  /** Words that may follow it. */
  units: readonly string[];
  /** A fraction is taken. */
  fraction?: boolean;
  /** Above this it is asked back. */
  usual: number;
}

type Trouble = 'negative' | 'about' | 'exponent' | 'fraction' | 'number' | 'huge';

const ABOUT =
  /約|およそ|おおよそ|ほぼ|程度|くらい|ぐらい|ほど|前後|以上|以下|未満|超|[弱強余]り?$|about|approx|around|~|〜/;
const NEGATIVE = /^([-−–▲△]|マイナス|minus)\s*\d/;
const EXPONENT = /\d\s*(e[+-]?\d|\^|\*|x10)/;
/** Thousands by commas or not at all. */
const PLAIN = /^(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** Reads a number as people write it (rule 3.3). */
export function readNumber(typed: string, rules: NumberRules, about: About): Reading<number> {
  const words = formWords[about.language];
  const number = numberIn(typed, rules);
  if (typeof number === 'string') return refused(words.errors.number[number]);
  if (number <= rules.usual) return read(number);
  const shown = number.toLocaleString('en-US', { maximumFractionDigits: 10 });
  return read(number, { key: `${about.name}:${number}`, kind: 'number', words: words.asked.large(shown) });
}

function numberIn(typed: string, { units, fraction = false }: NumberRules): number | Trouble {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (NEGATIVE.test(text)) return 'negative';
  if (ABOUT.test(text)) return 'about';
  if (EXPONENT.test(text)) return 'exponent';
  const bare = withoutUnit(text, units);
  if (!PLAIN.test(bare)) return 'number';
  if (bare.includes('.') && !fraction) return 'fraction';
  const value = Number(bare.replaceAll(',', ''));
  return value > Number.MAX_SAFE_INTEGER ? 'huge' : value;
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.map((each) => each.normalize('NFKC').toLowerCase()).find((each) => text.endsWith(each));
  return unit === undefined ? text : text.slice(0, -unit.length).trimEnd();
}

const LOWEST = 1;
const HIGHEST = 5;

/** Reads a maturity rating: 1.0–5.0 with at most one decimal (rule 6.2). */
export function readRating(typed: string, about: About): Reading<number> {
  const text = typed.normalize('NFKC').trim().replace(/点$/, '');
  const value = /^\d(\.\d)?$/.test(text) ? Number(text) : null;
  return value === null || value < LOWEST || value > HIGHEST
    ? refused(formWords[about.language].errors.rating)
    : read(value);
}

/** A figure of an indicator. 中止 is a state of it, not 0 (rule 6.1). */
export interface Figure {
  value: number | null;
  state: '中止' | null;
}

const STOPPED = '中止';
const FIGURES: NumberRules = {
  units: [
    '人',
    '名',
    '回',
    '件',
    '%',
    '施設',
    '事業所',
    'か所',
    '箇所',
    '団体',
    '世帯',
    '倍',
    '時間',
    '日',
    '冊',
    '部',
    '点',
  ],
  fraction: true,
  usual: 1_000_000,
};

export function readFigure(typed: string, about: About): Reading<Figure> {
  if (typed.trim() === STOPPED) return read({ value: null, state: STOPPED });
  const number = readNumber(typed, FIGURES, about);
  return 'error' in number ? number : { ...number, value: { value: number.value, state: null } };
}

export const writeFigure = ({ value, state }: Figure): string => state ?? (value === null ? '' : String(value));
