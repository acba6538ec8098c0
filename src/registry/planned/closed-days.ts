import type { ClosedDaysRow } from '../../records/office-calendars.ts';
import type { Administration } from '../members/administering.ts';
import { readers } from '../read-records.ts';
import { writers } from '../write-records.ts';
import { OfficeEntries, type OfficeEntryKind } from './office-entries.ts';

/** The closed days of an office without its name. */
export type ClosedDaysFields = Omit<ClosedDaysRow, 'id'>;

export const CLOSED_DAYS: OfficeEntryKind<ClosedDaysFields> = {
  kind: 'closedDays',
  nothing: { days: [], yearly: [], yearEnd: null },
  async read(tx, id) {
    const [row] = await readers.closedDays(tx, [id]);
    const stored =
      row && (await tx.officeClosure.findUnique({ where: { id }, select: { version: true, position: true } }));
    if (!row || !stored) return null;
    const { id: _id, ...fields } = row;
    return { fields, ...stored };
  },
  create: (tx, id, fields, position) => writers.closedDays.create(tx, { id, ...fields }, position),
  update: (tx, id, fields, position, version) => writers.closedDays.update(tx, { id, ...fields }, position, version),
  remove: (tx, id) => writers.closedDays.remove(tx, [id]),
};

/** The closed days of offices (rules 2.3): of the prefecture and of recipients by administrators, of areas by managers. */
export class OfficeClosures extends OfficeEntries<ClosedDaysFields> {
  constructor(administration: Administration) {
    super(administration, CLOSED_DAYS);
  }
}
