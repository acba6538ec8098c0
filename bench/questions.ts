import { readFileSync } from 'node:fs';
import type { QuestionItem } from '../test/questions/judge.ts';

/** Conversations: the questions that work was done on, each with what was said before it. */
export function conversations(): string[][] {
  return ['survey.json', 'plans.json'].flatMap((file) => {
    const items = JSON.parse(
      readFileSync(new URL(`../test/questions/${file}`, import.meta.url), 'utf8'),
    ) as QuestionItem[];
    return items.map((item) => [...(item.context ?? []), item.question]);
  });
}

/** Searches of one to three words, as they come out of questions; normalised. */
export const TERM_QUERIES: readonly (readonly string[])[] = [
  ['バイタルリンク'],
  ['mcs'],
  ['マップ'],
  ['直営'],
  ['悩み'],
  ['終活'],
  ['研修会'],
  ['アンケート'],
  ['看取り'],
  ['エンディングノート'],
  ['救急医療情報キット'],
  ['薬剤師会'],
  ['身寄りのない'],
  ['人材不足'],
  ['地域包括支援センター'],
  ['出前講座'],
  ['離島'],
  ['訪問看護', '不足'],
  ['ケアマネ', '研修'],
  ['医師会', '委託'],
  ['多職種', '連携'],
  ['入退院', '手引き'],
  ['講演会', '住民'],
  ['災害', '計画'],
  ['認知症', '初期集中支援チーム'],
  ['消防', '救急'],
  ['acp', '普及'],
  ['相談', '窓口'],
  ['介護', '負担'],
  ['情報共有', 'ツール'],
  ['会議', '年1回'],
  ['オンライン', '研修'],
  ['医師', '不足', '訪問診療'],
  ['医療', '介護', '資源'],
  ['市民', '講座', '開催'],
  ['看取り', '研修', '多職種'],
  ['退院', '支援', '病院'],
  ['在宅医療', '相談', '窓口'],
  ['歯科', '医師会', '薬剤師会'],
  ['生活', '支援', '身寄り'],
];
