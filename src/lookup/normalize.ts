// Characters that staff, documents and input methods write for one another. Whole damaged names (菟野 for 菰野) are
// aliases of their area, never a rule for a character.
const VARIANTS: Record<string, string> = {
  曾: '曽',
  﨑: '崎',
  髙: '高',
  嶋: '島',
  濵: '浜',
  濱: '浜',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  澤: '沢',
  舘: '館',
  櫻: '桜',
  國: '国',
  會: '会',
  醫: '医',
  澁: '渋',
  ヶ: 'ケ',
  ヵ: 'カ',
  '〜': '~',
  '～': '~',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
};

const WITH_VARIANTS = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu');

// Zero-width and direction marks: invisible, so nobody means them.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu;
// Quotation marks and the middle dot: names are written with and without them.
const QUOTES = /[「」『』“”〝〟"・･‟„]/gu;
const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。（）';
const BLANKS_BESIDE_JAPANESE = new RegExp(`(?<=[${JAPANESE}]) | (?=[${JAPANESE}])`, 'gu');

/**
 * The form in which questions and records are compared: NFKC, lower case, one character for each set of variants,
 * without quotation marks, middle dots and blanks beside Japanese. For comparing only; people see the original.
 */
export function normalize(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INVISIBLE, '')
    .replace(/[āâàá]/g, 'a')
    .replace(/[īîìí]/g, 'i')
    .replace(/[ūûùú]/g, 'u')
    .replace(/[ēêèé]/g, 'e')
    .replace(/[ōôòó]/g, 'o');
  return plain
    .replace(WITH_VARIANTS, (character) => VARIANTS[character] ?? character)
    .replace(QUOTES, '')
    .replace(/[\s\u3000]+/gu, ' ')
    .replace(BLANKS_BESIDE_JAPANESE, '')
    .trim();
}

const STEM_ENDINGS: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(ss|x|ch|sh)es$/, '$1'],
  [/([^su])s$/, '$1'],
  [/(\w{3,})ing$/, '$1'],
  [/(\w{3,})ed$/, '$1'],
  [/(\w{3,})e$/, '$1'],
];

/** A crude English stem: enough to let "networks", "shared", "sharing" meet "network", "share". */
export function stem(word: string): string {
  let out = word;
  for (const [ending, replacement] of STEM_ENDINGS) out = out.replace(ending, replacement);
  return out;
}

/** Whether a text is Japanese: a few Japanese names in an English sentence do not make it Japanese. */
export function isJapanese(text: string): boolean {
  const japanese = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = text.match(/[a-zA-Z]{2,}/g)?.length ?? 0;
  return japanese > 0 && (words < 3 || japanese > words * 3);
}
