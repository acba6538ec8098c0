import type { LeadTime } from '../../records/lead-time.ts';
import { readLeadTimes } from '../../schedule/lead-times.ts';
import { leadsUnreadable, leadsWords } from '../../words/schedule.ts';
import { type About, type Reading, read, refused } from '../field.ts';
import { readText } from './text.ts';

const NONE = 'なし';
const NONE_SAID = /^(なし|無し|不要|none)$/i;

const LONGEST = 150;
/** So much is repeated of what cannot be read. */
const REPEATED = 30;

/** Reads lead times; なし is no reminder. */
export function readLeads(typed: string, about: About): Reading<LeadTime[]> {
  if (NONE_SAID.test(typed.normalize('NFKC').trim())) return read([]);
  const text = readText(typed, { most: LONGEST }, about);
  if ('error' in text) return text;
  const leads = readLeadTimes(typed);
  return 'unreadable' in leads
    ? refused(leadsUnreadable(shortened(leads.unreadable), about.language))
    : read(leads.leads);
}

const BARE = /(^|[,、・]\s*)(\d{1,3})(?=\s*(?:$|[,、・]))/g;

/** Reads lead times of an office: 14, 7, 1 are business days. */
export const readOfficeLeads = (typed: string, about: About): Reading<LeadTime[]> =>
  readLeads(typed.normalize('NFKC').trim().replace(BARE, '$1$2開庁日前'), about);

/** The beginning of a piece, never within a character. */
export const shortened = (piece: string): string => piece.slice(0, REPEATED).replace(/[\uD800-\uDBFF]$/, '');

/** As they stand in a field. */
export const writeLeads = (leads: LeadTime[]): string => (leads.length === 0 ? NONE : leadsWords(leads, 'ja'));
