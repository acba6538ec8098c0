/** Which end is asked for: 多い or 少ない. */
export type Sense = 'most' | 'fewest';

const SUPERLATIVE_JA = '(?:一番|いちばん|いっちゃん|1番|最も|もっとも|最)';
const MUCH_JA = '(?:数が)?(?:多|おお[いか]|たくさん|ようけ|ようさん|大き)';
const LITTLE_JA = '(?:数が)?(?:少|すくな|小さ|ちいさ)';
const MOST = new RegExp(
  `${SUPERLATIVE_JA}${MUCH_JA}|${MUCH_JA}[^、。]{0,3}(?:順|のはどこ|のはどの)|トップ(?:は|の市|の町)|\\bthe most\\b|\\b(?:most|largest|highest|greatest|biggest) (?:number|count)|\\b(?:has|have|with|had|holds|hold|runs|run) (?:the )?most\\b`,
);
const FEWEST = new RegExp(
  `${SUPERLATIVE_JA}${LITTLE_JA}|${LITTLE_JA}[^、。]{0,3}(?:順|のはどこ|のはどの)|最下位|\\b(?:the )?(?:fewest|least)\\b|\\b(?:smallest|lowest) (?:number|count)`,
);
const MORE = new RegExp(
  `${MUCH_JA}|(?:どっち|どちら|数)が?上|\\b(?:more|larger|bigger|higher|greater|most)\\b|ようさん`,
);
const FEWER = new RegExp(`${LITTLE_JA}|\\b(?:fewer|less|smaller|lower|fewest|least)\\b`);

const EXPLICIT = new RegExp(
  `${SUPERLATIVE_JA}(?:${MUCH_JA}|${LITTLE_JA})|\\b(?:most|fewest|least|largest|smallest)\\b`,
);

/** 「一番少ない」 and not 「少ないのはどこ」, which may voice a difficulty. */
export const isSuperlative = (text: string): boolean => EXPLICIT.test(text);

/** 「一番多いのは」「fewest」; null where no superlative of a number is asked for. */
export const superlative = (text: string): Sense | null =>
  FEWEST.test(text) ? 'fewest' : MOST.test(text) ? 'most' : null;

/** 「どっちが多い」「fewer」; null where nothing is set against another by its number. */
export const comparative = (text: string): Sense | null =>
  FEWER.test(text) ? 'fewest' : MORE.test(text) ? 'most' : null;
