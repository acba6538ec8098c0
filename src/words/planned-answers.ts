import type { Language } from './labels.ts';

// What answers say about meetings, reporting deadlines and what somebody has to do. Conclusion first.

export interface PlannedAnswerWords {
  meetings: string;
  deadlines: string;
  found(what: string, count: number): string;
  /** Of several: how many were held, how many are to come. */
  heldAndComing(held: number, coming: number): string;
  none(what: string): string;
  next(what: string, title: string, day: string, left: string): string;
  /** `entry`: title, day and what else is to be said. */
  nextMeeting(what: string, entry: string): string;
  is(title: string, day: string, left: string): string;
  noneToCome(what: string): string;
  leftUntil(title: string, left: string, days: number): string;
  afterThat: string;
  /** 〇〇 of a place, of a time. */
  of(outer: string, inner: string): string;
  documents: string;
  documentsBelow: string;
  towns(count: number): string;
  /** Booked hearings of the prefecture's survey. */
  hearings: string;
  entry: {
    hearing(survey: string, when: string, left: string | null): string;
    from(day: string): string;
    noDate(slot: string | null): string;
    place(place: string): string;
    heldBy(count: number): string;
    notMarked: string;
    /** Of a duty, which nobody holds. */
    notDone: string;
    placeOfDuty(place: string): string;
    reason(reason: string): string;
    formerly(day: string): string;
    dueAt(day: string): string;
    by(name: string): string;
    recipient(name: string): string;
    /** It is the hubs' (委託先) to submit. */
    byHubs: string;
    targetYear(year: string): string;
    withdrawn: string;
    usually(months: string): string;
    afterEvent(name: string, days: number): string;
    step(name: string, day: string): string;
    overdue(days: number): string;
  };
  unconfirmed: string;
  whichTowns(planning: number, total: number): string;
  chain: {
    answer(step: string, day: string): string;
    whole(day: string): string;
    link(name: string, day: string): string;
    office(steps: string): string;
    own(title: string): string;
    step(name: string, days: number): string;
    last: string;
    passed: string;
    whichDay: string;
  };
  own: {
    headline(when: string, count: number): string;
    nothing(when: string): string;
    coming: string;
    overdue: string;
    meetings: string;
    deadlines: string;
    initiatives: string;
    colleagues: string;
    toConfirm: string;
    inCharge: string;
    notMember: string;
  };
  submissions: {
    headline(count: number): string;
    missing(title: string, missing: number, of: number): string;
    done(title: string, done: number, of: number): string;
    /** A report that the hubs owe. */
    ofHubs(title: string): string;
    group(title: string, day: string): string;
    ownState(title: string, state: string): string;
    notTold: string;
    othersNotTold: string;
    nothingDue: string;
    noDeadline: string;
    nobody: string;
  };
  yearAgo: {
    headline(from: string, to: string, count: number): string;
    nothing(from: string, to: string): string;
    meetings: string;
    deadlines: string;
    initiatives: string;
    /** What was saved in the registry then. */
    savedThen(count: number): string;
    saved(what: string, action: string, day: string, by: string | null): string;
    more(count: number): string;
  };
  /** Nobody is known to ask. */
  whoAsks: string;
  toYouAlone: string;
}

const ja: PlannedAnswerWords = {
  meetings: '会議・研修',
  deadlines: '締切',
  found: (what, count) => `${what}は、${count}件です。`,
  heldAndComing: (held, coming) => `（開催済み ${held}、これから ${coming}）`,
  none: (what) => `${what}は、登録されていません。`,
  next: (what, title, day, left) => `次の${what}は、${day}の「${title}」です（${left}）。`,
  nextMeeting: (what, entry) => `次の${what}は、${entry}です。`,
  is: (title, day, left) => `「${title}」は、${day}です（${left}）。`,
  noneToCome: (what) => `これからの${what}は、登録されていません。`,
  leftUntil: (title, left, days) => `「${title}」まで${left}です（暦で${days}日）。`,
  afterThat: 'その次',
  of: (outer, inner) => `${outer}の${inner}`,
  documents: '資料での記載',
  documentsBelow: '資料には、次の記載があります。',
  towns: (count) => `${count}市町`,
  hearings: '県のヒアリング',
  entry: {
    hearing: (survey, when, left) => `「${survey}」のヒアリング ${when}${left ? `（${left}）` : ''}`,
    from: (day) => `${day}から`,
    noDate: (slot) => (slot === null ? '日程未定' : `日程未定（${slot}からの回）`),
    place: (place) => `会場: ${place}`,
    heldBy: (count) => `参加 ${count}人`,
    notMarked: '開催したかどうかの記録はまだありません',
    notDone: '実施したかどうかの記録はまだありません',
    placeOfDuty: (place) => `場所: ${place}`,
    reason: (reason) => `理由: ${reason}`,
    formerly: (day) => `${day}から変更`,
    dueAt: (day) => `期限 ${day}`,
    by: (name) => `主催: ${name}`,
    recipient: (name) => `提出先: ${name}`,
    byHubs: '提出者: 委託先（連携拠点）',
    targetYear: (year) => `${year}分`,
    withdrawn: '取りやめ',
    usually: (months) => `例年の時期 ${months}`,
    afterEvent: (name, days) => `${name}から${days}日後`,
    step: (name, day) => `${name} ${day}まで`,
    overdue: (days) => `期限から${days}開庁日`,
  },
  unconfirmed: '日付要確認（例年の時期。日はまだ確かめられていません）',
  whichTowns: (planning, total) => `これからの予定を登録しているのは、${total}市町のうち${planning}市町です。`,
  chain: {
    answer: (step, day) => `${step}は、${day}までです。`,
    whole: (day) => `${day}までに提出するには、次の順に進めます。`,
    link: (name, day) => `${name} ${day}`,
    office: (steps) =>
      `庁内の期限は既定の${steps}で数えました（開庁日。土日・祝日・年末年始と登録された閉庁日を除きます）。締切ごとに /tonari-deadline で変えられます。`,
    own: (title) => `「${title}」に登録された庁内の期限で数えました（開庁日）。`,
    step: (name, days) => `${name} ${days}`,
    last: '提出',
    passed: 'その日はもう過ぎています。',
    whichDay:
      'いつの締切か分かりませんでした。「県締切が11/20なら起案はいつまで？」のように、日付か登録された締切の名称を入れてください。',
  },
  own: {
    headline: (when, count) => `${when}のあなたの予定は、${count}件です。`,
    nothing: (when) => `${when}のあなたの予定は、登録されていません。`,
    coming: 'これから4週間',
    overdue: '期限を過ぎています',
    meetings: '会議・定例の業務',
    deadlines: '締切',
    initiatives: '取組の予定',
    colleagues: '同じ市町で、ほかの方が担当',
    toConfirm: '日付要確認（県で確かめるもの）',
    inCharge: '担当',
    notMember:
      '担当の市町がまだ登録されていないため、あなたの予定が分かりません。ホームの「この市町の担当です」から登録を申し込めます。',
  },
  submissions: {
    headline: (count) => `${count}件の締切について、提出の状況です。`,
    missing: (title, missing, of) => `「${title}」をまだ提出していないのは、${of}市町のうち${missing}市町です。`,
    done: (title, done, of) => `「${title}」を提出したのは、${of}市町のうち${done}市町です。`,
    ofHubs: (title) => `委託先の${title}`,
    group: (title, day) => `${title}（${day}）`,
    ownState: (title, state) => `「${title}」は${state}です。`,
    notTold: '提出の状況は、県とその市町だけが見られます。お知りになりたいときは、県の担当課へお尋ねください。',
    othersNotTold: 'ほかの市町の状況は、県だけが見られます。',
    nothingDue: '提出を待っている締切はありません。',
    noDeadline: '当てはまる締切は、登録されていません。',
    nobody: 'なし',
  },
  yearAgo: {
    headline: (from, to, count) => `昨年の今ごろ（${from}〜${to}）の記録は、${count}件です。`,
    nothing: (from, to) => `昨年の今ごろ（${from}〜${to}）の会議・締切・取組は、登録されていません。`,
    meetings: '会議・研修',
    deadlines: '締切',
    initiatives: '取組',
    savedThen: (count) => `となりまちへの登録・更新（${count}件）`,
    saved: (what, action, day, by) => `${what} ${day}に${action}${by ? `（${by}）` : ''}`,
    more: (count) => `この時期に登録・更新した記録は、${count}件です。`,
  },
  whoAsks:
    'どなたの質問か分からないため、ここではお答えできません。Slackで「/tonari 質問」か、ダイレクトメッセージでお尋ねください。ホームでも見られます。',
  toYouAlone: 'この答えはあなただけに見えます。共有はできません。',
};

const en: PlannedAnswerWords = {
  meetings: 'meetings and trainings',
  deadlines: 'deadlines',
  found: (what, count) => `${what}: ${count}.`,
  heldAndComing: (held, coming) => ` (held ${held}, to come ${coming})`,
  none: (what) => `${what}: none are registered.`,
  next: (what, title, day, left) => `Next of the ${what}: "${title}", ${day} (${left}).`,
  nextMeeting: (what, entry) => `Next of the ${what}: ${entry}.`,
  is: (title, day, left) => `"${title}": ${day} (${left}).`,
  noneToCome: (what) => `No ${what} to come are registered.`,
  leftUntil: (title, left, days) => `${left} until "${title}" (${days} calendar days).`,
  afterThat: 'After that',
  of: (outer, inner) => `${inner} of ${outer}`,
  documents: 'In documents',
  documentsBelow: 'Documents say the following.',
  towns: (count) => `${count} municipalities`,
  hearings: 'Hearings of the prefecture',
  entry: {
    hearing: (survey, when, left) => `Hearing for "${survey}", ${when}${left ? ` (${left})` : ''}`,
    from: (day) => `from ${day}`,
    noDate: (slot) => (slot === null ? 'date open' : `date open (from ${slot} on)`),
    place: (place) => `venue: ${place}`,
    heldBy: (count) => `${count} took part`,
    notMarked: 'not recorded yet whether it was held',
    notDone: 'not recorded yet whether it was done',
    placeOfDuty: (place) => `place: ${place}`,
    reason: (reason) => `reason: ${reason}`,
    formerly: (day) => `moved from ${day}`,
    dueAt: (day) => `due ${day}`,
    by: (name) => `convened by ${name}`,
    recipient: (name) => `to ${name}`,
    byHubs: 'submitted by the hubs',
    targetYear: (year) => `for ${year}`,
    withdrawn: 'withdrawn',
    usually: (months) => `usually ${months}`,
    afterEvent: (name, days) => `${days} days after ${name}`,
    step: (name, day) => `${name} by ${day}`,
    overdue: (days) => `${days} business days overdue`,
  },
  unconfirmed: 'Date to be confirmed (the usual months; nobody has confirmed the day yet)',
  whichTowns: (planning, total) => `${planning} of ${total} municipalities have something to come registered.`,
  chain: {
    answer: (step, day) => `${step}: by ${day}.`,
    whole: (day) => `To submit by ${day}, in this order:`,
    link: (name, day) => `${name} ${day}`,
    office: (steps) =>
      `Counted with the default steps ${steps} (business days; weekends, holidays, the turn of the year and entered closed days left out). Each deadline can have its own: /tonari-deadline.`,
    own: (title) => `Counted with the steps registered for "${title}" (business days).`,
    step: (name, days) => `${name} ${days}`,
    last: 'submission',
    passed: 'That day has passed already.',
    whichDay:
      'I could not tell which deadline. Please name a day or a registered deadline: "If the prefecture\'s deadline is 20 November, when must the draft be ready?"',
  },
  own: {
    headline: (when, count) => `${when}, you have ${count} to do.`,
    nothing: (when) => `${when}, nothing is registered for you.`,
    coming: 'In the next four weeks',
    overdue: 'Overdue',
    meetings: 'Meetings and recurring duties',
    deadlines: 'Deadlines',
    initiatives: 'Planned initiatives',
    colleagues: 'In your municipality, others in charge',
    toConfirm: 'Date to be confirmed (by the prefecture)',
    inCharge: 'in charge',
    notMember:
      'No municipality is registered as yours, so I do not know what you have to do. You can ask to join on Home.',
  },
  submissions: {
    headline: (count) => `Submissions for ${count} deadlines.`,
    missing: (title, missing, of) => `${missing} of ${of} municipalities have not submitted "${title}".`,
    done: (title, done, of) => `${done} of ${of} municipalities have submitted "${title}".`,
    ofHubs: (title) => `${title} (hubs)`,
    group: (title, day) => `${title} (${day})`,
    ownState: (title, state) => `"${title}": ${state}.`,
    notTold:
      'Who has submitted is told to the prefecture and to the municipality itself only. Please ask the section in charge at the prefecture.',
    othersNotTold: 'Of the other municipalities only the prefecture knows.',
    nothingDue: 'No deadline is waiting for a submission.',
    noDeadline: 'No such deadline is registered.',
    nobody: 'nobody',
  },
  yearAgo: {
    headline: (from, to, count) => `This time last year (${from} – ${to}): ${count} records.`,
    nothing: (from, to) =>
      `No meetings, deadlines or initiatives are registered for this time last year (${from} – ${to}).`,
    meetings: 'Meetings and trainings',
    deadlines: 'Deadlines',
    initiatives: 'Initiatives',
    savedThen: (count) => `Saved in the registry (${count})`,
    saved: (what, action, day, by) => `${what}: ${action}, ${day}${by ? ` (${by})` : ''}`,
    more: (count) => `Records saved in these weeks: ${count}.`,
  },
  whoAsks:
    'I cannot tell who is asking, so I cannot answer this here. Please ask in Slack with "/tonari QUESTION" or in a direct message; Home shows it, too.',
  toYouAlone: 'Only you see this answer. It cannot be shared.',
};

export const plannedAnswerWords: Record<Language, PlannedAnswerWords> = { ja, en };
