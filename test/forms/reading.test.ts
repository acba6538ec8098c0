import { describe, expect, it } from 'vitest';
import type { About, Reading } from '../../src/forms/field.ts';
import { readDate } from '../../src/forms/readings/date.ts';
import { readFiscalYear } from '../../src/forms/readings/fiscal-year.ts';
import { readNumber, readRating } from '../../src/forms/readings/number.ts';
import { readLink, readText } from '../../src/forms/readings/text.ts';
import { formWords } from '../../src/words/forms.ts';
import type { Language } from '../../src/words/labels.ts';
import { day } from '../calendar/day.ts';

const about = (language: Language = 'ja'): About => ({ today: day('2026-11-21'), language, name: 'field', typed: {} });

/** The value, `? value` where it is asked back, `! words` where it is refused. */
function shown(reading: Reading<unknown>): string {
  if ('error' in reading) return refusal(reading.error);
  return reading.doubts.length > 0 ? `? ${reading.value}` : `${reading.value}`;
}

const refusal = (words: string) => `! ${words}`;
const { errors } = formWords.ja;

describe('a date', () => {
  it.each([
    ['令和8年6月2日', '令和8年6月2日'],
    ['R8.6.2', 'R8.6.2'],
    ['R8/6/2', 'R8/6/2'],
    ['H30.4.1', 'H30.4.1'],
    ['令和元年5月1日', '令和元年5月1日'],
    ['2026/6/2', '2026/6/2'],
    ['2026-06-02', '2026-06-02'],
    ['２０２６年６月２日', '２０２６年６月２日'],
    ['令和八年六月二日', '令和八年六月二日'],
    ['二〇二六年六月二日', '2026年六月二日'],
    ['R8.6.2（火）', 'R8.6.2（火）'],
    ['R8.6.2 予定', 'R8.6.2'],
    ['明日', 'R8.11.22'],
    ['今年度', 'R8年度'],
  ])('is read: %s', (typed, value) => {
    expect(shown(readDate(typed, about(), 'next'))).toBe(value);
  });

  it.each(['R8年7月', 'R8.2月', 'R8年1~2月', '令和8年度第1四半期', 'R8年度', '2026年', 'R8.7.8～R8.7.10', 'R6～R8'])(
    'stays as exact as it was typed: %s',
    (typed) => {
      expect(shown(readDate(typed, about(), 'next'))).toBe(typed);
    },
  );

  it('without a year is the next one for a plan and the latest for what was held, and is asked back', () => {
    expect(shown(readDate('7/8', about(), 'next'))).toBe('? R9.7.8');
    expect(shown(readDate('7/8', about(), 'latest'))).toBe('? R8.7.8');
    expect(shown(readDate('3月', about(), 'latest'))).toBe('? R8.3');
  });

  it('whose weekday does not fit is asked back with the right one', () => {
    const reading = readDate('令和8年3月6日（木）', about(), 'latest');
    expect(shown(reading)).toBe('? R8.3.6');
    expect(reading).toMatchObject({ doubts: [{ words: expect.stringContaining('令和8年3月6日（金）') }] });
  });

  it.each([
    ['2/30', errors.impossible['no-such-day']('2/30')],
    ['2026-02-29', errors.impossible['no-such-day']('2026-02-29')],
    ['13/1', errors.impossible['no-such-month']('13/1')],
    ['R0.1.1', errors.impossible['year-zero']('r0.1.1')],
    ['平成40年6月2日', `${errors.impossible['after-era']('平成40年6月2日')}令和10年6月2日（金）のことですか。`],
    ['未定', errors.date],
    ['<!channel>', errors.date],
    ['7/8に開催済み', errors.dateAlone],
    ['R8.3頃', errors.dateAlone],
    ['7/8、7/15', errors.dateAlone],
  ])('that is none is refused: %s', (typed, words) => {
    expect(shown(readDate(typed, about(), 'next'))).toBe(refusal(words));
  });
});

describe('a fiscal year', () => {
  it.each([
    ['R8', 'R8'],
    ['ｒ８年度', 'R8'],
    ['令和8年度', 'R8'],
    ['令和8年', 'R8'],
    ['2026', 'R8'],
    ['2026年度', 'R8'],
    ['平成31年度', 'R1'],
    ['今年度', 'R8'],
  ])('is read: %s', (typed, value) => {
    expect(shown(readFiscalYear(typed, about()))).toBe(value);
  });

  it.each(['8', '第9期', 'R8.7.8', 'R6～R8', 'abc'])('that is none is refused: %s', (typed) => {
    expect(shown(readFiscalYear(typed, about()))).toBe(refusal(errors.fiscalYear));
  });
});

describe('a number', () => {
  const read = (typed: string, rules = {}) =>
    shown(readNumber(typed, { units: ['人', '名', '回', '件', '%'], usual: 5_000, ...rules }, about()));

  it.each([
    ['0', '0'],
    ['35', '35'],
    ['３５人', '35'],
    ['1,200名', '1200'],
    [' 35 人 ', '35'],
    ['12回', '12'],
    ['007', '7'],
  ])('is read: %s', (typed, value) => {
    expect(read(typed)).toBe(value);
  });

  it('takes a fraction only where one is meant', () => {
    expect(read('66.1%', { fraction: true })).toBe('66.1');
    expect(read('35.5')).toBe(refusal(errors.number.fraction));
  });

  it('that is implausibly large is asked back', () => {
    expect(read('35000')).toBe('? 35000');
  });

  it.each([
    ['-5', 'negative'],
    ['▲5', 'negative'],
    ['約35', 'about'],
    ['35人程度', 'about'],
    ['35弱', 'about'],
    ['about 35', 'about'],
    ['1e3', 'exponent'],
    ['10^3', 'exponent'],
    ['1,20', 'number'],
    ['三十五', 'number'],
    ['35人と5人', 'number'],
    ['99999999999999999999', 'huge'],
  ] as const)('that is none is refused: %s', (typed, code) => {
    expect(read(typed)).toBe(refusal(errors.number[code]));
  });
});

describe('a rating', () => {
  it.each([
    ['1', '1'],
    ['3.5', '3.5'],
    ['５．０', '5'],
    ['4.0点', '4'],
  ])('is read: %s', (typed, value) => {
    expect(shown(readRating(typed, about()))).toBe(value);
  });

  it.each(['0', '0.9', '5.1', '3.55', '3,5', '-1', 'A', '3.'])(
    'off 1.0–5.0 or finer than 0.1 is refused: %s',
    (typed) => {
      expect(shown(readRating(typed, about()))).toBe(refusal(errors.rating));
    },
  );
});

describe('a text', () => {
  it.each([
    '<!channel> *太字* `x`',
    '=HYPERLINK("https://x.example")',
    '👨‍👩‍👧‍👦が゙',
    ' 前後の空白 ',
    '一行目\n二行目',
    '&amp;<@U1>',
  ])('is taken exactly as it was typed: %s', (typed) => {
    expect(shown(readText(typed, { most: 150 }, about()))).toBe(typed);
  });

  it.each([
    ['マイナンバー 123456789012', 'individual-number'],
    ['被保険者番号 0012345678', 'insured-number'],
    ['山田太郎さん 昭和12年3月4日生まれ', 'birth-date'],
    ['三重県津市栄町1丁目954番地', 'home-address'],
    ['80代男性、独居', 'one-case'],
  ] as const)('about a person is refused without being repeated', (typed, kind) => {
    for (const language of ['ja', 'en'] as const) {
      const words = shown(readText(typed, { most: 150 }, about(language)));
      expect(words).toBe(refusal(formWords[language].errors.personal[kind]));
      expect(words).not.toContain(typed.slice(-8));
    }
  });

  it('with a number that only looks like a personal one is asked back, and the question does not hold it', () => {
    const reading = readText('整理番号 123456789012', { most: 150 }, about());
    expect(shown(reading)).toBe('? 整理番号 123456789012');
    expect(JSON.stringify('doubts' in reading && reading.doubts)).not.toContain('123456789012');
  });

  it('may be an official telephone number, a lecturer, a venue with its address', () => {
    expect(shown(readText('TEL0594-22-8200 講師は山田太郎先生', { most: 150 }, about()))).toContain('TEL');
    const venue = '桑名市中央町2丁目37番地';
    expect(shown(readText(venue, { most: 150 }, { ...about(), name: 'location' }))).toBe(venue);
    expect(shown(readText(`田中さんの自宅 ${venue}`, { most: 150 }, { ...about(), name: 'location' }))).toMatch(/^!/);
  });

  it('is refused where no database could hold it', () => {
    expect(shown(readText('a\u0000b', { most: 150 }, about()))).toBe(refusal(errors.unstorable));
    expect(shown(readText('\ud83d', { most: 150 }, about()))).toBe(refusal(errors.unstorable));
  });

  it('says how long it may be', () => {
    expect(shown(readText('あ'.repeat(151), { most: 150 }, about()))).toBe(refusal(errors.tooLong(150, 151)));
  });
});

describe('a link', () => {
  it('is a web address and nothing else', () => {
    const read = (typed: string) => shown(readLink(typed, { most: 3_000 }, about()));
    expect(read('https://www.town.example/手引き.pdf')).toBe('https://www.town.example/手引き.pdf');
    for (const typed of [
      'javascript:alert(1)',
      'www.town.example',
      'https://',
      'https://a b',
      '<https://a.example|b>',
    ]) {
      expect(read(typed)).toBe(refusal(errors.link));
    }
  });
});
