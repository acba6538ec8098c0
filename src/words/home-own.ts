import type { Language } from './labels.ts';

// Home of somebody who keeps records: the initiatives of the area, what was long not confirmed, what others changed.

export interface HomeOwnWords {
  /** Over the initiatives. */
  own(area: string): string;
  noInitiatives: string;
  sceneLabel: string;
  allScenes: string;
  withCount(label: string, count: number): string;
  state(status: string): string;
  date(date: string): string;
  asOf(asOf: string): string;
  between: string;
  open: string;
  openSpoken(title: string): string;
  page(page: number, pages: number): string;
  earlier: string;
  further: string;
  confirmScene(scene: string, count: number): string;
  unconfirmed: string;
  unconfirmedIntro(months: number, count: number): string;
  moreUnconfirmed(count: number): string;
  stillSo: string;
  stillSoSpoken(title: string): string;
  neighbours: string;
  noNeighbours: string;
  look: string;
  lookSpoken(title: string): string;
  record: string;
  /** For somebody who may change nothing yet. */
  join: string;
  joinHow(area: string | null): string;
}

const ja: HomeOwnWords = {
  own: (area) => `${area}の取組`,
  noInitiatives: 'まだ取組の記録がありません。下の「取組を更新」から追加できます。',
  sceneLabel: '場面',
  allScenes: 'すべての場面',
  withCount: (label, count) => `${label}（${count}件）`,
  state: (status) => `状況: ${status}`,
  date: (date) => `日付: ${date}`,
  asOf: (asOf) => `時点: ${asOf}`,
  between: '　',
  open: '開く',
  openSpoken: (title) => `「${title}」を開く`,
  page: (page, pages) => `${page}／${pages}ページ`,
  earlier: '前へ',
  further: '次へ',
  confirmScene: (scene, count) => `「${scene}」の${count}件をまとめて内容確認（変更なし）`,
  unconfirmed: '長く確認していないもの',
  unconfirmedIntro: (months, count) =>
    `時点が${months}か月より前のものが${count}件あります。今も同じなら「変更なし」を押してください。今日の時点になります。`,
  moreUnconfirmed: (count) => `ほかに${count}件あります。`,
  stillSo: '変更なし',
  stillSoSpoken: (title) => `「${title}」を変更なしと確認`,
  neighbours: 'ほかの市町の最近の変更',
  noNeighbours: 'ほかの市町が記録を変えると、ここに出ます。',
  look: '見る',
  lookSpoken: (title) => `${title}を見る`,
  record: '記録する',
  join: '記録を変えるには',
  joinHow: (area) =>
    `見るのは誰でもできます。変えるには担当としての登録が必要です。下のボタンから申し込むと、${area ?? 'その市町'}の管理職か県の管理者が承認します。`,
};

const en: HomeOwnWords = {
  own: (area) => `Initiatives of ${area}`,
  noInitiatives: 'There are no initiatives yet. Add one by "Update an initiative" below.',
  sceneLabel: 'Scene',
  allScenes: 'All scenes',
  withCount: (label, count) => `${label} (${count})`,
  state: (status) => `Status: ${status}`,
  date: (date) => `Date: ${date}`,
  asOf: (asOf) => `As of: ${asOf}`,
  between: ', ',
  open: 'Open',
  openSpoken: (title) => `Open ${title}`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  earlier: 'Back',
  further: 'Next',
  confirmScene: (scene, count) => `Nothing has changed in all ${count} of "${scene}"`,
  unconfirmed: 'Not confirmed for long',
  unconfirmedIntro: (months, count) =>
    `${count} ${count === 1 ? 'record is' : 'records are'} as of more than ${months} months ago. If it still holds, press "Unchanged": it is then as of today.`,
  moreUnconfirmed: (count) => `And ${count} more.`,
  stillSo: 'Unchanged',
  stillSoSpoken: (title) => `Confirm ${title} as unchanged`,
  neighbours: 'Last changes of others',
  noNeighbours: 'What other areas change will stand here.',
  look: 'See',
  lookSpoken: (title) => `See ${title}`,
  record: 'Keep records',
  join: 'To change records',
  joinHow: (area) =>
    `Everybody can read. To change records you must be registered: ask by the button below; a manager of ${area ?? 'that municipality'} or the prefecture approves.`,
};

export const homeOwnWords: Record<Language, HomeOwnWords> = { ja, en };
