import { language } from './state.ts';

// Everything is shown in office time, whatever the host's zone is.
const ZONE = 'Asia/Tokyo';
const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language() === 'ja' ? 'ja-JP' : 'en-GB';
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  formats.set(key, known);
  return known;
}

/** A Slack timestamp as an instant. */
export const instant = (ts: string): Date => new Date(Number(ts) * 1000);

export const clockTime = (at: Date): string =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
export const clockSeconds = (at: Date): string =>
  format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at);
export const dayName = (at: Date): string => format({ month: 'long', day: 'numeric', weekday: 'short' }).format(at);
export const fullDay = (at: Date): string =>
  format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(at);
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
/** `2026-11-24` in office time. */
export const dayOf = (at: Date): string => isoDay.format(at);

/** For a field of date and time: `2026-11-24T09:00`, from seconds, and back. */
export const toLocalField = (seconds: number): string => {
  const at = new Date(seconds * 1000);
  return `${dayOf(at)}T${clockTime(at)}`;
};
export const fromLocalField = (value: string): number | null =>
  value === '' ? null : Date.parse(`${value.slice(0, 16)}:00+09:00`) / 1000;

/** Milliseconds until it is nine o'clock in the office the next time. */
export function untilNine(now: Date): number {
  const today = Date.parse(`${dayOf(now)}T09:00:00+09:00`);
  return (today > now.getTime() ? today : today + 86_400_000) - now.getTime();
}

/** Slack's date tokens, as in `{date_num} {time}`. */
export function formatDate(template: string, seconds: number): string {
  const at = new Date(seconds * 1000);
  return template.replace(/\{(\w+)\}/g, (token, name: string) => {
    if (name === 'time') return clockTime(at);
    if (name === 'time_secs') return clockSeconds(at);
    if (name === 'date_num') return dayOf(at);
    if (name === 'date_slash') return dayOf(at).replaceAll('-', '/');
    return /^(date|day_divider)/.test(name) ? fullDay(at) : token;
  });
}
