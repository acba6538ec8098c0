import { parseIso } from '../calendar/calendar-date.ts';
import { formatDate } from '../calendar/wareki.ts';
import { officeOfId } from '../records/office-calendars.ts';
import { both, form, save } from './form-parts.ts';
import type { Language } from './labels.ts';

// Closed days of offices (閉庁日): their form, their list, and how they stand in the history.

const fields = {
  days: {
    label: both('閉庁日', 'Closed days'),
    hint: both(
      '1行に1日か1つの期間。土日・祝日・年末年始は書かなくてかまいません。',
      'One day or period a line; weekends, holidays and the turn of the year need not be listed.',
    ),
    example: both('R9.8.13～R9.8.14', 'R9.8.13～R9.8.14'),
  },
  yearly: {
    label: both('毎年の閉庁日', 'Closed every year'),
    hint: both('1行に1日か1つの期間。年は書きません。', 'One day or period a line, without a year.'),
    example: both('6/23', '6/23'),
  },
  yearEnd: {
    label: both('年末年始', 'Turn of the year'),
    hint: both('空欄なら12/29～1/3。休まないときは「なし」。', 'Empty: 12/29～1/3. “none” where it stays open.'),
    example: both('12/28～1/4', '12/28～1/4'),
  },
};

export const closedDaysWords = form({ title: both('閉庁日', 'Closed days'), submit: save, fields });

export const recipientClosedDaysWords = form({
  title: both('提出先の閉庁日', 'Closed days of a recipient'),
  submit: save,
  fields: {
    recipient: {
      label: both('提出先', 'Recipient'),
      hint: both('締切の「提出先」と同じ名前で書いてください。', 'The same name as in the deadlines.'),
      example: both('東海北陸厚生局', '東海北陸厚生局'),
    },
    ...fields,
  },
});

export interface ClosedDaysTalk {
  list: string;
  about: string;
  none: string;
  of(office: string): string;
  enter(office: string): string;
  change(office: string): string;
  wholePrefecture(prefecture: string): string;
  addRecipient: string;
  chooseArea: string;
  empties: string;
  meetingsThere: string;
  openAtYearEnd: string;
  errors: {
    monthDay: string;
    period: string;
    tooMany: string;
    yearEnd: string;
    /** No day would be left. */
    never: string;
  };
}

export const closedDaysTalk: Record<Language, ClosedDaysTalk> = {
  ja: {
    list: '閉庁日',
    about:
      '土日・祝日・年末年始のほかに閉まる日です。リマインドの日、締切の繰り下げ、「あと○開庁日」は、ここに入れた日を除いて数えます。',
    none: 'まだ入力されていません。',
    of: (office) => `${office}の閉庁日`,
    enter: (office) => `${office}の閉庁日を入力`,
    change: (office) => `${office}の閉庁日を変更`,
    wholePrefecture: (prefecture) => `${prefecture}全体（県庁と市町）`,
    addRecipient: '提出先（国など）の閉庁日を入力',
    chooseArea: '市町を選ぶ',
    empties: 'すべて空欄にして保存すると、この閉庁日の登録はなくなります。',
    meetingsThere: 'この閉庁日に当たる会議があります。日程は変わりません。変えるときは会議から変更してください。',
    openAtYearEnd: '休まない',
    errors: {
      monthDay: '6/23 か 8/13～8/15 のように、1行に1つ書いてください。',
      period: '期間は366日までで、初めの日から終わりの日へ書いてください。',
      tooMany: '1,000日までです。',
      yearEnd: '12/28～1/4 のように書くか、「なし」と書いてください。',
      never: '開庁日がなくなります。期間を確かめてください。',
    },
  },
  en: {
    list: 'Closed days',
    about:
      'Days on which an office is closed beside weekends, national holidays and the turn of the year. Reminders, due days and “business days left” go by them.',
    none: 'Nothing is entered yet.',
    of: (office) => `Closed days of ${office}`,
    enter: (office) => `Enter closed days of ${office}`,
    change: (office) => `Change closed days of ${office}`,
    wholePrefecture: (prefecture) => `all of ${prefecture} (its own office and its towns)`,
    addRecipient: 'Enter closed days of a recipient',
    chooseArea: 'Choose a municipality',
    empties: 'Saving with everything empty takes this entry away.',
    meetingsThere: 'Meetings fall on these closed days. They stay where they are; move them if they should not.',
    openAtYearEnd: 'open',
    errors: {
      monthDay: 'Write 6/23 or 8/13～8/15, one a line.',
      period: 'A period has at most 366 days, from its first to its last.',
      tooMany: 'At most 1,000 days.',
      yearEnd: 'Write it like 12/28～1/4, or “none”.',
      never: 'No business day would be left. Please check the periods.',
    },
  },
};

/** Whose closed days: 三重県全体（県庁と市町）, 鈴鹿市, 東海北陸厚生局. */
export function officeWords(id: string, areaName: (id: string) => string, language: Language): string {
  const office = officeOfId(id);
  if (!office) return id;
  if (office.kind === 'prefecture') return closedDaysTalk[language].wholePrefecture(office.of);
  return office.kind === 'area' ? areaName(office.of) : office.of;
}

/** 06-23 as 6/23. */
export const monthDayWords = (day: string): string => day.split('-').map(Number).join('/');

const SHOWN = 20;

/** What stands in a field of closed days; null where it is none of theirs. */
export function closedDaysValue(field: string, value: unknown, language: Language): string | null {
  if (field === 'days' && Array.isArray(value) && value.length > 0) return daysWords(value.map(String), language);
  if (field === 'yearly' && Array.isArray(value) && value.length > 0)
    return value.map(String).map(monthDayWords).join('、');
  if (field !== 'yearEnd' || value === null) return null;
  return yearEndWords(value as { from: string; to: string } | 'open', language);
}

const yearEndWords = (turn: { from: string; to: string } | 'open', language: Language): string =>
  turn === 'open' ? closedDaysTalk[language].openAtYearEnd : `${monthDayWords(turn.from)}～${monthDayWords(turn.to)}`;

function daysWords(days: readonly string[], language: Language): string {
  const shown = days.slice(0, SHOWN).map((day) => {
    const parsed = parseIso(day);
    return parsed ? formatDate(parsed, language) : day;
  });
  return [...shown, ...(days.length > SHOWN ? ['…'] : [])].join('、');
}
