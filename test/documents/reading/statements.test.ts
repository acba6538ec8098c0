import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../../src/documents/reading/letters.ts';
import { statedIn, statementsIn, statusOf } from '../../../src/documents/reading/statements.ts';

const texts = (cell: string) => statementsIn(cell).map(({ text }) => text);

describe('the free text of a cell', () => {
  it('has an item of a list, or a sentence, as a statement; a heading says nothing itself', () => {
    expect(texts('【研修】\n・研修会を開く。年2回である。\n・手引き（第2版。改訂中）を配る')).toEqual([
      '研修会を開く。',
      '年2回である。',
      '手引き（第2版。改訂中）を配る',
    ]);
    expect(texts('・一つ目 ・二つ目 ▷三つ目')).toEqual(['一つ目', '二つ目', '三つ目']);
    expect(texts('【一】 ・会議を開く。 【二】 ・冊子【改訂版】を配る')).toEqual([
      '会議を開く。',
      '冊子【改訂版】を配る',
    ]);
    expect(texts('・長い行は\n次の行に続く')).toEqual(['長い行は 次の行に続く']);
    expect(texts('①医療・介護の連携 (1) 令和7.5')).toEqual(['医療・介護の連携 (1) 令和7.5']);
  });

  it('is mended where scanning damaged a letter, and only there', () => {
    expect(texts('・ACPIの研修を菟野町と木曾岬町で開く')).toEqual(['ACPの研修を菰野町と木曽岬町で開く']);
    expect(texts('・APIで送る。医療期間中は休む')).toEqual(['APIで送る。', '医療期間中は休む']);
  });

  it.each([
    ['研修会を開いている。', 'doing'],
    ['研修会を3月に開催予定', 'planned'],
    ['動画の作成を準備中', 'planned'],
    ['参加の方法を検討中である。', 'considering'],
    ['シートの作成を検討する。', 'considering'],
    ['医師会と解決策の検討を行っている。', 'doing'],
    ['計画の作成はしていない', 'none'],
    ['計画の作成はしていないが、手引きを使う', 'doing'],
    ['開催を検討中（3月に開催予定）', null],
  ])('「%s」 stands as %s', (sentence, status) => {
    expect(statusOf(sentence)).toBe(status);
  });

  it('marked as our own sheets mark it stands as marked', () => {
    expect(statementsIn('・【予定】講座を開く\n・【検討中】動画を作る\n・配布する')).toEqual([
      { text: '講座を開く', status: 'planned' },
      { text: '動画を作る', status: 'considering' },
      { text: '配布する', status: 'doing' },
    ]);
  });

  it.each([
    ['', 'blank'],
    [' \n', 'blank'],
    ['特になし', 'none'],
    ['【なし】', 'none'],
    ['—', 'none'],
    ['取組はしていない。', 'none'],
    ['実施なし', 'none'],
    ['特に問題なしとの声がある', 'yes'],
  ])('「%s」 is %s', (cell, stated) => {
    expect(statedIn(cell)).toBe(stated);
  });
});

describe("a scene's heading", () => {
  it('is known under its other name and whatever its number, and is no sentence', () => {
    expect(
      ['①日常の療養支援', '③ 緊急時の対応', '① 入退院支援', '●目指すべき姿', '看取りの件数が増えている施設がある'].map(
        sceneOf,
      ),
    ).toEqual(['日常の療養支援', '急変時の対応', '入退院支援', null, null]);
  });
});
