import { z } from 'zod';
import type { App } from '../app.ts';
import { areaIcs } from '../documents/area-ics.ts';
import { areaCalendar } from '../registry/planned/area-calendar.ts';
import { exportReportWords } from '../words/exchange.ts';

/** The calendar of an area, by its official name. */
export const CalendarTask = z.object({ calendar: z.string() });

/** The calendar as an .ics file in base64; else why there is none. */
export async function makeCalendar(
  { database }: App,
  { calendar: name }: z.infer<typeof CalendarTask>,
): Promise<{ file: string } | { refused: string }> {
  const area = await database.prisma.area.findUnique({ where: { name }, select: { id: true } });
  const found = area && (await areaCalendar(database.prisma, area.id));
  return found ? { file: areaIcs(found).toString('base64') } : { refused: exportReportWords.unknownArea(name) };
}
