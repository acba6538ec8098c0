import { zipSync } from 'fflate';
import type { PictureSubject } from '../../records/picture-subject.ts';
import { PICTURED } from '../../records/reports.ts';
import type { RegistryRecords } from '../../records/rows.ts';
import type { Language } from '../../words/labels.ts';
import { PICTURE_TEXTS } from '../../words/reports.ts';
import { asUtf8 } from '../csv.ts';
import { figuresOf, type Picture, pictureOf } from '../pictures/pictures.ts';
import type { ReportFile } from './report-file.ts';
import { surveyMaps } from './survey-maps.ts';
import type { Wanted } from './wanted.ts';

type Pictured = Pick<Wanted, 'report' | 'areaIds' | 'day' | 'fiscalYear'>;

/** What a report shows: a column of the survey each; over all years an indicator each, or the ratings of an area each. */
function subjectsOf(records: RegistryRecords, wanted: Pictured, language: Language): readonly PictureSubject[] {
  const { report, areaIds } = wanted;
  if (report === 'survey') return surveyMaps(records, wanted, language);
  if (report === 'evaluations') return [{ kind: 'ratings', areaIds }];
  const indicatorIds = records.indicators.filter(({ areaId }) => areaIds.includes(areaId)).map(({ id }) => id);
  return report === 'indicators' ? [{ kind: 'indicators', indicatorIds }] : [];
}

/** The pictures of a report; none of those that have none (`PICTURED`). */
export async function reportPictures(
  records: RegistryRecords,
  wanted: Pictured,
  language: Language,
): Promise<Picture[]> {
  const subjects = PICTURED.includes(wanted.report) ? subjectsOf(records, wanted, language) : [];
  const pictures: Picture[] = [];
  // One after another: many drawings at once would take much memory.
  for (const figure of subjects.flatMap((subject) => figuresOf(records, subject, language))) {
    pictures.push(await pictureOf(figure, wanted.day, pictures.length + 1));
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
