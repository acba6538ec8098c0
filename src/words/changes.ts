import type { ChangeAction, ChangeVia, HistoryKind, MayChange } from '../records/changes.ts';
import type { Language } from './labels.ts';
import { noticeSettingsTalk } from './notice-settings.ts';

// What became of a change, and what can be done around the forms of records.

type Because = Extract<MayChange, { may: false }>['because'];

export interface ChangeWords {
  result: string;
  /** Over a record that is only read. */
  record: string;
  saved(what: string): string;
  merged: string;
  unchanged: string;
  gone: string;
  again: string;
  confirmed(what: string): string;
  scene(confirmed: number, unchanged: number, other: number): string;
  undone(what: string): string;
  withdrawn(what: string): string;
  notUndone: Record<'too-late' | 'not-yours' | 'later-change' | 'is-undo', string>;
  conflict(fields: string): string;
  refused: Record<Because, (owners: string) => string>;
  goingBack(from: string, to: string): string;
  inStead(owners: string): string;
  problem: {
    missing: string;
    unreadable: string;
    unknown: string;
    fixed: string;
    future: string;
    'personal-data': string;
    'not-both': string;
    'no-day': string;
    'wrong-order': string;
    'no-dates': string;
    'too-many': string;
    'number-in-question': string;
    'wrong-year'(right: string): string;
    taken: string;
    closed: string;
    accepted: string;
    twice: string;
    full: string;
  };
  problemAt(label: string, words: string): string;
  kind: Record<HistoryKind, string>;
  named(kind: string, title: string): string;
  action: Record<ChangeAction, string>;
  via: Record<ChangeVia, string>;
  /** A value that is none. */
  nothing: string;
  yes: string;
  no: string;
  change(old: string, now: string): string;
  changedBy(at: string, who: string, action: string, via: string): string;
  /** In a town's stead. */
  enteredInStead: string;
  because(reason: string): string;
  stateIn(asOf: string, source: string): string;
  /** One line on Home: when who changed what. */
  changedThere(at: string, areas: string, what: string, action: string): string;
  lastChanges: string;
  noChanges: string;
  undo: string;
  openAgain: string;
  /** Slack did not let the form open, or be filled. */
  notOpened: string;
  /** Too many forms on top of each other. */
  stacked: string;
  /** Over what was typed in a form that is not there any more. */
  typedSoFar: string;
  openThat: string;
  history: string;
  confirm: string;
  confirmScene: string;
  details: string;
  place: string;
  addItem: string;
  addInitiative: string;
  addIndicator: string;
  addTool: string;
  addSurvey: string;
  addPlan: string;
  ownUse: string;
  withdraw: string;
  withdrawHub: string;
  withdrawMeeting: string;
  /** A title that does not exist: nothing is attached by guess. */
  noSuchTitle(title: string): string;
  severalTitles(title: string): string;
  typedLine(line: string): string;
  earlier: string;
  lastYear: string;
  noIndicator: string;
  noPlan: string;
  choosePlan: string;
  /** Buttons on Home, and under a message that asks for a change. */
  entry: Record<
    | 'update'
    | 'answer'
    | 'share'
    | 'indicator'
    | 'evaluate'
    | 'meeting'
    | 'deadline'
    | 'report'
    | 'calendar'
    | 'admin'
    | 'join'
    | 'notices',
    string
  >;
  talked: string;
}

const ja: ChangeWords = {
  result: '変更の結果',
  record: '記録',
  saved: (what) => `${what}を保存しました。`,
  merged: '開いている間に、ほかの人が別の項目を変えました。どちらの変更も残っています。',
  unchanged: '変更なし: 記録はすでにこの内容です。何も書き換えていません。',
  gone: 'この記録はもうありません。新しく登録するか、別の記録を選んでください。',
  again: 'この内容は、すでに受け付けています。',
  confirmed: (what) => `${what}を、今日時点で変更なしと記録しました。`,
  scene: (confirmed, unchanged, other) =>
    `${confirmed}件を、今日時点で変更なしと記録しました。${unchanged > 0 ? `${unchanged}件は今日すでに確認済みです。` : ''}${other > 0 ? `${other}件は記録できませんでした。` : ''}`,
  undone: (what) => `${what}の変更を取り消しました。前の内容に戻っています。`,
  withdrawn: (what) => `${what}を取りやめました。記録と履歴は残り、答えには出なくなります。`,
  notUndone: {
    'too-late': '取り消せる期間（次の開庁日の終わりまで）を過ぎています。フォームから直してください。',
    'not-yours': 'ほかの人の変更は取り消せません。フォームから直してください。',
    'later-change': 'この後に別の変更があるため取り消せません。フォームから直してください。',
    'is-undo': 'これは取り消しの記録です。フォームから直してください。',
  },
  conflict: (fields) =>
    `開いている間に、ほかの人が同じ項目（${fields}）を変えたため、まだ保存していません。入力した内容は下に残っています。よければもう一度保存してください。`,
  refused: {
    deactivated: () => 'このアカウントは停止されているため、記録を変更できません。',
    'not-registered': (owners) =>
      `担当として登録されていないため、保存できません。${owners}の管理職か県の管理者に登録を頼んでください。`,
    hub: (owners) => `連携拠点からは案を出せます。これを決められるのは、${owners}の担当者です。`,
    viewer: (owners) => `閲覧の役割のため、${owners}の記録は変更できません。${owners}の担当者に伝えてください。`,
    'not-your-area': (owners) => `${owners}の記録は、${owners}の担当者と県の管理者だけが変更できます。`,
  },
  goingBack: (from, to) => `「${from}」から「${to}」に戻します。理由を書いて、もう一度保存してください。`,
  inStead: (owners) => `${owners}に代わって入力します（代理入力）。根拠を書いて、もう一度保存してください。`,
  problem: {
    missing: '入力してください。',
    unreadable: '読み取れません。書き直してください。',
    unknown: '登録のないものが選ばれています。選び直してください。',
    fixed: '登録した後は変えられません。元に戻してください。',
    future: '今日より後の日は入れられません。日付か状況を直してください。',
    'personal-data': '個人に関する記載があるため、保存できません。その部分を除いてください。',
    'not-both': '両方を一度には選べません。どちらかにしてください。',
    'no-day': '日まで書いてください。分からないときは、確認前のままにしてください。',
    'wrong-order': '終わりの日が、初めの日より前です。',
    'no-dates': 'この日程には、当たる日がありません。日程か期間を直してください。',
    'too-many': '日が多すぎます（200回まで）。期間を短くしてください。',
    'number-in-question': '個人番号に似た番号があります。公用でなければ除いてください。',
    'wrong-year': (right) => `この日付は${right}年度です。日付か年度を直してください。`,
    closed: '締め切った調査のため、変更できません。県の担当者に相談してください。',
    accepted: '県が受理した回答のため、変更できません。直すときは、県に差戻しを頼んでください。',
    twice: '同じ市町が2回入っています。1つにまとめてください。',
    full: 'この枠は、ほかの市町が先に予約しました。別の枠を選んでください。',
    taken: '同じ名称の記録がすでにあります。下のボタンでその記録を開くか、名称を変えてください。',
  },
  problemAt: (label, words) => `${label}: ${words}`,
  kind: {
    initiative: '取組',
    answer: '調査票の回答',
    hub: '連携拠点',
    plan: '目指す姿と目標',
    tool: '資料・ツール',
    survey: 'アンケート',
    meeting: '会議・研修の記載',
    indicator: '指標',
    value: '指標の値',
    evaluation: '評価',
    member: 'メンバー',
    section: '課・係',
    area: '市町',
    word: '言葉',
    closedDays: '閉庁日',
    officeSettings: '役所の設定',
    text: '墨消し',
    meetingPlan: '会議',
    occurrence: '開催日',
    deadline: '締切',
    submission: '提出状況',
    surveyRound: '調査',
    surveyReply: '調査の回答',
    neighbourRequest: '他市町への問い合わせ',
  },
  named: (kind, title) => `${kind}「${title}」`,
  action: {
    create: '追加',
    update: '更新',
    confirm: '変更なしを確認',
    undo: '取り消し',
    withdraw: '取りやめ',
    blackout: '墨消し',
  },
  via: { form: 'フォーム', command: 'コマンド', import: '取込' },
  nothing: '記載なし',
  yes: 'はい',
  no: 'いいえ',
  change: (old, now) => `${old} → ${now}`,
  changedBy: (at, who, action, via) => `${at} ${who}（${action}・${via}）`,
  enteredInStead: '代理入力',
  because: (reason) => `理由: ${reason}`,
  stateIn: (asOf, source) => `${asOf}時点（${source}）`,
  changedThere: (at, areas, what, action) => `${areas}: ${what}（${action}）\n${at}`,
  lastChanges: '最近の変更',
  noChanges: 'ここに登録されてからの変更はありません。',
  undo: '取り消す',
  openAgain: 'もう一度開く',
  notOpened: 'フォームを開けませんでした（Slackの応答が遅いか、混み合っています）。下のボタンで、もう一度開けます。',
  stacked: 'フォームが重なっているため、開けませんでした。前のフォームを閉じてから、下のボタンで開いてください。',
  typedSoFar: '入力した内容は次のとおりです。',
  openThat: 'その記録を開く',
  history: '履歴を見る',
  confirm: '内容確認（変更なし）',
  confirmScene: '場面ごとに内容確認',
  details: '主催・方法など',
  place: '題名・場面・担当',
  addItem: '小項目を追加',
  addInitiative: '取組を追加',
  addIndicator: '指標を追加',
  addTool: '資料・ツールを登録',
  addSurvey: 'アンケートを登録',
  addPlan: '新しい場面・期間を登録',
  ownUse: 'ほかの市町の利用として追加',
  withdraw: '共有を取りやめる',
  withdrawHub: 'この連携拠点を取り下げる',
  withdrawMeeting: 'この会議・研修を取り下げる',
  noSuchTitle: (title) =>
    `「${title}」という取組は、そのままでは見つかりません。まだ何も書いていません。下から選ぶか、追加してください。`,
  severalTitles: (title) => `「${title}」にあてはまる取組がいくつかあります。下から選んでください。`,
  typedLine: (line) => `入力された文: ${line}`,
  earlier: 'これまでの年度',
  lastYear: '前の年度の内容から書き始められます。',
  noIndicator: 'この指標は見つかりません。選び直してください。',
  noPlan: '目指す姿と目標は、まだ登録されていません。',
  choosePlan: 'どの場面の目指す姿と目標かを選んでください。',
  entry: {
    update: '取組を更新',
    answer: '調査に回答',
    share: '資料を共有',
    indicator: '指標の値を入力',
    evaluate: '評価を入力',
    meeting: '会議の予定',
    deadline: '報告の締切',
    report: '書き出し',
    calendar: 'カレンダー',
    admin: '管理',
    join: 'この市町の担当です',
    notices: noticeSettingsTalk.ja.change,
  },
  talked: '記録の変更は、フォームで内容を確かめてから保存します。下のボタンから開いてください。',
};

const en: ChangeWords = {
  result: 'Result',
  record: 'Record',
  saved: (what) => `${what}: saved.`,
  merged: 'Somebody changed other fields meanwhile. Both changes stand.',
  unchanged: 'No change: the record says this already. Nothing was written.',
  gone: 'This record is gone. Add a new one or choose another.',
  again: 'This was received already.',
  confirmed: (what) => `${what}: confirmed as unchanged today.`,
  scene: (confirmed, unchanged, other) =>
    `${confirmed} confirmed as unchanged today.${unchanged > 0 ? ` ${unchanged} had been confirmed today.` : ''}${other > 0 ? ` ${other} could not be confirmed.` : ''}`,
  undone: (what) => `${what}: the change is undone. It is as it was before.`,
  withdrawn: (what) => `${what}: withdrawn. The record and its history stay.`,
  notUndone: {
    'too-late': 'A change can be undone until the end of the next business day. Please correct it by the form.',
    'not-yours': 'You can undo your own changes only. Please correct it by the form.',
    'later-change': 'There is a later change, so this cannot be undone. Please correct it by the form.',
    'is-undo': 'This is an undoing itself. Please correct it by the form.',
  },
  conflict: (fields) =>
    `Somebody changed the same fields (${fields}) meanwhile, so nothing is saved yet. What you typed is below. Save again if it is right.`,
  refused: {
    deactivated: () => 'This account is deactivated and cannot change records.',
    'not-registered': (owners) =>
      `You are not registered, so this is not saved. Ask a manager of ${owners} or the prefecture.`,
    hub: (owners) => `A hub writes drafts. This is for the staff of ${owners} to decide.`,
    viewer: (owners) => `Viewers cannot change records of ${owners}. Please tell its staff.`,
    'not-your-area': (owners) => `Records of ${owners} are changed by its staff and the prefecture only.`,
  },
  goingBack: (from, to) => `This goes back from ${from} to ${to}. Write the reason and save again.`,
  inStead: (owners) => `You write in the stead of ${owners}. Write on what ground and save again.`,
  problem: {
    missing: 'Please fill this in.',
    unreadable: 'This cannot be read. Please write it again.',
    unknown: 'Something unknown was chosen. Please choose again.',
    fixed: 'This cannot be changed once it is added. Please put it back.',
    future: 'This lies in the future. Correct the date or the status.',
    'personal-data': 'This tells of a person and cannot be saved. Please take that out.',
    'not-both': 'These exclude each other. Please choose one.',
    'no-day': 'Please write the day. As long as it is not known, leave it unconfirmed.',
    'wrong-order': 'The last day lies before the first.',
    'no-dates': 'No day falls into this rhythm. Correct the rhythm or its period.',
    'too-many': 'These are too many days (200 at most). Please shorten the period.',
    'number-in-question': 'This looks like a personal number. Remove it unless it is official.',
    'wrong-year': (right) => `This date lies in fiscal ${right}. Correct the date or the year.`,
    closed: 'This survey is closed and cannot be changed. Please ask the prefecture.',
    accepted: 'The prefecture accepted this reply. Ask for it to be returned before you change it.',
    twice: 'A municipality stands here twice. Please name it once.',
    full: 'Another municipality took this hearing first. Please choose another one.',
    taken: 'There is a record of that name. Open it by the button below, or choose another name.',
  },
  problemAt: (label, words) => `${label}: ${words}`,
  kind: {
    initiative: 'Initiative',
    answer: 'Answer to the survey',
    hub: 'Hub',
    plan: 'Vision and goal',
    tool: 'Tool',
    survey: 'Survey',
    meeting: 'Meeting described',
    indicator: 'Indicator',
    value: 'Figure',
    evaluation: 'Evaluation',
    member: 'Member',
    section: 'Section',
    area: 'Municipality',
    word: 'Word',
    closedDays: 'Closed days',
    officeSettings: 'Office settings',
    text: 'Blacked out',
    meetingPlan: 'Meeting',
    occurrence: 'Date',
    deadline: 'Deadline',
    submission: 'Submission',
    surveyRound: 'Survey round',
    surveyReply: 'Reply to the survey',
    neighbourRequest: 'Question to neighbours',
  },
  named: (kind, title) => `${kind}「${title}」`,
  action: {
    create: 'added',
    update: 'changed',
    confirm: 'confirmed',
    undo: 'undone',
    withdraw: 'withdrawn',
    blackout: 'blacked out',
  },
  via: { form: 'form', command: 'command', import: 'import' },
  nothing: 'not stated',
  yes: 'yes',
  no: 'no',
  change: (old, now) => `${old} → ${now}`,
  changedBy: (at, who, action, via) => `${at} ${who} (${action}, ${via})`,
  enteredInStead: 'in the town’s stead',
  because: (reason) => `Reason: ${reason}`,
  stateIn: (asOf, source) => `as of ${asOf} (${source})`,
  changedThere: (at, areas, what, action) => `${areas}: ${what} (${action})\n${at}`,
  lastChanges: 'Last changes',
  noChanges: 'No changes since it was registered here.',
  undo: 'Undo',
  openAgain: 'Open again',
  notOpened: 'The form could not be opened (Slack is slow or busy). You can open it again below.',
  stacked: 'There are too many forms on top of each other. Close one, then open it below.',
  typedSoFar: 'This is what you typed.',
  openThat: 'Open that record',
  history: 'History',
  confirm: 'Nothing has changed',
  confirmScene: 'Confirm a whole scene',
  details: 'Host, method …',
  place: 'Title, scene, section',
  addItem: 'Add a sub-item',
  addInitiative: 'Add an initiative',
  addIndicator: 'Add an indicator',
  addTool: 'Add a tool',
  addSurvey: 'Add a survey',
  addPlan: 'Another scene or period',
  ownUse: 'Add a use elsewhere',
  withdraw: 'Withdraw',
  withdrawHub: 'Withdraw this hub',
  withdrawMeeting: 'Withdraw this meeting',
  noSuchTitle: (title) => `There is no initiative "${title}". Nothing is written yet: choose below, or add it.`,
  severalTitles: (title) => `Several initiatives fit "${title}". Please choose.`,
  typedLine: (line) => `You typed: ${line}`,
  earlier: 'Earlier years',
  lastYear: 'It begins with the text of the year before.',
  noIndicator: 'This indicator was not found. Please choose again.',
  noPlan: 'There is no vision or goal yet.',
  choosePlan: 'Choose the scene.',
  entry: {
    update: 'Update an initiative',
    answer: 'Answer the survey',
    share: 'Share a tool',
    indicator: 'Enter figures',
    evaluate: 'Enter an evaluation',
    meeting: 'Meetings',
    deadline: 'Deadlines',
    report: 'Take out a document',
    calendar: 'Calendar',
    admin: 'Administration',
    join: 'I work for this municipality',
    notices: noticeSettingsTalk.en.change,
  },
  talked: 'Records are changed by a form, so that you see what is saved. Open it below.',
};

export const changeWords: Record<Language, ChangeWords> = { ja, en };
