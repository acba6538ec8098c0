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
  '・': '・',
  '！': '!',
  '‼': '!!',
};

// Zero-width and direction marks: invisible, so nobody means them.
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu;

/**
 * The form in which questions and records are compared: NFKC, lower case, one character for each set of variants.
 * For comparing only; what people see is always the original.
 */
export function normalize(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '');
  let out = '';
  for (const character of plain) out += VARIANTS[character] ?? character;
  return out.replace(/[\s\u3000]+/gu, ' ').trim();
}

/** A normalised text without blanks, for comparing Japanese, where blanks mean nothing. */
export const squeeze = (text: string): string => normalize(text).replaceAll(' ', '');

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
  for (const [ending, replacement] of STEM_ENDINGS) {
    const next = out.replace(ending, replacement);
    if (next !== out) out = next;
  }
  return out;
}
