import { zipSync } from 'fflate';
import { PICTURED } from '../../records/reports.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import type { Language } from '../../words/labels.ts';
import { PICTURE_TEXTS } from '../../words/reports.ts';
import { asUtf8 } from '../csv.ts';
import { figuresOf, type Picture, pictureOf } from '../pictures/pictures.ts';
import type { ReportFile } from './report-file.ts';
import type { Wanted } from './wanted.ts';

/** The pictures of a report over all its years: an indicator each, or the ratings of an area each. None of other reports. */
export async function reportPictures(
  records: RegistryRecords,
  { report, areaIds, day }: Pick<Wanted, 'report' | 'areaIds' | 'day'>,
  language: Language,
): Promise<Picture[]> {
  if (!PICTURED.includes(report)) return [];
  const indicatorIds = records.indicators.filter(({ areaId }) => areaIds.includes(areaId)).map(({ id }) => id);
  const subject =
    report === 'indicators' ? ({ kind: 'indicators', indicatorIds } as const) : ({ kind: 'ratings', areaIds } as const);
  const pictures: Picture[] = [];
  // One after another: many drawings at once would take much memory.
  for (const figure of figuresOf(records, subject, language)) {
    pictures.push(await pictureOf(figure, day, pictures.length + 1));
  }
  return pictures;
}

/** All pictures of a report as one zip, with a text that says what they say. Null where there are none. */
export async function picturesFile(
  records: RegistryRecords,
  wanted: Wanted,
  { title, name, at }: { title: string; name: string; at: Date },
): Promise<ReportFile | null> {
  const pictures = await reportPictures(records, wanted, 'ja');
  if (pictures.length === 0) return null;
  const texts = pictures.map(({ name: file, twin }) => `${file}\n${twin}`).join('\n\n');
  const content = zipSync(
    {
      ...Object.fromEntries(pictures.map(({ name: file, content: png }) => [file, png])),
      [PICTURE_TEXTS]: asUtf8(texts.replaceAll('\n', '\r\n')),
    },
    { mtime: at, level: 0 },
  );
  return { name: `${name}-png.zip`, title, content: Buffer.from(content), size: pictures.length };
}
