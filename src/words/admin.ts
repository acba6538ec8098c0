import type { Language } from './labels.ts';

// Managing members, sections, channels, words: what is shown around the forms of /tonari-admin, and what people are told.

type Because = 'deactivated' | 'not-registered' | 'viewer' | 'hub' | 'not-your-area' | 'not-administrator';
type Hindrance = 'gone' | 'unknown-area' | 'wrong-days' | 'nobody-in-charge' | 'conflict' | 'taken';
export type AdminPlace =
  | 'members'
  | 'sections'
  | 'channel'
  | 'requests'
  | 'handover'
  | 'closed-days'
  | 'office-settings'
  | 'word-choose'
  | 'unanswered'
  | 'black-out';

export interface AdminWords {
  title: string;
  menu: string;
  back: string;
  /** Beside the count of what waits. */
  place: Record<AdminPlace, (waiting: number) => string>;
  refused: Record<Because, (owners: string) => string>;
  hindrance: Record<Hindrance, string>;
  next: string;
  earlier: string;
  page(page: number, of: number): string;
  membersOf(area: string, count: number): string;
  nobody: string;
  addMember: string;
  changeMember(name: string): string;
  unnamed: string;
  lead: string;
  deputyFor(name: string): string;
  from(day: string): string;
  until(day: string): string;
  ended: string;
  toCome: string;
  deactivated(name: string): string;
  sectionsOf(area: string): string;
  noSections: string;
  addSection: string;
  changeSection(name: string): string;
  noCharge: string;
  channelNow(area: string): string;
  noChannel: string;
  /** The bot is no member of the channel. */
  inviteTo(bot: string): string;
  channelGone: string;
  channelOnly: string;
  requests(count: number): string;
  noRequests: string;
  handoverOf(area: string): string;
  initiatives(count: number): string;
  overdue(count: number): string;
  planned(count: number): string;
  meetingsToCome(count: number): string;
  deadlinesToCome(count: number): string;
  inChargeIs(name: string): string;
  inChargeFrom(name: string, day: string): string;
  drafts(count: number): string;
  deputies(count: number): string;
  formerPeople: string;
  leftBy(name: string, until: string): string;
  nothingLeft: string;
  noFormer: string;
  more(count: number): string;
  startHandover: string;
  noSection: string;
  ofSection: string;
  handedOver(former: string, successor: string, day: string): string;
  unanswered(count: number): string;
  noUnanswered: string;
  asked(times: number, bad: number, day: string): string;
  answeredNow: string;
  teach(question: string): string;
  settle(question: string): string;
  settled: string;
  addWord: string;
  taughtFrom(question: string): string;
  unknownWord: string;
  wordFault: Record<
    'short' | 'short-kana' | 'taken' | 'grammar' | 'except-apart',
    (word: string, of: string) => string
  >;
  find: string;
  tooShort: string;
  reasonHoldsIt: string;
  nowhere: string;
  foundIn: string;
  foundRecords(count: number): string;
  /** Beside a record that is no town's: a word, a document. */
  common: string;
  foundOthers(count: number): string;
  foundMessages(count: number): string;
  cannotUndo: string;
  blackedOut: string;
  messagesMended(mended: number, left: number): string;
  elsewhere: string;
  undo: string;
  history: string;
}

const ja: AdminWords = {
  title: '管理',
  menu: '何を管理しますか。',
  back: '管理のメニューに戻る',
  place: {
    members: () => 'メンバー',
    sections: () => '課・係と主担当',
    channel: () => 'お知らせのチャンネル',
    requests: (waiting) => (waiting > 0 ? `登録の申し込み（${waiting}件）` : '登録の申し込み'),
    handover: () => '異動・引継ぎ',
    'closed-days': () => '閉庁日',
    'office-settings': () => '役所の設定',
    'word-choose': () => '言葉',
    unanswered: (waiting) => (waiting > 0 ? `答えられなかった質問（${waiting}件）` : '答えられなかった質問'),
    'black-out': () => '墨消し',
  },
  refused: {
    deactivated: () => 'このアカウントは停止されているため、管理はできません。',
    'not-registered': (owners) =>
      `担当として登録されていないため、管理はできません。${owners === '' ? '市町' : owners}の管理職か県の管理者に登録を頼んでください。`,
    viewer: (owners) => `閲覧の役割のため、${owners}の管理はできません。管理職に頼んでください。`,
    hub: (owners) => `連携拠点の役割のため、${owners}の管理はできません。市町の管理職に頼んでください。`,
    'not-your-area': (owners) =>
      `${owners === '' ? 'この管理' : `${owners}のメンバーなどの管理`}は、${owners === '' ? '' : 'その市町の'}管理職と県の管理者だけができます。`,
    'not-administrator': () => 'これは県の管理者だけができます。県の管理者に頼んでください。',
  },
  hindrance: {
    gone: 'もうありません。一覧を開き直してください。',
    'unknown-area': 'この市町は登録にありません。選び直してください。',
    'wrong-days': '「いつまで」が「いつから」より前です。日付を直してください。',
    'nobody-in-charge': '主担当がいないため、代理を決められません。主担当も選んでください。',
    conflict:
      '開いている間に、ほかの人がこの登録を変えたため、まだ保存していません。入力した内容は残っています。よければもう一度保存してください。',
    taken: 'すでに登録があります。一覧から、その登録を変えてください。',
  },
  next: '次へ',
  earlier: '前へ',
  page: (page, of) => `${page}／${of}ページ`,
  membersOf: (area, count) => `${area}のメンバー（${count}件）`,
  nobody: 'まだだれも登録されていません。',
  addMember: 'メンバーを追加',
  changeMember: (name) => `${name}を変更`,
  unnamed: '課・係なし',
  lead: '主担当',
  deputyFor: (name) => `${name}の代理`,
  from: (day) => `${day}から`,
  until: (day) => `${day}まで`,
  ended: '終了',
  toCome: 'これから',
  deactivated: (name) => `${name}のSlackアカウントは停止されているため、登録できません。別の人を選んでください。`,
  sectionsOf: (area) => `${area}の課・係`,
  noSections: '課・係は、まだ登録されていません。',
  addSection: '課・係を追加',
  changeSection: (name) => `${name}を変更`,
  noCharge: '主担当なし',
  channelNow: (area) => `${area}へのお知らせが届くチャンネルを選びます。空欄にすると、チャンネルには届きません。`,
  noChannel: 'チャンネルなし',
  inviteTo: (bot) =>
    `となりまちがこのチャンネルにいないため、まだ保存していません。チャンネルで「/invite @${bot}」と送ってから、もう一度保存してください。`,
  channelGone: 'このチャンネルは使えません（保管済みか、削除されています）。別のチャンネルを選んでください。',
  channelOnly: 'ダイレクトメッセージは選べません。チャンネルを選んでください。',
  requests: (count) => `登録の申し込み（${count}件）`,
  noRequests: '待っている申し込みはありません。',
  handoverOf: (area) => `${area}の引継ぎ`,
  initiatives: (count) => `取組（終わっていないもの ${count}件）`,
  overdue: (count) => `予定の日を過ぎて、結果が記録されていないもの（${count}件）`,
  planned: (count) => `これからの予定（${count}件）`,
  meetingsToCome: (count) => `これからの会議（${count}件）`,
  deadlinesToCome: (count) => `報告の締切（${count}件）`,
  inChargeIs: (name) => `担当 ${name}`,
  inChargeFrom: (name, day) => `${day}から${name}`,
  drafts: (count) => `承認を待つ連携拠点の案（${count}件）`,
  deputies: (count) => `代理（${count}件）`,
  formerPeople: '前の担当者が残したもの',
  leftBy: (name, until) => `${name}（${until}まで）`,
  nothingLeft: '最後に直した取組で、終わっていないものはありません。',
  noFormer: '前の担当者の登録はありません。',
  more: (count) => `ほか${count}件`,
  startHandover: '引継ぎを登録',
  noSection: '課・係なし',
  ofSection: '課・係',
  handedOver: (former, successor, day) => `${former}から${successor}への引継ぎを登録しました。${day}から変わります。`,
  unanswered: (count) => `答えられなかった質問（${count}種類）`,
  noUnanswered: '答えられなかった質問はありません。',
  asked: (times, bad, day) => `${times}回${bad > 0 ? `・「役に立たない」${bad}回` : ''}・最後は${day}`,
  answeredNow: '今は答えが見つかります',
  teach: (question) => `言葉を教える: ${question}`,
  settle: (question) => `片付ける: ${question}`,
  settled: '片付けました。',
  addWord: '新しい言葉を登録',
  taughtFrom: (question) =>
    `質問「${question}」に答えられるように、言葉を教えます。同じ意味の言葉がもうあれば選び、なければ新しく登録してください。`,
  unknownWord: 'この言葉は見つかりません。選び直してください。',
  wordFault: {
    short: (word) => `「${word}」は短すぎます。2字以上にしてください。`,
    'short-kana': (word) => `「${word}」は短すぎます。かなだけの言葉は3字以上にしてください。`,
    taken: (word, of) => `「${word}」は「${of}」の言葉です。そちらを変えるか、別の言葉にしてください。`,
    grammar: (word) => `「${word}」は普通の文の一部に出るため、質問を読み違えます。もっと長い言葉にしてください。`,
    'except-apart': (word) =>
      `「${word}」は、上のどの言葉も含んでいません。含む言葉だけを書いてください（医師会に対する歯科医師会など）。`,
  },
  find: '探す',
  tooShort: '3字以上を入れてください。短い文字では、関係のないところまで消えます。',
  reasonHoldsIt: '理由に、消す文字そのものが入っています。理由は監査記録に残るため、その文字を除いてください。',
  nowhere: '記録・履歴・残した質問・となりまちの投稿のどこにも、この文字はありません。',
  foundIn: '次のところにあります。まだ何も消していません。',
  foundRecords: (count) => `記録（${count}件）`,
  common: '共通',
  foundOthers: (count) => `履歴・残した質問など ${count}件`,
  foundMessages: (count) => `となりまちの投稿 ${count}件`,
  cannotUndo: '墨消しは元に戻せません。よければ、下のボタンを押してください。',
  blackedOut: '墨消ししました。監査記録には、その文字を除いて残しています。',
  messagesMended: (mended, left) =>
    `となりまちの投稿は${mended}件を書き直しました。${left > 0 ? `${left}件は書き直せませんでした。時間をおいて、自動でもう一度書き直します。` : ''}`,
  elsewhere:
    '人が書いた投稿、本人だけに見えた答え、コマンドから共有した答え、となりまちのお知らせは書き直せません。残っていればSlackで削除してください。',
  undo: '取り消す',
  history: '履歴を見る',
};

const en: AdminWords = {
  title: 'Administration',
  menu: 'What would you like to manage?',
  back: 'Back to the menu',
  place: {
    members: () => 'Members',
    sections: () => 'Sections',
    channel: () => 'Channel for notices',
    requests: (waiting) => (waiting > 0 ? `Requests to join (${waiting})` : 'Requests to join'),
    handover: () => 'Handover',
    'closed-days': () => 'Closed days',
    'office-settings': () => 'Office settings',
    'word-choose': () => 'Words',
    unanswered: (waiting) => (waiting > 0 ? `Unanswered questions (${waiting})` : 'Unanswered questions'),
    'black-out': () => 'Black out',
  },
  refused: {
    deactivated: () => 'This account is deactivated and cannot manage anything.',
    'not-registered': (owners) =>
      `You are not registered. Ask a manager of ${owners === '' ? 'your municipality' : owners} or the prefecture.`,
    viewer: (owners) => `Viewers cannot manage ${owners}. Please ask a manager.`,
    hub: (owners) => `A hub cannot manage ${owners}. Please ask a manager of the municipality.`,
    'not-your-area': (owners) =>
      owners === ''
        ? 'Only managers and the prefecture can do this.'
        : `Only the managers of ${owners} and the prefecture can do this.`,
    'not-administrator': () => 'Only the prefecture’s administrators can do this. Please ask them.',
  },
  hindrance: {
    gone: 'It is gone. Please open the list again.',
    'unknown-area': 'This municipality is not registered. Please choose again.',
    'wrong-days': 'It ends before it begins. Please correct the days.',
    'nobody-in-charge': 'Nobody is in charge here, so there can be no deputy. Choose a person in charge as well.',
    conflict:
      'Somebody changed this meanwhile, so nothing is saved yet. What you typed is still here. Save again if it is right.',
    taken: 'It is registered already. Please change that entry.',
  },
  next: 'Next',
  earlier: 'Previous',
  page: (page, of) => `Page ${page} of ${of}`,
  membersOf: (area, count) => `Members of ${area} (${count})`,
  nobody: 'Nobody is registered yet.',
  addMember: 'Add a member',
  changeMember: (name) => `Change ${name}`,
  unnamed: 'no section',
  lead: 'in charge',
  deputyFor: (name) => `deputy of ${name}`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  ended: 'ended',
  toCome: 'to come',
  deactivated: (name) => `The Slack account of ${name} is deactivated. Please choose somebody else.`,
  sectionsOf: (area) => `Sections of ${area}`,
  noSections: 'There are no sections yet.',
  addSection: 'Add a section',
  changeSection: (name) => `Change ${name}`,
  noCharge: 'nobody in charge',
  channelNow: (area) => `Choose the channel for notices to ${area}. Empty: no channel is told.`,
  noChannel: 'no channel',
  inviteTo: (bot) =>
    `The bot is not in this channel, so nothing is saved yet. Send "/invite @${bot}" there and save again.`,
  channelGone: 'This channel cannot be used (archived or deleted). Please choose another.',
  channelOnly: 'Direct messages cannot be chosen. Please choose a channel.',
  requests: (count) => `Requests to join (${count})`,
  noRequests: 'Nobody is waiting.',
  handoverOf: (area) => `Handover of ${area}`,
  initiatives: (count) => `Initiatives not finished (${count})`,
  overdue: (count) => `Planned for a day that has passed, without a result (${count})`,
  planned: (count) => `Planned (${count})`,
  meetingsToCome: (count) => `Meetings to come (${count})`,
  deadlinesToCome: (count) => `Reporting deadlines (${count})`,
  inChargeIs: (name) => `in charge: ${name}`,
  inChargeFrom: (name, day) => `from ${day}: ${name}`,
  drafts: (count) => `Drafts of the hub that wait for approval (${count})`,
  deputies: (count) => `Deputies (${count})`,
  formerPeople: 'What former people left',
  leftBy: (name, until) => `${name} (until ${until})`,
  nothingLeft: 'Nothing unfinished that they changed last.',
  noFormer: 'No former people are registered.',
  more: (count) => `${count} more`,
  startHandover: 'Enter a handover',
  noSection: 'no section',
  ofSection: 'Section',
  handedOver: (former, successor, day) => `Handover from ${former} to ${successor} saved. It holds from ${day}.`,
  unanswered: (count) => `Unanswered questions (${count})`,
  noUnanswered: 'There are no unanswered questions.',
  asked: (times, bad, day) => `${times} times${bad > 0 ? `, ${bad} times rated of no use` : ''}, last on ${day}`,
  answeredNow: 'is answered by now',
  teach: (question) => `Teach a word: ${question}`,
  settle: (question) => `Done: ${question}`,
  settled: 'Done.',
  addWord: 'Add a new word',
  taughtFrom: (question) =>
    `Teach a word so that "${question}" is answered. Choose a word of the same meaning, or add a new one.`,
  unknownWord: 'This word was not found. Please choose again.',
  wordFault: {
    short: (word) => `"${word}" is too short: two characters or more.`,
    'short-kana': (word) => `"${word}" is too short: words in kana alone need three characters or more.`,
    taken: (word, of) => `"${word}" belongs to "${of}". Change that one, or take another word.`,
    grammar: (word) => `"${word}" occurs inside ordinary sentences. Please take a longer word.`,
    'except-apart': (word) => `"${word}" contains none of the words above. Write only words that contain one.`,
  },
  find: 'Find',
  tooShort: 'Three characters or more, please: shorter text would black out what nobody meant.',
  reasonHoldsIt: 'The reason holds the text itself, and it stays in the audit log. Please take the text out of it.',
  nowhere: 'This text stands in no record, history, kept question or message of the bot.',
  foundIn: 'It stands here. Nothing is blacked out yet.',
  foundRecords: (count) => `Records (${count})`,
  common: 'Common',
  foundOthers: (count) => `History, kept questions and the like: ${count}`,
  foundMessages: (count) => `Messages of the bot: ${count}`,
  cannotUndo: 'Blacking out cannot be undone. If it is right, press the button below.',
  blackedOut: 'Blacked out. The audit log holds an entry without the text.',
  messagesMended: (mended, left) =>
    `${mended} messages of the bot were written anew.${left > 0 ? ` ${left} could not be; it will be tried again by itself.` : ''}`,
  elsewhere:
    'Messages of people, answers that one person alone saw or shared from a command, and notices are not rewritten. Please delete them in Slack.',
  undo: 'Undo',
  history: 'History',
};

export const adminWords: Record<Language, AdminWords> = { ja, en };

/** What is said around requests to join. */
export interface JoinWords {
  /** The button at a refusal. */
  offer: string;
  sent(areas: string): string;
  again(areas: string): string;
  already(areas: string): string;
  nobody: string;
  asks(areas: string): string;
  section(name: string): string;
  note(text: string): string;
  approve: string;
  asViewer: string;
  decline: string;
  approved(who: string, area: string, role: string): string;
  declined(who: string, area: string): string;
  decidedBefore: string;
  approvedBy(by: string, who: string, area: string): string;
  declinedBy(by: string, who: string, area: string): string;
  welcome(area: string, role: string): string;
  notTaken(area: string): string;
}

export const joinTalk: Record<Language, JoinWords> = {
  ja: {
    offer: 'この市町の担当です',
    sent: (areas) => `${areas}の担当として登録を申し込みました。承認されると、ダイレクトメッセージでお知らせします。`,
    again: (areas) => `${areas}への申し込みは、すでに受け付けています。承認をお待ちください。`,
    already: (areas) => `${areas}の担当として、すでに登録されています。`,
    nobody: '今は知らせる先の管理者が見つからないため、申し込みだけを残しました。県の担当者に伝えてください。',
    asks: (areas) => `さんが、${areas}の担当としての登録を申し込みました。`,
    section: (name) => `課・係: ${name}`,
    note: (text) => `伝えたいこと: ${text}`,
    approve: '市町担当として承認',
    asViewer: '閲覧で承認',
    decline: '見送る',
    approved: (who, area, role) => `${who}を${area}の${role}として承認しました。`,
    declined: (who, area) => `${who}の${area}への申し込みを見送りました。`,
    decidedBefore: 'この申し込みは、すでに決まっています。',
    approvedBy: (by, who, area) => `${by}が、${who}を${area}の担当として承認しました。`,
    declinedBy: (by, who, area) => `${by}が、${who}の${area}への申し込みを見送りました。`,
    welcome: (area, role) =>
      `${area}の「${role}」として登録されました。取組の更新は /tonari-update か、ホームのボタンから始められます。`,
    notTaken: (area) =>
      `${area}の担当としての登録は、見送られました。詳しくは${area}の管理職か県の担当者に聞いてください。`,
  },
  en: {
    offer: 'I work for this municipality',
    sent: (areas) => `You asked to join ${areas}. You will be told by direct message.`,
    again: (areas) => `Your request to join ${areas} was received already. It waits for approval.`,
    already: (areas) => `You are registered for ${areas} already.`,
    nobody: 'No administrator could be told; the request is kept. Please tell the prefecture.',
    asks: (areas) => ` asks to join ${areas}.`,
    section: (name) => `Section: ${name}`,
    note: (text) => `Message: ${text}`,
    approve: 'Approve as staff',
    asViewer: 'Approve as viewer',
    decline: 'Decline',
    approved: (who, area, role) => `${who} joined ${area}: ${role}.`,
    declined: (who, area) => `The request of ${who} to join ${area} was declined.`,
    decidedBefore: 'This request was decided already. ',
    approvedBy: (by, who, area) => `${by} approved ${who} for ${area}.`,
    declinedBy: (by, who, area) => `${by} declined the request of ${who} for ${area}.`,
    welcome: (area, role) =>
      `You are registered for ${area}: ${role}. Begin with /tonari-update or the buttons on Home.`,
    notTaken: (area) => `Your request to join ${area} was declined. Please ask its manager or the prefecture.`,
  },
};
