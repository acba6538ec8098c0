import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import { plannedAnswerWords } from '../../src/words/planned-answers.ts';
import { askPlanned, deadline, meeting, ofPrefecture, on, submission, townsperson } from './planned-records.ts';

const words = plannedAnswerWords.ja;
const day = (text: string) => text as CalendarDate;

const MEETINGS = {
  meetingPlans: [
    meeting('council', ['suzuka'], '在宅医療・介護連携推進協議会', { time: '19:00' as never, location: '市役所' }),
    meeting('cases', ['sakai'], '事例検討会'),
    meeting('training', ['tsu', 'suzuka'], '多職種研修会'),
  ],
  occurrences: [
    on('council', 'R8.6.2', { status: 'held', participants: 32 }),
    on('council', 'R8.11.26'),
    on('council', 'R9.2.24', { written: day('2027-02-23') }),
    on('cases', 'R8.12.15'),
    on('cases', 'R8.9.1', { status: 'held' }),
    on('training', 'R8.11.27', { status: 'cancelled', reason: '大雪のため' }),
    on('training', 'R8.12.4', {
      change: {
        kind: 'moved',
        at: '2026-11-01T00:00:00Z',
        revision: 1,
        formerly: { day: day('2026-12-03'), time: null },
      },
    }),
    on('training', null, { id: 'training.open', status: 'postponed' }),
  ],
};

const DEADLINES = {
  deadlines: [
    deadline('results', ['suzuka', 'tsu', 'iga'], '地域支援事業交付金 前年度事業実績報告', 'R8.12.18', {
      dueTime: '17:00' as never,
      chain: [
        { name: '起案', businessDaysBefore: 2 },
        { name: '決裁', businessDaysBefore: 1 },
      ],
    }),
    deadline('survey', ['suzuka', 'tsu'], '実態調査', 'R8.12.20'),
    deadline('late', ['suzuka', 'tsu'], '変更交付申請', 'R8.11.17'),
    deadline('usual', ['suzuka'], '次年度予算要求', 'R8.11〜R8.12', { confirmed: false }),
    deadline('gone', ['suzuka'], '所在調査', 'R8.11.30', { cancelled: true }),
  ],
  submissions: [
    submission('results', 'suzuka'),
    submission('results', 'tsu', { status: 'submitted', date: 'R8.11.19' }),
    submission('results', 'iga', { status: 'returned', ownDay: day('2026-12-25') }),
    submission('survey', 'suzuka', { status: 'not-applicable' }),
    submission('survey', 'tsu'),
    submission('late', 'suzuka'),
    submission('late', 'tsu', { status: 'submitted', date: 'R8.11.19', lateDays: 2, lateBusinessDays: 2 }),
  ],
};

const ask = askPlanned({ ...MEETINGS, ...DEADLINES });

describe('questions about meetings', () => {
  it('今月の会議は？ tells every date of the month with its state and what is left', () => {
    const { text, answer, rows } = ask('今月の会議は？');
    expect(answer.intent).toBe('meetings');
    expect(rows.map(({ recordId }) => recordId).slice(0, 2)).toEqual(['council.R8.11.26', 'training.R8.11.27']);
    expect(text).toContain('令和8年11月26日（木） 19:00（会場: 市役所、あと3開庁日）');
    expect(text).toContain('令和8年11月27日（金）（中止、主催: 津市、理由: 大雪のため）');
    expect(answer.areas).toEqual([]);
  });

  it.each([
    ['来月の会議は？', ['training.R8.12.4', 'cases.R8.12.15']],
    ['来週の会議', ['council.R8.11.26', 'training.R8.11.27']],
    ['12月の研修の予定', ['training.R8.12.4']],
    ['Which meetings are there next month?', ['training.R8.12.4', 'cases.R8.12.15']],
    ['鈴鹿市の来月の予定', ['training.R8.12.4']],
    ['次の会議は？', ['council.R8.11.26', 'training.R8.12.4', 'cases.R8.12.15', 'council.R9.2.24']],
    ['津市の次回の研修はいつ？', ['training.R8.12.4']],
  ])('%s', (question, ids) => {
    const planned = ask(question).rows.filter(({ recordId }) => /^(council|cases|training)\./.test(recordId));
    expect(planned.map(({ recordId }) => recordId)).toEqual(ids);
  });

  it('a meeting of a place is told by its name, the date to come before what documents say of it', () => {
    const { answer, text } = ask('坂井の事例検討会はいつ？');
    expect(answer.groups[0]?.rows.map(({ recordId }) => recordId)).toEqual(['cases.R8.12.15']);
    expect(answer.groups[1]?.title).toBe(words.documents);
    expect(text).toContain('坂井地区の「事例検討会」は、1件です。');
  });

  it('without a registered date documents answer as before', () => {
    const { answer } = askPlanned({})('坂井の事例検討会はいつ？');
    expect(answer.intent).toBe('detail');
    expect(askPlanned({})('今月の会議は？').text).toContain('今月の会議・研修は、登録されていません。');
  });

  it('what moved, what waits for a date, and why a day is not the usual one are said', () => {
    expect(ask('来月の研修は？').text).toContain('令和8年12月3日（木）から変更');
    expect(ask('多職種研修会の日程は？').text).toContain('延期（日程未定）');
    expect(ask('来年2月の協議会は？').text).toContain(
      '令和9年2月23日（火）は天皇誕生日のため、令和9年2月24日（水）にします',
    );
  });

  it('tense goes by the clock: what was planned and has passed is not to come, and says that nobody recorded it', () => {
    const { text } = ask('11月の会議は？', { today: '2026-11-30' });
    expect(text).toContain(words.entry.notMarked);
    expect(text).not.toContain('あと');
  });

  it('meetings of a year are counted, without those cancelled', () => {
    const { answer, text } = ask('今年度の協議会は何回？');
    expect(answer.number).toBe(3);
    expect(text).toContain('3件です。（開催済み 1、これから 2）');
  });

  it('which towns have one to come is a set of areas', () => {
    const { names, text } = ask('どの市町が研修を開く予定ですか');
    expect(names).toEqual(expect.arrayContaining(['津市', '鈴鹿市']));
    expect(text).toContain('29市町のうち2市町です。');
  });

  it('an initiative that a meeting updates is not told a second time', () => {
    const shown = askPlanned({})('去年の今ごろ何してた？', { today: '2026-11-18' }).rows;
    const initiative = shown.find(({ recordId }) => recordId.includes('initiative'))?.recordId;
    const other = shown[0]?.recordId ?? '';
    const meant = initiative ?? other;
    const again = askPlanned({
      meetingPlans: [meeting('m', ['suzuka'], '別の会', { initiativeIds: [meant] })],
      occurrences: [on('m', 'R7.11.18', { status: 'held' })],
    })('去年の今ごろ何してた？', { today: '2026-11-18' });
    expect(again.rows.map(({ recordId }) => recordId)).not.toContain(meant);
    expect(again.rows.map(({ recordId }) => recordId)).toContain('m.R7.11.18');
  });

  it('the same question of another time goes on in the conversation', () => {
    expect(ask(['今月の会議は？', 'じゃあ来月は？']).rows[0]?.recordId).toBe('training.R8.12.4');
  });
});

describe('questions about deadlines', () => {
  it('次の締切は？ names the next one that is confirmed, with what is left, the shift and its steps', () => {
    const { text, answer } = ask('次の締切は？');
    expect(answer.headline).toBe(
      '次の締切は、令和8年12月18日（金） 17:00の「地域支援事業交付金 前年度事業実績報告」です（あと19開庁日）。',
    );
    expect(text).toContain('起案 令和8年12月15日（火）まで → 決裁 令和8年12月17日（木）まで');
    expect(text).toContain('令和8年12月20日（日）は閉庁日（日曜日）です、実質は令和8年12月18日（金）です');
    expect(text).toContain(words.unconfirmed);
    expect(text).not.toContain('所在調査');
  });

  it('says nothing of who has submitted, and can be shared', () => {
    for (const question of ['次の締切は？', '今月の締切は？', '実績報告の締切はいつ？', 'next deadline']) {
      const { answer, text } = ask(question, { asker: ofPrefecture });
      expect(answer.toAskerAlone, question).toBe(false);
      expect(text, question).not.toMatch(/未提出|提出済|差戻|該当なし|not submitted/);
    }
  });

  it.each([
    ['実績報告の締切はいつ', 'results'],
    ['実態調査の期限は？', 'survey'],
    ['変更交付申請の締切は？', 'late'],
    ['伊賀市の締切は？', 'results'],
    ['What deadlines are there next month?', 'results'],
  ])('%s', (question, id) => {
    expect(ask(question).rows[0]?.recordId).toBe(id);
  });

  it('business days that are left are the number', () => {
    expect(ask('実績報告の締切まであと何開庁日？').answer.number).toBe(19);
    expect(ask('次の締切まであと何日？').answer.number).toBe(27);
  });

  it('a deadline of a thing that no deadline is about is left to the records', () => {
    expect(ask('バイタルリンクの使用期限は？').answer.intent).not.toBe('deadlines');
  });
});

describe('the steps before a deadline', () => {
  it('県締切が11/20なら起案はいつまで？ counts backwards in business days and says what it took for granted', () => {
    const { text } = ask('県締切が11/20なら起案はいつまで？', { today: '2026-11-01' });
    expect(text).toContain('起案は、令和8年11月16日（月）までです。');
    expect(text).toContain('委託先 令和8年11月9日（月） → 起案 令和8年11月16日（月） → 決裁 令和8年11月19日（木）');
    expect(text).toContain('既定の委託先 5・起案 3・決裁 1');
  });

  it('leaves out holidays, and says when the day has passed', () => {
    expect(ask('県締切が11/25なら決裁はいつまで？').text).toContain('決裁は、令和8年11月24日（火）までです。');
    expect(ask('県締切が11/25なら起案はいつまで？').text).toContain(words.chain.passed);
    expect(ask('If the deadline is 25 November 2026, when must the draft be ready?').text).toContain(
      'by Wed 18 November 2026',
    );
  });

  it("uses a deadline's own steps where one is named", () => {
    const { text } = ask('実績報告の起案はいつまで？');
    expect(text).toContain('起案は、令和8年12月15日（火）までです。');
    expect(text).toContain('「地域支援事業交付金 前年度事業実績報告」に登録された庁内の期限');
  });

  it('asks for the day where none is named', () => {
    expect(ask('締切から逆算すると起案はいつまで？').text).toBe(words.chain.whichDay);
  });
});

describe('rule 1.6: who has not submitted', () => {
  it('is told to the prefecture: the complete list, counted, to it alone', () => {
    const { answer, names, text } = ask('実績報告をまだ出していない市町は？', { asker: ofPrefecture });
    expect(names).toEqual(['鈴鹿市', '伊賀市']);
    expect(answer.number).toBe(2);
    expect(answer.toAskerAlone).toBe(true);
    expect(text).toContain('3市町のうち2市町です。');
    expect(text).toContain('差戻し（期限 令和8年12月25日（金））');
    expect(text).not.toContain('津市');
  });

  it('まだ出していない市町は？ tells all that is overdue or due soon', () => {
    const { answer, names } = ask('まだ出していない市町は？', { asker: ofPrefecture });
    expect(answer.groups.map(({ title }) => title?.split('（')[0])).toEqual([
      '変更交付申請',
      '地域支援事業交付金 前年度事業実績報告',
      '実態調査',
    ]);
    expect(names).toEqual(['鈴鹿市', '伊賀市', '津市']);
  });

  it('a town hears of itself alone, and who knows the rest', () => {
    const { text, names, answer } = ask('実績報告をまだ出していない市町は？', { asker: townsperson('suzuka') });
    expect(text).toContain('鈴鹿市 未提出');
    expect(text).toContain(words.submissions.othersNotTold);
    expect(text).not.toMatch(/伊賀市|津市/);
    expect(names).toEqual(['鈴鹿市']);
    expect(answer.toAskerAlone).toBe(true);
  });

  it.each([
    ['somebody of another town', townsperson('toba')],
    ['nobody that is known', null],
  ])('%s hears nothing of it, however it is asked', (_who, asker) => {
    for (const question of [
      'まだ出していない市町は？',
      '実績報告をまだ提出していない市町は？',
      '鈴鹿市は実績報告を提出した？',
      '期限を過ぎているものは？',
      '提出済みの市町は？',
      'Which towns have not submitted the 実績報告?',
    ]) {
      const { answer, text } = ask(question, { asker });
      expect(text, question).not.toMatch(/未提出|差戻し|遅延|[鈴伊][鹿賀]市 /);
      expect(answer.areas, question).toEqual([]);
      expect(answer.number, question).toBeNull();
      expect(answer.toAskerAlone, question).toBe(true);
      if (asker === null) expect(answer.wantsAsker, question).toBe(true);
    }
  });

  it('what was asked before does not tell it to a later question either', () => {
    const { answer } = ask(['実績報告をまだ出していない市町は？', 'そのうちICTに困っているのは？']);
    expect(answer.areas.length).not.toBe(2);
  });

  it('who has submitted, and how late, is told the same way', () => {
    const { text, names } = ask('変更交付申請を提出済みの市町は？', { asker: ofPrefecture });
    expect(names).toEqual(['津市']);
    expect(text).toContain('提出済み（R8.11.19、遅延2日（2開庁日））');
  });

  it('overdue reports alone are told where those are asked for', () => {
    const { names, text } = ask('期限を過ぎているものは？', { asker: ofPrefecture });
    expect(names).toEqual(['鈴鹿市']);
    expect(text).toContain('期限から3開庁日');
    expect(text).not.toContain('実績報告');
  });

  it('a body that must submit for its towns owes it, and they say so', () => {
    const records = {
      deadlines: [deadline('d', ['owase', 'kihoku', 'tsu'], '実績報告', 'R8.12.18')],
      submissions: [
        submission('d', 'owase', { coveredBy: 'kihoku-union' }),
        submission('d', 'tsu', { status: 'submitted', date: 'R8.11.19' }),
      ],
    };
    const { text, names } = askPlanned(records)('まだ出していない市町は？', { asker: ofPrefecture });
    expect(names).toEqual(['尾鷲市']);
    expect(text).toContain('2市町のうち1市町です。');
  });

  it('a guide that no town has brought out is no report', () => {
    expect(ask('手引きを出していない市町は？', { asker: ofPrefecture }).answer.intent).not.toBe('submissions');
  });
});

describe('what somebody has to do', () => {
  const asker = townsperson('suzuka');

  it('今週、私がやることは？ tells what is overdue, due steps and meetings of the time, to the person alone', () => {
    const { answer, text } = ask('来週、私がやることは？', { asker });
    expect(answer.toAskerAlone).toBe(true);
    expect(answer.groups.map(({ title, rows }) => [title, rows.map(({ recordId }) => recordId)])).toEqual([
      [words.own.overdue, ['late']],
      [words.own.meetings, ['council.R8.11.26']],
    ]);
    expect(text).toContain('来週のあなたの予定は、2件です。');
  });

  it('a step that leads to a deadline counts in its week; what is not applicable never does', () => {
    const { rows } = ask('私の担当の締切は？', { asker, today: '2026-12-10' });
    expect(rows.map(({ recordId }) => recordId)).toEqual(['late', 'results']);
    const step = ask('今週、私がやることは？', { asker, today: '2026-12-14' });
    expect(step.rows.map(({ recordId }) => recordId)).toContain('results');
  });

  it('what somebody else is in charge of stands apart, and moves with a handover', () => {
    const plan = meeting('mine', ['suzuka'], '連絡会', {
      inCharge: 'U0OTHER',
      handover: { to: 'tsuji@example.jp', from: day('2026-12-01') },
    });
    const both = askPlanned({ meetingPlans: [plan], occurrences: [on('mine', 'R8.11.26'), on('mine', 'R8.12.3')] });
    expect(both('来週、私がやることは？', { asker }).answer.groups.map(({ title }) => title)).toEqual([
      words.own.colleagues,
    ]);
    expect(
      both('今週、私がやることは？', { asker, today: '2026-12-01' }).answer.groups.map(({ title }) => title),
    ).toEqual([words.own.meetings]);
  });

  it('the prefecture has the dates that are still to be confirmed', () => {
    expect(ask('今月、私がやることは？', { asker: ofPrefecture }).rows.map(({ recordId }) => recordId)).toEqual([
      'usual',
    ]);
  });

  it('somebody without a town is told how to get one, and a terminal where to ask', () => {
    expect(ask('今週、私がやることは？', { asker: townsperson() }).text).toContain(words.own.notMember);
    expect(ask('今週、私がやることは？').answer.headline).toBe(words.whoAsks);
    expect(ask('What do I have to do this week?').answer.headline).toBe(plannedAnswerWords.en.whoAsks);
  });
});

describe('去年の今ごろ何してた？', () => {
  it('tells the same weeks a year before, one’s own first', () => {
    const records = {
      meetingPlans: [meeting('a', ['tsu'], '連絡会'), meeting('b', ['suzuka'], '協議会')],
      occurrences: [
        on('a', 'R7.11.18', { status: 'held', participants: 12 }),
        on('b', 'R7.11.20', { status: 'held' }),
        on('b', 'R8.11.20', { status: 'held' }),
      ],
      deadlines: [deadline('d', ['tsu'], '実態調査', 'R7.11.28')],
      submissions: [],
    };
    const { answer, text } = askPlanned(records)('去年の今ごろ何してた？', { asker: townsperson('suzuka') });
    const ids = answer.groups.flatMap(({ rows }) => rows.map(({ recordId }) => recordId));
    expect(ids[0]).toBe('b.R7.11.20');
    expect(ids).toEqual(expect.arrayContaining(['a.R7.11.18', 'd']));
    expect(ids).not.toContain('b.R8.11.20');
    expect(text).toContain('令和7年11月10日（月）〜令和7年11月30日（日）');
    expect(answer.toAskerAlone).toBe(false);
    expect(askPlanned(records)('What did we do around this time last year?').text).toContain('This time last year');
  });
});
