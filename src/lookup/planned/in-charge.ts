import type { CalendarDate } from '../../calendar/calendar-date.ts';
import type { Handover } from '../../records/planned.ts';
import type { Asker } from '../asker.ts';

/** Who is in charge of something planned, as its record names it. */
interface Named {
  inCharge: string | null;
  handover: Handover | null;
  sectionId: string | null;
}

/**
 * Whether something planned is this person's on a day: it is named, or takes over from then on; where nobody is named,
 * the section's; where no section is, everybody's of the area.
 */
export function isMine(
  { inCharge, handover, sectionId }: Named,
  { keys, sectionIds }: Asker,
  today: CalendarDate,
): boolean {
  const named = handover !== null && handover.from <= today ? handover.to : inCharge;
  if (named !== null) return keys.includes(named);
  return sectionId === null || sectionIds.length === 0 || sectionIds.includes(sectionId);
}
