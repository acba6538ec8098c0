/** What may not be stored about a person. */
export type PersonalDataKind = 'individual-number' | 'insured-number' | 'birth-date' | 'home-address' | 'one-case';

export interface PersonalData {
  kind: PersonalDataKind;
  /** False for a bare number that only looks like one: an official number may be confirmed (rules 3.6). */
  certain: boolean;
}

/** What people write for a hyphen; the long vowel mark only between digits. */
const HYPHENS = /[‐‑‒–—―−﹣]|(?<=\d)ー(?=\d)/g;

/** A number of `count` digits by itself, with or without grouping in fours. */
const TWELVE_DIGITS = /(?<![\d,.-])\d{4}([- ]?)\d{4}\1\d{4}(?![\d,]|[-.]\d)/;
const INDIVIDUAL_LABEL = /個人番号|マイナンバー|my ?number|individual number/;
const INSURED = /(被保険者証?|被保番|保険証|insured|insurance)[^\d\n]{0,20}(\d{4}[- ]?){2}\d{2}(?!\d)/;

const DAY =
  '((明治|大正|昭和|平成|令和|[mtshr])[ .]?(\\d{1,2}|元)|\\d{4})\\s?[年./-]\\s?\\d{1,2}\\s?[月./-]\\s?\\d{1,2}日?';
const ENGLISH_DAY =
  '(\\d{1,2}(st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (\\d{1,2}(st|nd|rd|th)?,? )?\\d{4}';
const BIRTH = new RegExp(
  `(生年月日|誕生日|生まれた日|born( on)?|birthday|date of birth|dob)[^\\d明大昭平令a-z]{0,6}(${DAY}|${ENGLISH_DAY})|(${DAY})(\\(.\\))? ?(生まれ(?!変)|生(?=$|[\\s)、。,.]))`,
);
const ROLES =
  '患者|利用者|皆|みな|医者|医師|看護師|保健師|薬剤師|栄養士|ケアマネ|ケアマネジャー|ヘルパー|先生|お客|業者|家族|ご家族|本人|ご本人|住民|相談員|職員|担当者|講師|消防|病院|薬局|事業者|高齢者|者';
/** A person by name: labelled, or with a title after it that is not a role's. */
const NAMED = new RegExp(
  `(氏名|お?名前|患者名|利用者名|本人名)[:： 　はが]|\\bname\\s*[:=]|\\b(mr|mrs|ms)\\.? [a-z]|(?<![\\p{Script=Han}ァ-ヶー])(?!(${ROLES})(さん|様|さま))[\\p{Script=Han}ァ-ヶー]{1,8}(さん|様|さま|氏(?!名)|殿|ちゃん|くん)`,
  'u',
);
const NAME_BEFORE_BIRTH = new RegExp(
  `\\p{Script=Han}{1,4}[ 　]?\\p{Script=Han}{1,4}[ 　(、,]{1,2}(${DAY})(\\(.\\))? ?生`,
  'u',
);

const ADDRESS =
  /\p{Script=Han}[市区町村郡][^\d\n。、]{0,16}(\d{1,4}丁目 ?)?\d{1,5}(-\d{1,4})*番地?(?!目|号車|組)|\d{1,3}丁目 ?\d{1,4}(番|-\d)|[市区町村][^\d\n。、]{1,12}\d{1,4}-\d{1,4}-\d{1,4}(?!-?\d)/u;
const HOME = /自宅|お?住所|在住|お?住まい|に住む|に住んで|居住|宅(?!医|介護|療養|訪問|配)|home address|lives? (at|in)/;
const INSTITUTION =
  /市役所|町役場|役場|庁舎|センター|病院|診療所|医院|クリニック|会館|公民館|ホール|会場|所在地|事業所|薬局|ステーション|協議会|医師会|学校|大学|施設|hospital|clinic|office|venue|hall/;

const AGED =
  /(?<!\d)(\d{1,3}歳(?!以上|以下|未満|まで|から|~|〜|前後|代)|\d0歳?代(?!以上|以下|から|まで|~|〜))(後半|前半)?[、,の]{0,2}(男性|女性|男|女|母|父|祖母|祖父|患者|利用者|方|独居|一人暮らし|ひとり暮らし)(?![のへ]?(向け|対象|割合|人口|層|参加))|\d{2,3}[- ]years?[- ]old (man|woman|male|female|patient|client|lady|gentleman)/;
/** 「…の世帯に案内を送る」: all who are so old are meant, not one of them. */
const TO_MANY =
  /(世帯|方々|皆さん|皆様|全員|対象者)(に|へ)[^。\n]{0,20}(案内|送付|送る|送って|配布|配付|配る|配って|通知|発送|郵送|お知らせ)/;
const ONE_CASE =
  /(お?一人|1人|1名|一名|ある(患者|利用者|高齢者|男性|女性|方|家族))の(?!暮)[^。\n]{0,12}(事例|ケース|症例)|(?<![a-z])[a-z](さん|氏|様)(の|は|が|を|、|ご)|one (patient|client|person)'s case/;
const NAMED_CASE = /(さん|様|氏)の[^。\n]{0,8}(事例|ケース|症例|病状|容体|診断|認知症|退院|看取り)/;

/** The first personal data that a text holds; null where there is none. Official telephone numbers are none. */
export function findPersonalData(text: string): PersonalData | null {
  const plain = text.normalize('NFKC').replace(HYPHENS, '-').toLowerCase();
  const certain = (kind: PersonalDataKind): PersonalData => ({ kind, certain: true });
  const number = TWELVE_DIGITS.exec(plain);
  if (number) {
    return { kind: 'individual-number', certain: number[1] !== '' || INDIVIDUAL_LABEL.test(plain) };
  }
  if (INSURED.test(plain)) return certain('insured-number');
  const named = NAMED.test(plain);
  if (NAME_BEFORE_BIRTH.test(plain) || (named && BIRTH.test(plain))) return certain('birth-date');
  if (ADDRESS.test(plain) && (HOME.test(plain) || named || !INSTITUTION.test(plain))) return certain('home-address');
  if ((AGED.test(plain) && !TO_MANY.test(plain)) || ONE_CASE.test(plain) || (named && NAMED_CASE.test(plain)))
    return certain('one-case');
  return null;
}

/** As `findPersonalData`, in a field of a record: where something is or takes place is no home. */
export const findPersonalDataIn = (field: string, text: string): PersonalData | null =>
  findPersonalData(field === 'location' ? `会場: ${text}` : text);
