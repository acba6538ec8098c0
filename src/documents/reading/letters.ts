import { SCENES, type Scene } from '../../records/vocabulary.ts';

// How printed letters are read: damaged ones mended by a table, headings compared by what their letters say.

/** Characters that scanning damaged, wherever they occur; what each stands for is the only thing it can be. */
const DAMAGED: readonly (readonly [RegExp, string])[] = [
  [/(?<![A-Za-z])(ACP|BCP|HP|ICT|MCS)I(?![A-Za-z])/g, '$1'],
  [/방지/g, '防止'],
  [/医療期間(?!中)/g, '医療機関'],
  [/見えるかシステム/g, '見える化システム'],
  [/菟野/g, '菰野'],
  [/木曾岬/g, '木曽岬'],
  [/名質医師会/g, '名賀医師会'],
  [/COVI19/g, 'COVID19'],
];

/** A text with its damaged characters mended; everything else stays as it is written. */
export const mended = (text: string): string =>
  DAMAGED.reduce((so, [damaged, right]) => so.replace(damaged, right), text);

/** A text as headings are compared: one width of letters, no blanks, no numbering, no marks. */
export const bare = (text: string): string =>
  text
    .replace(/^[\s●○◇◆■□▶※<>＜＞・]*[①-⑳]?\s*/u, '')
    .normalize('NFKC')
    .replace(/\s/g, '');

/** The number of a circled numeral at the beginning; null where there is none. */
export function circled(text: string): number | null {
  const first = text.trimStart().charCodeAt(0);
  return first >= 0x2460 && first <= 0x2473 ? first - 0x245f : null;
}

/** Other names of a scene in documents. */
const SCENE_NAMES: readonly (readonly [RegExp, Scene])[] = [
  [/日常の?療養/, '日常の療養支援'],
  [/入退?院支援|退院支援/, '入退院支援'],
  [/(急変|緊急)時の?対応/, '急変時の対応'],
  [/看取り/, '看取り'],
  [/(4|四)つの場面共通|4場面共通/, '4場面共通'],
];

/** The scene that a heading names; null where it names none, or says more than a heading does. */
export function sceneOf(heading: string): Scene | null {
  const text = bare(heading).replace(/^(\d+[.、]?|場面)/, '');
  const found = SCENE_NAMES.find(([name]) => name.test(text));
  return found && text.length <= (SCENES.find((scene) => scene === found[1]) ?? '').length + 8 ? found[1] : null;
}
