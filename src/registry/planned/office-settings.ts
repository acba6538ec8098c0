import { officeOfId } from '../../records/office-calendars.ts';
import { AREA_SETTINGS, NO_SETTINGS, type OfficeSettings } from '../../records/office-settings.ts';
import type { Administration, AdminOutcome } from '../members/administering.ts';
import type { PersonKey } from '../members/people.ts';
import { readers } from '../read-records.ts';
import { writers } from '../write-records.ts';
import { OfficeEntries, type OfficeEntryKind } from './office-entries.ts';

export const OFFICE_SETTINGS: OfficeEntryKind<OfficeSettings> = {
  kind: 'officeSettings',
  nothing: NO_SETTINGS,
  async read(tx, id) {
    const [row] = await readers.officeSettings(tx, [id]);
    const stored =
      row && (await tx.officeSetting.findUnique({ where: { id }, select: { version: true, position: true } }));
    if (!row || !stored) return null;
    const { id: _id, ...fields } = row;
    return { fields, ...stored };
  },
  create: (tx, id, fields, position) => writers.officeSettings.create(tx, { id, ...fields }, position),
  update: (tx, id, fields, position, version) =>
    writers.officeSettings.update(tx, { id, ...fields }, position, version),
  remove: (tx, id) => writers.officeSettings.remove(tx, [id]),
};

/** What offices set of the rules (⚙): a prefecture's by administrators, an area's by its managers. */
export class OfficeSettingsBook extends OfficeEntries<OfficeSettings> {
  constructor(administration: Administration) {
    super(administration, OFFICE_SETTINGS);
  }

  /** An area sets only what is its own matter; reports have recipients, but these set nothing. */
  override async save(
    by: PersonKey,
    key: string,
    id: string,
    fields: OfficeSettings,
    version: number | null = null,
  ): Promise<AdminOutcome> {
    const kind = officeOfId(id)?.kind;
    if (kind === 'recipient') return { outcome: 'gone' };
    const own = kind === 'area' ? ofAnArea(fields) : fields;
    return super.save(by, key, id, own, version);
  }
}

const ofAnArea = (fields: OfficeSettings): OfficeSettings => ({
  ...NO_SETTINGS,
  ...Object.fromEntries(AREA_SETTINGS.map((name) => [name, fields[name]])),
});
