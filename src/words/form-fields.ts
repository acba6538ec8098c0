import { add, type Both, both, type FieldWords, form, next, save } from './form-parts.ts';

// What the forms and their fields are called. A hint says what is taken, with an example where that helps; the example in
// the field itself is nothing but one.

const dateHint = both(
  '令和8年7月8日、R8.7.8、2026/7/8、7/8、7月、R8年1~2月、令和8年度のように。分からない日は書かず、月や年度で。',
  'Like 8 July 2026, 2026/7/8, R8.7.8, 7/8, July, R8年1~2月, fiscal 2026. If the day is open, write the month or the year.',
);
const asOf: FieldWords = {
  label: both('時点', 'As of'),
  hint: both(
    'いつの時点の内容か。R8.3.31、令和8年3月、令和7年度のように。',
    'When it holds: R8.3.31, March 2026, fiscal 2025.',
  ),
  example: both('R8.3.31', 'R8.3.31'),
};
const fiscalYear: FieldWords = {
  label: both('年度', 'Fiscal year'),
  hint: both('4月から翌年3月まで。令和8年度、R8、2026のように。', 'April to March: R8, 令和8年度, 2026.'),
  example: both('R8', 'R8'),
};
const scene: FieldWords = { label: both('場面', 'Scene') };
const area: FieldWords = { label: both('市町・地区', 'Municipality') };
const jointHint = both('共同のものは、すべて選んでください。', 'For something joint choose all of them.');
const areas: FieldWords = { label: both('市町・地区', 'Municipalities'), hint: jointHint };
const status: FieldWords = { label: both('状況', 'Status') };
const memo: FieldWords = {
  label: both('メモ', 'Memo'),
  hint: both(
    '3,000字まで。個人に関することは書かないでください。',
    'At most 3,000 characters. Nothing about individuals, please.',
  ),
};
const reason: FieldWords = {
  label: both('変更の理由', 'Reason for the change'),
  hint: both(
    '開催済み・実施済み・公表済み・中止から戻すときは必要です。',
    'Needed for going back from held, done, published or cancelled.',
  ),
};
const day: FieldWords = {
  label: both('日付（予定・実施）', 'Date (planned or held)'),
  hint: dateHint,
  example: both('R8.7.8', 'R8.7.8'),
};
/** Asked in any form where a change needs its reason: going back, or in a town's stead. */
export const reasonWords: FieldWords = { label: both('変更の理由', 'Reason for the change') };
const title: FieldWords = { label: both('取組の名称', 'Title'), example: both('多職種事例検討会', '多職種事例検討会') };

const member: FieldWords = { label: both('メンバー', 'Person') };
const section: FieldWords = { label: both('担当課・係', 'Section in charge') };
const contact: FieldWords = {
  label: both('問合せ先', 'Whom to ask'),
  hint: both(
    '課・係や機関の名称と公用の電話番号。個人の連絡先は書かないでください。',
    'A section or body with its official number, no private ones.',
  ),
  example: both('高齢福祉課 0594-00-0000', '高齢福祉課 0594-00-0000'),
};
const link: FieldWords = {
  label: both('リンク', 'Link'),
  hint: both(
    'https:// で始まるアドレス。Slackに置いたファイルは、そのファイルの「リンクをコピー」で。',
    'An address that begins with https://. For a file in Slack: "Copy link" at the file.',
  ),
  example: both('https://www.city.example.jp/guide.pdf', 'https://www.city.example.jp/guide.pdf'),
};
const oneALine = (what: string, english: string): Both => both(`${what}を1行に1つ。`, `${english}, one a line.`);
const longText = both('3,000字まで。1つの事柄を1行に。', 'At most 3,000 characters, a point a line.');

/* ---- initiatives ---- */

export const chooseInitiativeWords = form({
  title: both('取組を選ぶ', 'Choose an initiative'),
  submit: next,
  fields: {
    initiative: {
      label: both('取組', 'Initiative'),
      hint: both(
        '名称の一部を入力すると候補が出ます。担当の市町のものが先に並びます。',
        'Type a part of its title. Those of your own municipalities come first.',
      ),
    },
  },
});

export const addInitiativeWords = form({
  title: both('取組の追加', 'Add an initiative'),
  submit: add,
  fields: {
    areaId: area,
    scene,
    title,
    status,
    date: day,
    fiscalYear,
    memo,
  },
});

export const updateWords = form({
  title: both('取組の更新', 'Update an initiative'),
  submit: save,
  fields: {
    status,
    date: day,
    fiscalYear,
    participants: {
      label: both('参加人数', 'Participants'),
      hint: both('人数だけ。「約」はメモに。', 'The number only; "about" goes into the memo.'),
      example: both('35', '35'),
    },
    location: {
      label: both('場所', 'Place'),
      hint: both('公の施設や会場の名称。', 'A public facility or venue.'),
      example: both('市民会館 大ホール', '市民会館 大ホール'),
    },
    memo,
    leads: {
      label: both('リマインド', 'Reminders'),
      hint: both(
        '予定の取組について。7開庁日前, 当日 のように。空欄なら役所の設定のとおり（標準は7開庁日前と1開庁日前）。要らないときは「なし」。',
        'While it is planned. Like "7 business days before". Left empty: as the office has them (by default 7 and 1 business days before). None: なし.',
      ),
      example: both('7開庁日前, 1開庁日前', '7開庁日前, 1開庁日前'),
    },
    reason,
  },
});

export const initiativeDetailsWords = form({
  title: both('取組の詳細', 'Details'),
  submit: save,
  fields: {
    host: { label: both('主催', 'Host'), example: both('高齢福祉課', '高齢福祉課') },
    coHost: { label: both('共催', 'Co-host'), example: both('郡市医師会', '郡市医師会') },
    method: {
      label: both('方法', 'Method'),
      hint: both('対面・オンライン・書面など。', 'In person, online, in writing …'),
      example: both('対面とオンラインの併用', '対面とオンラインの併用'),
    },
    target: {
      label: both('対象', 'For whom'),
      example: both('ケアマネジャー、病院の相談員', 'ケアマネジャー、病院の相談員'),
    },
    members: {
      label: both('参加者・構成員', 'Members'),
      hint: both(
        '職種や機関で。個人の氏名は、講師など公の立場の方だけに。',
        'By profession or body; names of public speakers only.',
      ),
    },
    content: { label: both('内容', 'Content'), hint: longText },
  },
});

export const initiativePlaceWords = form({
  title: both('題名・場面・担当', 'Title, scene, section'),
  submit: save,
  fields: {
    title,
    scene,
    alsoScenes: { label: both('ほかにあてはまる場面', 'Further scenes') },
    projectItems: { label: both('事業項目（ア〜ク）', 'Project items (ア–ク)') },
    sectionId: section,
  },
});

export const initiativeItemWords = form({
  title: both('小項目', 'Sub-item'),
  submit: save,
  fields: {
    title: { label: both('小項目の名称', 'Title of the sub-item') },
    status,
    memo,
  },
});

export const chooseSceneWords = form({
  title: both('内容確認（変更なし）', 'Nothing has changed'),
  submit: both('確認済みにする', 'Confirm'),
  fields: { areaId: area, scene },
});

/* ---- answers to the survey, hubs, visions ---- */

export const chooseAnswerWords = form({
  title: both('回答する欄を選ぶ', 'Choose a column'),
  submit: next,
  fields: {
    areaIds: areas,
    column: { label: both('調査票の欄', 'Column of the survey') },
  },
});

export const answerWords = form({
  title: both('調査票の回答', 'Answer to the survey'),
  submit: save,
  fields: {
    stated: {
      label: both('この欄の答え', 'Answer'),
    },
    statements: {
      label: both('内容', 'What is done'),
      hint: both(
        '1つの内容を1行に。実施していないものは、行の初めに【予定】【検討中】【なし】を付けてください。',
        'One statement a line. Begin a line with 【予定】 (planned), 【検討中】 (under consideration) or 【なし】 (none) where it is not being done.',
      ),
      example: both('【予定】多職種研修会を年2回開く', '【予定】多職種研修会を年2回開く'),
    },
    asOf,
    reason: reasonWords,
  },
});

export const hubWords = form({
  title: both('連携拠点', 'Hub'),
  submit: save,
  fields: {
    areaIds: areas,
    name: {
      label: both('連携拠点の名称', 'Name of the hub'),
      example: both('在宅医療・介護連携支援センター', '在宅医療・介護連携支援センター'),
    },
    mode: { label: both('運営', 'Run as') },
    operator: { label: both('運営者・委託先', 'Run by'), example: both('郡市医師会', '郡市医師会') },
    location: {
      label: both('所在地', 'Where it is'),
      hint: both('施設の名称や公の所在地。', 'A facility or its public address.'),
    },
    tel: { label: both('電話番号（公用）', 'Official telephone'), example: both('0594-00-0000', '0594-00-0000') },
    since: { label: both('設置', 'Since'), example: both('平成30年4月', '平成30年4月') },
    note: memo,
    asOf,
  },
});

export const planWords = form({
  title: both('目指す姿と目標', 'Vision and goal'),
  submit: save,
  fields: {
    areaIds: areas,
    scene,
    period: { label: both('計画の期間', 'Period'), example: both('令和6～8年度（R6～R8）', '令和6～8年度（R6～R8）') },
    vision: { label: both('目指す姿', 'Vision'), hint: longText },
    goal: { label: both('目標', 'Goal'), hint: longText },
    asOf,
  },
});

/* ---- what others may use ---- */

export const chooseSharedWords = form({
  title: both('資料・ツールを選ぶ', 'Choose a tool'),
  submit: next,
  fields: {
    shared: {
      label: both('資料・ツール・アンケート', 'Tool, document or survey'),
      hint: both('名称の一部を入力すると候補が出ます。', 'Type a part of its name.'),
    },
  },
});

export const toolWords = form({
  title: both('資料・ツールの共有', 'Share a tool'),
  submit: save,
  fields: {
    name: { label: both('名称', 'Name'), example: both('入退院の手引き', '入退院の手引き') },
    kind: { label: both('種類', 'Kind') },
    maker: {
      label: both('作成元', 'Made by'),
      hint: both('市町のほか、医師会や社協なども。', 'A municipality, a medical association, another body.'),
    },
    areaIds: { label: both('使っている市町', 'Municipalities that use it'), hint: jointHint },
    role: { label: both('この市町の立場', 'These municipalities') },
    status: { label: both('状況', 'Status') },
    ways: { label: both('入手方法', 'How to get it') },
    access: {
      label: both('入手先', 'Where to get it'),
      example: both('市のホームページ「在宅医療」のページ', '市のホームページ「在宅医療」のページ'),
    },
    link,
    contact,
    terms: {
      label: both('利用・改変の条件', 'Terms of use and of changing it'),
      example: both('出典を記せば改変可', '出典を記せば改変可'),
    },
    since: { label: both('発行・開始', 'Issued, in use since'), example: both('令和7年4月', '令和7年4月') },
    purpose: { label: both('使いみち', 'What it is for'), hint: longText },
    asOf,
  },
});

export const surveyWords = form({
  title: both('アンケートの共有', 'Share a survey'),
  submit: save,
  fields: {
    areaIds: areas,
    title: {
      label: both('アンケートの名称', 'Title'),
      example: both('在宅医療に関する市民アンケート', '在宅医療に関する市民アンケート'),
    },
    status: { label: both('状況', 'Status') },
    when: { label: both('実施時期', 'When'), example: both('令和7年9月', '令和7年9月') },
    next: { label: both('次回', 'Next time'), example: both('令和10年度', '令和10年度') },
    target: {
      label: both('対象', 'Population'),
      example: both('市内の65歳以上の方から無作為抽出した2,000人', '市内の65歳以上の方から無作為抽出した2,000人'),
    },
    method: {
      label: both('方法', 'Method'),
      example: both('郵送で配布し、郵送とウェブで回収', '郵送で配布し、郵送とウェブで回収'),
    },
    answers: { label: both('回収', 'Answers'), example: both('1,024件（51.2%）', '1,024件（51.2%）') },
    questions: { label: both('設問', 'Questions'), hint: longText },
    link,
    asOf,
  },
});

export const withdrawWords = form({
  title: both('共有の取りやめ', 'Withdraw'),
  submit: both('取りやめる', 'Withdraw'),
  fields: {
    reason: {
      label: both('取りやめる理由', 'Reason'),
      hint: both(
        '記録と履歴は残り、答えには出なくなります。',
        'The record and its history stay; answers no longer show it.',
      ),
    },
  },
});

/* ---- a hub's draft ---- */

export const decideDraftWords = form({
  title: both('案の承認', 'Approve a draft'),
  submit: both('決める', 'Decide'),
  fields: {
    decision: { label: both('この案を', 'This draft') },
    reason: {
      label: both('理由', 'Reason'),
      hint: both(
        '差し戻すときは必ず書いてください。案を出した人に伝えます。',
        'Needed to send it back. Its writer is told.',
      ),
    },
  },
});

/* ---- indicators, evaluations ---- */

export const chooseIndicatorWords = form({
  title: both('指標を選ぶ', 'Choose an indicator'),
  submit: next,
  fields: {
    indicator: {
      label: both('指標', 'Indicator'),
      hint: both('名称の一部を入力すると候補が出ます。', 'Type a part of its title.'),
    },
    fiscalYear,
  },
});

export const addIndicatorWords = form({
  title: both('指標の追加', 'Add an indicator'),
  submit: add,
  fields: {
    areaId: area,
    title: { label: both('指標の名称', 'Title'), example: both('多職種研修会', '多職種研修会') },
    measure: { label: both('測るもの', 'Measure'), example: both('開催回数', '開催回数') },
    unit: {
      label: both('単位', 'Unit'),
      hint: both('単位のないときは空欄。', 'Empty where there is none.'),
      example: both('回', '回'),
    },
    scene,
  },
});

const figureHint = both(
  '0も値です。空欄は値なし。やめたときは「中止」と書いてください。',
  '0 is a value, empty is none. Write 中止 where it was stopped.',
);
const figure = (ja: string, en: string): FieldWords => ({
  label: both(ja, en),
  hint: figureHint,
  example: both('12', '12'),
});

export const figuresWords = form({
  title: both('指標の値', 'Figures'),
  submit: save,
  fields: {
    planned: figure('計画値', 'Planned'),
    actual: figure('実績値', 'Actual'),
    forecast: figure('見込', 'Forecast'),
    partial: figure('年度途中の値', 'Part-year'),
    asOf: {
      label: both('値の時点', 'As of'),
      hint: both(
        '年度途中の値や見込は、いつの時点か。R8.9.30、令和8年9月のように。',
        'When a part-year value or a forecast holds: R8.9.30, September 2026.',
      ),
      example: both('R8.9.30', 'R8.9.30'),
    },
    note: { label: both('備考', 'Note') },
    noteFor: {
      label: both('時点と備考を付ける値', 'As of and note belong to'),
      hint: both('選ばないときは、今回変えた値に付きます。', 'If none is chosen: to the values changed now.'),
    },
  },
});

export const chooseEvaluationWords = form({
  title: both('評価する場面を選ぶ', 'Choose a scene'),
  submit: next,
  fields: { areaId: area, scene, fiscalYear },
});

export const evaluationWords = form({
  title: both('年度の評価', 'Yearly evaluation'),
  submit: save,
  fields: {
    rating: {
      label: both('成熟度評価', 'Maturity rating'),
      hint: both('1.0から5.0まで、小数第1位まで。', '1.0 to 5.0, at most one decimal.'),
      example: both('3.5', '3.5'),
    },
    done: { label: both('D 今年度の取組', 'D: done this year'), hint: longText },
    checked: { label: both('C 評価', 'C: checked'), hint: longText },
    changed: { label: both('A 改善', 'A: to be changed'), hint: longText },
    nextPlan: { label: both('次年度の計画', 'Plan for next year'), hint: longText },
    state: { label: both('案・確定', 'Draft or final') },
  },
});

/* ---- people, sections, words ---- */

const sectionName: FieldWords = {
  label: both('課・係', 'Section'),
  example: both('高齢福祉課 地域包括ケア係', '高齢福祉課 地域包括ケア係'),
};

export const joinWords = form({
  title: both('担当の登録を頼む', 'Ask to join'),
  submit: both('申し込む', 'Ask'),
  fields: {
    areaIds: areas,
    section: sectionName,
    note: {
      label: both('伝えたいこと', 'Message'),
      hint: both(
        'その市町の管理職か県の管理者が承認します。',
        'A manager of the municipality or the prefecture approves it.',
      ),
    },
  },
});

export const memberWords = form({
  title: both('メンバーの登録', 'Member'),
  submit: save,
  fields: {
    user: member,
    areaId: area,
    role: { label: both('役割', 'Role') },
    section: sectionName,
    from: {
      label: both('いつから', 'From'),
      hint: both(
        '3月に入力し、4月1日からにできます。空欄は今日から。',
        'In March you can enter 1 April. Empty: from today.',
      ),
      example: both('R9.4.1', 'R9.4.1'),
    },
    until: {
      label: both('いつまで', 'Until'),
      hint: both('空欄は期限なし。', 'Empty: without end.'),
      example: both('R9.3.31', 'R9.3.31'),
    },
    deputyOf: {
      label: both('だれの代理か', 'Deputy of'),
      hint: both('その人に代わって記録を直せます。', 'May change records in this person’s stead.'),
    },
  },
});

const memberFields = {
  role: { label: both('役割', 'Role') },
  section: sectionName,
  until: {
    label: both('いつまで', 'Until'),
    hint: both('空欄は期限なし。今日を書くと、今日で終わります。', 'Empty: without end. Today: it ends today.'),
    example: both('R9.3.31', 'R9.3.31'),
  },
} satisfies Record<string, FieldWords>;

/** A membership that stands already: whose and where is fixed. */
export const memberChangeWords = form({
  title: both('メンバーの変更', 'Member'),
  submit: save,
  fields: { ...memberFields, from: memberWords.fields.from, deputyOf: memberWords.fields.deputyOf },
});

/** Which area is managed. */
export const adminAreaWords = form({
  title: both('市町を選ぶ', 'Municipality'),
  submit: next,
  fields: { areaId: area },
});

export const sectionWords = form({
  title: both('課・係と主担当', 'Section'),
  submit: save,
  fields: {
    name: { label: both('課・係の名称', 'Name'), example: both('長寿社会課', '長寿社会課') },
    charge: {
      label: both('主担当', 'Person in charge'),
      hint: both('お知らせが最初に届く人。空欄なら今のまま。', 'Who is told first. Empty: as it is.'),
    },
    deputy: {
      label: both('主担当の代理', 'Deputy'),
      hint: both('主担当に代わって記録を直せます。空欄なら今のまま。', 'May act for that person. Empty: as it is.'),
    },
    from: memberWords.fields.from,
  },
});

export const handoverWords = form({
  title: both('引継ぎの登録', 'Handover'),
  submit: save,
  fields: {
    former: { label: both('前の担当者', 'Former person') },
    successor: { label: both('次の担当者', 'Successor') },
    from: {
      label: both('いつから', 'From'),
      hint: both(
        '次の担当者の初日。前の担当者は、その前の日まで。',
        'The successor’s first day; the former person’s last is the day before.',
      ),
      example: both('R9.4.1', 'R9.4.1'),
    },
    note: {
      label: both('次の担当者に伝えること', 'What the successor should know'),
      hint: both('3,000字まで。個人に関することは書かないでください。', 'Nothing about individuals, please.'),
    },
  },
});

export const chooseWordWords = form({
  title: both('言葉を選ぶ', 'Words'),
  submit: next,
  fields: {
    word: {
      label: both('言葉', 'Word'),
      hint: both('言葉の一部を入れると候補が出ます。', 'Type a part of it.'),
    },
  },
});

export const channelWords = form({
  title: both('お知らせのチャンネル', 'Channel for notices'),
  submit: save,
  fields: {
    channel: {
      label: both('チャンネル', 'Channel'),
      hint: both('となりまちを招待しておいてください（/invite）。', 'Invite the bot first (/invite).'),
    },
  },
});

export const wordWords = form({
  title: both('言葉の登録', 'Word'),
  submit: save,
  fields: {
    label: { label: both('表示する名称', 'Label'), example: both('医師会', '医師会') },
    members: {
      label: both('質問と記録で探す言葉', 'Looked for in questions and records'),
      hint: oneALine('同じ意味の言葉', 'Words of the same meaning'),
      example: both('医師会', '医師会'),
    },
    asked: {
      label: both('質問だけで探す言葉', 'Looked for in questions only'),
      hint: oneALine('記録を探すには広すぎる、くだけた言い方', 'Everyday words too loose for records'),
      example: both('お医者さんの団体', 'お医者さんの団体'),
    },
    english: {
      label: both('英語', 'English'),
      hint: oneALine('英語の言い方（小文字）', 'Lower case'),
      example: both('medical association', 'medical association'),
    },
    except: {
      label: both('除く言葉', 'Except inside'),
      hint: oneALine('その言葉を含む別の言葉', 'Longer words inside which it does not count'),
      example: both('歯科医師会', '歯科医師会'),
    },
    weight: { label: both('重み', 'Weight') },
  },
});

export const blackOutWords = form({
  title: both('墨消し', 'Black out'),
  submit: both('探す', 'Find'),
  fields: {
    passage: {
      label: both('消す文字', 'Text to be blacked out'),
      hint: both(
        'あってはならない文字をそのまま。記録・履歴・残した質問・となりまちの投稿から消え、元に戻せません。',
        'Exactly the text that must not be there. It goes from the record, its history, kept questions and the bot’s messages, and cannot be brought back.',
      ),
    },
    reason: {
      label: both('墨消しの理由', 'Reason'),
      hint: both(
        '消す文字は書かないでください。監査記録に残ります。',
        'Without the text itself: it stays in the audit log.',
      ),
    },
  },
});
