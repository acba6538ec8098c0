// The holidays a second time, from the law (国民の祝日に関する法律) and not from the package: the source the tests compare
// with. Plain UTC arithmetic, nothing of src/calendar.

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const at = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
const weekday = (time: number) => new Date(time).getUTCDay();

export const FIRST_YEAR = 2019;
export const LAST_YEAR = 2035;

// 春分の日 in March, 秋分の日 in September, 2019–2035 (国立天文台 暦要項 and its forecast).
export const VERNAL = [21, 20, 20, 21, 21, 20, 20, 20, 21, 20, 20, 20, 21, 20, 20, 20, 21];
export const AUTUMNAL = [23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23, 22, 23, 23, 23];

function nthMonday(year: number, month: number, n: number): number {
  const first = at(year, month, 1);
  return first + (((8 - weekday(first)) % 7) + 7 * (n - 1)) * DAY;
}

function named(year: number): [number, string][] {
  const index = year - FIRST_YEAR;
  const days: [number, string][] = [
    [at(year, 1, 1), '元日'],
    [nthMonday(year, 1, 2), '成人の日'],
    [at(year, 2, 11), '建国記念の日'],
    [at(year, 3, VERNAL[index] as number), '春分の日'],
    [at(year, 4, 29), '昭和の日'],
    [at(year, 5, 3), '憲法記念日'],
    [at(year, 5, 4), 'みどりの日'],
    [at(year, 5, 5), 'こどもの日'],
    [nthMonday(year, 9, 3), '敬老の日'],
    [at(year, 9, AUTUMNAL[index] as number), '秋分の日'],
    [at(year, 11, 3), '文化の日'],
    [at(year, 11, 23), '勤労感謝の日'],
  ];
  if (year >= 2020) days.push([at(year, 2, 23), '天皇誕生日']); // none in 2019
  if (year === 2019) days.push([at(2019, 5, 1), '天皇の即位の日'], [at(2019, 10, 22), '即位礼正殿の儀']);
  // The Olympic years moved three of them.
  const sea = year === 2020 ? at(2020, 7, 23) : year === 2021 ? at(2021, 7, 22) : nthMonday(year, 7, 3);
  const sport = year === 2020 ? at(2020, 7, 24) : year === 2021 ? at(2021, 7, 23) : nthMonday(year, 10, 2);
  const mountain = year === 2020 ? at(2020, 8, 10) : year === 2021 ? at(2021, 8, 8) : at(year, 8, 11);
  days.push([sea, '海の日'], [sport, year === 2019 ? '体育の日' : 'スポーツの日'], [mountain, '山の日']);
  return days;
}

/** Every holiday of 2019–2035 by the law: 第2条 (named), 第3条2項 (substitute), 第3条3項 (between two). */
export function holidaysByLaw(): Map<string, string> {
  const holidays = new Map<number, string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1)
    for (const [time, name] of named(year)) holidays.set(time, name);
  const laws = new Map(holidays);
  for (const time of laws.keys()) {
    if (weekday(time) !== 0) continue;
    let next = time + DAY;
    while (laws.has(next)) next += DAY;
    holidays.set(next, '振替休日');
  }
  for (const time of laws.keys()) {
    const between = time + DAY;
    if (!holidays.has(between) && laws.has(between + DAY)) holidays.set(between, '国民の休日');
  }
  return new Map([...holidays].map(([time, name]) => [iso(time), name]));
}

/** Every day of 2019–2035 with whether a 地方公共団体 is open on it. */
export function openDaysByLaw(): { day: string; open: boolean }[] {
  const holidays = holidaysByLaw();
  const days: { day: string; open: boolean }[] = [];
  for (let time = at(FIRST_YEAR, 1, 1); time <= at(LAST_YEAR, 12, 31); time += DAY) {
    const day = iso(time);
    const turnOfYear = day.slice(5) >= '12-29' || day.slice(5) <= '01-03';
    days.push({ day, open: ![0, 6].includes(weekday(time)) && !holidays.has(day) && !turnOfYear });
  }
  return days;
}
