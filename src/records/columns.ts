import type { Facet, Scene } from './vocabulary.ts';

/** The survey's columns as the sheet prints them, part number included, since ①〜⑥ stand twice. */
export const COLUMN_LABELS: Record<Facet | 'vision', string> = {
  situation: '(1)①在宅医療・介護連携の状況',
  initiative: '(1)②取組',
  practice: '(1)③工夫していること',
  difficulty: '(1)④困難に感じていること',
  crossDepartment: '(1)⑤部局間・事業間連携',
  withoutRelatives: '(1)⑥身寄りのない方への支援',
  discharge: '(2)①入退院支援',
  acp: '(2)②ACP',
  emergency: '(2)③救急との連携',
  ict: '(2)④ICT',
  outreach: '(2)⑤普及啓発・研修資料',
  bcp: '(2)⑥地域BCP',
  hub: '連携拠点名称',
  vision: '目指すべき姿',
  policy: '方針',
};

/** Where in a survey sheet something stands. */
export function placeInSheet(areaNames: string[], facet: Facet | 'vision', scene?: Scene): string {
  return `${areaNames.join('・')}の調査票 ${COLUMN_LABELS[facet]}${scene ? `（${scene}）` : ''}`;
}
