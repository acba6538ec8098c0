import type { Browser, Locator } from 'playwright-core';
import { type SurveySheet, surveyPage } from '../../../src/documents/sheets/survey-sheet.ts';
import { workbookFile } from '../../../src/documents/workbook.ts';
import { pageWords } from '../../../src/words/page.ts';
import { Desk } from './desk.ts';
import type { Step } from './journey.ts';

// What several people of いなべ市 record, one after another, in Japanese; it goes on from the journey.

const TOLD = {
  answer: '調査票の欄への回答は、前回の内容から書き始められます。',
  share: 'ほかの市町も使える資料は、入手先や条件と合わせて登録します。',
  indicator: '指標の計画値・実績値・見込・年度途中の値は、並べて入力します。',
  evaluate: '年度の評価は、前の年度の内容から書き始められます。',
  admin: '「管理」では、メンバー・お知らせのチャンネル・引継ぎ・言葉などを扱います。',
  members: 'メンバーには、役割と期間があります。',
  conflict: '開いている間にほかの人が同じ項目を変えたときは、その内容を見てから保存できます。',
  draft: '連携拠点が書いた案は、市町の担当者が今の記録と比べて承認します。',
  'black-out': '墨消しは、どこにあるかを確かめてから行います。',
  meeting: '会議は、すべての回の日程とリマインドを確かめてから登録します。閉庁日に当たる回は、理由とともに動かします。',
  reminder: '時計が進むと、会議のリマインドがチャンネルに届きます。',
  moved: '日程を変えると、理由とともにチャンネルに1度だけ知らせます。前の日程のリマインドは届きません。',
  'notice-settings': '「通知の設定」で、自分への届き方を選びます。',
  due: 'ホームには、期限を過ぎたもの、確認が必要なもの、近いものの順に、予定と期限が並びます。',
  board: '管理職のホームには、だれが何を担当しているかが出ます。',
  overdue: '期限を過ぎたときは、次の開庁日に担当者だけに知らせます。',
  digest: 'まとめを選んだ人には、午前9時にダイレクトメッセージで届きます。',
  'office-settings': '「役所の設定」では、お知らせの時刻やリマインドの日数を、役所ごとに決められます。',
  import: '記入済みの調査票は、読み取った内容と前回との違いを確かめてから保存します。',
  matches: '困難に感じていることに役立ちそうなほかの市町の工夫は、出典とともにホームに出ます。',
  'neighbours-ask': '記録にないことは、ほかの市町に聞けます。届く先と日は、送る前に確かめられます。',
  'neighbours-asked': '聞かれた市町には、開庁日の午前9時に、チャンネルに1度だけ届きます。',
} as const;

const step = (name: keyof typeof TOLD, shown: Locator): Step => ({ name, told: TOLD[name], shown });

const SHEET: SurveySheet = {
  areas: 'いなべ市',
  year: '令和8年度',
  asOf: '令和8年11月1日',
  hub: '三重北医療センターいなべ総合病院',
  mode: '委託',
  ict: '・「いなべ地域ケアネット」の登録は300名程になった。\n・【予定】登録のしかたを動画で案内する。',
  bcp: '・【検討中】地域BCPの連絡網を多職種で作る。',
};
const RECORD = '多職種事例検討会';
const SAVED = '保存しました';
const NAME = '見本太郎さん';

/** Walks through the forms, stopping where something is to be pictured. */
export async function* recording(browser: Browser, origin: string): AsyncGenerator<Step> {
  const sit = (user: string, name: string) => Desk.of(browser, origin, user, name);
  const morino = await sit('U0MORINO', '森野 拓');
  const nakai = await sit('U0NAKAI', '中井 志保');
  const akiyama = await sit('U0AKIYAMA', '秋山 景子');
  const ogura = await sit('U0OGURA', '小倉 里奈');
  yield* entered(morino);
  yield* managed(akiyama, nakai);
  yield* agreed(morino, nakai, ogura);
  yield* blackedOut(morino, akiyama);
  yield* met(morino);
  yield* due(morino, nakai);
  const tsuji = await sit('U0TSUJI', '辻 文香');
  yield* asked(tsuji, morino);
  for (const desk of [morino, nakai, akiyama, ogura, tsuji]) await desk.close();
}

/** Answers, tools, figures, evaluations. */
async function* entered(morino: Desk): AsyncGenerator<Step> {
  await morino.command('/tonari-answer', '調査票の欄');
  await morino.choose('調査票の欄', 'ICT');
  await morino.send('この欄の答え');
  const said = await morino.field('内容').inputValue();
  await morino.fill({ 内容: `${said}\n【予定】職員研修を年1回開く。`, 時点: 'R8.11.1' });
  yield step('answer', await morino.fromTop());

  await morino.command('/tonari-share 入退院連携の手引き', '資料・ツールを登録');
  await morino.press('資料・ツールを登録');
  await morino.sees('使っている市町');
  await morino.choose('種類', '手引き');
  await morino.fill({ 作成元: '長寿福祉課', '発行・開始': '令和8年10月' });
  yield step('share', await morino.fromTop());

  await morino.command('/tonari-indicator', '指標を追加');
  await morino.press('指標を追加');
  await morino.sees('測るもの');
  await morino.fill({ 指標の名称: '多職種研修会', 測るもの: '開催回数', 単位: '回' });
  await morino.send(SAVED);
  await morino.command('/tonari-indicator 多職種研修会 開催回数 R7年度 計画 4 実績 3', '入力された文');
  await morino.send('計画値');
  await morino.send(SAVED);
  await morino.command('/tonari-indicator 多職種研修会 開催回数 R8年度 計画 4 途中 2', '入力された文');
  await morino.send('計画値');
  await morino.fill({ 値の時点: 'R8.9.30' });
  yield step('indicator', await morino.fromTop());

  await morino.command('/tonari-evaluate 看取り R7年度', '年度');
  await morino.send('成熟度評価');
  await morino.fill({
    成熟度評価: '3.0',
    'D 今年度の取組': '多職種の事例検討会を2回開いた。',
    'C 評価': '医療と介護の双方から参加があった。',
    'A 改善': '開催日を早めに知らせる。',
    次年度の計画: '事例検討会を年3回開く。',
  });
  await morino.dialog.getByRole('radio', { name: '確定' }).check();
  await morino.send(SAVED);
  await morino.command('/tonari-evaluate 看取り R8年度', '年度');
  await morino.send('前の年度の内容から');
  yield step('evaluate', await morino.fromTop());
  await morino.put();
  yield* imported(morino);
}

/** A sheet that came by mail is brought to the form, and not yet saved. */
async function* imported(morino: Desk): AsyncGenerator<Step> {
  await morino.command('/tonari-report', '書き出すもの');
  await morino.press('文書を取り込む');
  await morino.sees('文書の種類');
  await morino.choose('文書の種類', '調査票（記入済み）');
  const buffer = await workbookFile([surveyPage(SHEET)], { title: '調査票', at: new Date() });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await morino.attach({ name: 'いなべ市の調査票.xlsx', mimeType, buffer });
  await morino.send('取り込みの確認');
  await morino.press('変更 2');
  await morino.sees('いなべ地域ケアネット');
  yield step('import', await morino.fromTop());
  await morino.put();
}

/** The administrator's menu; a manager adds somebody of the hub, and chooses the channel for notices. */
async function* managed(akiyama: Desk, nakai: Desk): AsyncGenerator<Step> {
  await akiyama.command('/tonari-admin', '何を管理しますか');
  yield step('admin', akiyama.dialog);
  await nakai.command('/tonari-admin 役所の設定', '役所の設定');
  await nakai.dialog
    .getByRole('button', { name: /いなべ市/ })
    .first()
    .click();
  await nakai.sees('毎月以上の会議のリマインド');
  yield step('office-settings', await nakai.fromTop());
  await akiyama.put();

  await nakai.command('/tonari-admin メンバー', 'いなべ市のメンバー');
  await nakai.press('メンバーを追加');
  await nakai.sees('だれの代理か');
  await nakai.choose('メンバー', '小倉 里奈');
  await nakai.choose('役割', '連携拠点');
  await nakai.fill({ '課・係': '在宅医療・介護連携支援センター', いつまで: 'R9.3.31' });
  await nakai.send(SAVED);
  await nakai.press('← メンバー');
  await nakai.sees('いなべ市のメンバー');
  yield step('members', nakai.dialog);

  await nakai.command('/tonari-admin チャンネル', 'お知らせが届くチャンネル');
  await nakai.choose('チャンネル', 'いなべ市-在宅医療');
  await nakai.send(SAVED);
  await nakai.put();
}

/** Two people at one record, and the draft of a hub. */
async function* agreed(morino: Desk, nakai: Desk, ogura: Desk): AsyncGenerator<Step> {
  await morino.command(`/tonari-update ${RECORD}`, '参加人数');
  await nakai.command(`/tonari-update ${RECORD}`, '参加人数');
  await nakai.fill({ 場所: '市民会館 大会議室' });
  await nakai.send(SAVED);
  await nakai.put();
  await morino.fill({ 場所: '市役所 第1会議室' });
  await morino.send('ほかの人が同じ項目');
  yield step('conflict', await morino.fromTop());
  await morino.put();

  await ogura.command(`/tonari-update ${RECORD}`, '市町の担当者が承認すると');
  await ogura.fill({ 参加人数: '38', メモ: '次回は、訪問看護ステーションからの報告を予定。' });
  await ogura.send('案として預かりました');
  await ogura.put();
  await morino.page.getByRole('button', { name: '確かめて決める' }).click();
  await morino.sees('この案を');
  await morino.dialog.getByRole('radio', { name: '承認する' }).check();
  yield step('draft', await morino.fromTop());
  await morino.send('承認しました');
  await morino.put();
}

/** A name that ought not to be there; the administrator looks where it stands. */
async function* blackedOut(morino: Desk, akiyama: Desk): AsyncGenerator<Step> {
  await morino.command(`/tonari-update ${RECORD}`, '参加人数');
  await morino.fill({ メモ: `${NAME}の件で、次回の日程を調整中。` });
  await morino.send(SAVED);
  await morino.put();
  await akiyama.command('/tonari-admin 墨消し', '消す文字');
  await akiyama.fill({ 消す文字: NAME, 墨消しの理由: '個人の氏名が書かれていたため' });
  await akiyama.send('まだ何も消していません');
  yield step('black-out', await akiyama.fromTop());
  await akiyama.put();
}

/** A meeting in a rhythm as it would be registered; of one on a day the channel is reminded. */
async function* met(morino: Desk): AsyncGenerator<Step> {
  await morino.command('/tonari-meeting 在宅医療推進会議 毎月第4火曜 R8年12月から 14時 市役所', '閉庁日に当たるとき');
  await morino.dialog.getByRole('radio', { name: '翌開庁日' }).check();
  await morino.send('4回分を登録します');
  yield step('meeting', await morino.fromTop());

  await morino.command('/tonari-meeting 多職種研修会 R8.12.4 19:00 中央公民館', '閉庁日に当たるとき');
  await morino.send(SAVED);
  await morino.put();
  const { page } = morino;
  await page.getByRole('navigation').getByRole('button', { name: 'いなべ市-在宅医療' }).click();
  await page.getByRole('button', { name: /ワークスペースの時計/ }).click();
  await page.getByRole('menuitem', { name: pageWords.ja.nextNine }).click();
  const reminder = page.locator('.message', { hasText: '開庁日: 多職種研修会' }).last();
  await reminder.waitFor();
  yield step('reminder', reminder);
  await morino.command('/tonari-meeting 多職種研修会', '日時・会場を変える');
  await morino.press('日時・会場を変える');
  await morino.sees('新しい日付');
  await morino.fill({ 新しい日付: 'R8.12.11' });
  await morino.send(SAVED);
  await morino.put();
  const moved = page.locator('.message', { hasText: '日程が変わりました' }).last();
  await moved.waitFor();
  yield step('moved', moved);
}

/** What is due: chosen as a digest, on Home, on the manager's board, and in the digest of the next morning. */
async function* due(morino: Desk, nakai: Desk): AsyncGenerator<Step> {
  await morino.command('/tonari-meeting 在宅医療部会 R8.11.27 14:00 市役所', '閉庁日に当たるとき');
  await morino.send(SAVED);
  await morino.command('/tonari-deadline 事業実績報告 R8.11.25', '対象年度');
  await morino.fill({ 対象年度: 'R7', 提出先: '三重県' });
  await morino.send(SAVED);
  await morino.put();
  const { page } = morino;
  await morino.home();
  await page.getByRole('button', { name: '通知の設定' }).first().click();
  await morino.sees('リマインドの届け方');
  await morino.dialog.getByRole('radio', { name: '毎開庁日' }).check();
  yield step('notice-settings', await morino.fromTop());
  await morino.send('通知の設定を保存しました');
  await morino.put();

  await page.getByRole('button', { name: /ワークスペースの時計/ }).click();
  await page.getByRole('menuitem', { name: pageWords.ja.nextNine }).click();
  await morino.messages();
  const overdue = page.locator('.message', { hasText: '期限を過ぎています: ' }).last();
  await overdue.waitFor();
  yield step('overdue', overdue);
  const digest = page.locator('.message', { hasText: 'のまとめ: 期限を過ぎています' }).last();
  await digest.waitFor();
  yield step('digest', digest);
  await morino.home();
  await page.locator('.home').getByText('期限を過ぎています').first().waitFor();
  yield step('due', page.locator('.home > .blocks'));
  await nakai.home();
  const board = nakai.page.locator('.home').getByText('課・係の担当表');
  await board.waitFor();
  await board.evaluate((heading) => heading.scrollIntoView());
  yield step('board', nakai.page.locator('.home > .blocks'));
}

/** What helps with a difficulty, on Home; what nobody recorded is asked, and stands in the other town's channel. */
async function* asked(tsuji: Desk, morino: Desk): AsyncGenerator<Step> {
  const { page } = tsuji;
  await tsuji.home();
  const matches = page.locator('.home').getByText('ほかの市町の工夫があります');
  await matches.waitFor();
  await matches.evaluate((heading) => heading.scrollIntoView());
  yield step('matches', page.locator('.home > .blocks'));

  await tsuji.messages();
  await page.locator('#composer').fill('鈴鹿市の休日の退院調整は？');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '他市町へ聞く' }).last().click();
  await tsuji.sees('聞きたいこと');
  await tsuji.fill({ 聞きたいこと: '休日に退院する方の調整を、どのようにしていますか', いつまでに: 'R8.12.18' });
  await tsuji.choose('何について', '入退院支援');
  await tsuji.fill({ 使いみち: 'R9年度の事業計画の参考' });
  await tsuji.choose('聞く市町', 'いなべ市');
  await page.keyboard.press('Escape');
  yield step('neighbours-ask', await tsuji.fromTop());
  await tsuji.send('次の市町に届きます');
  await tsuji.send('に聞きます');
  await tsuji.put();

  await morino.page.getByRole('navigation').getByRole('button', { name: 'いなべ市-在宅医療' }).click();
  await morino.page.getByRole('button', { name: /ワークスペースの時計/ }).click();
  await morino.page.getByRole('menuitem', { name: pageWords.ja.nextNine }).click();
  const question = morino.page.locator('.message', { hasText: '問い合わせが届いています' }).last();
  await question.waitFor();
  yield step('neighbours-asked', question);
}
