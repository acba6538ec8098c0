import { fixedClock } from '../../src/calendar/clock.ts';
import { readDocument } from '../../src/documents/reading/read-document.ts';
import { understand } from '../../src/documents/reading/understand.ts';
import { type SurveySheet, surveyPage } from '../../src/documents/sheets/survey-sheet.ts';
import { workbookFile } from '../../src/documents/workbook.ts';
import type { DocumentKind } from '../../src/records/understood.ts';
import { digestOf, importDocument } from '../../src/registry/documents/import-document.ts';
import type { DocumentImport, DocumentReport } from '../../src/registry/documents/report.ts';
import { ADMINISTRATORS, OPERATOR } from '../../src/registry/members/operator.ts';
import { NOW, type TestRegistry } from './open-registry.ts';

/** Brings documents into a registry as whoever runs the terminal does. */
export class DocumentTaker {
  constructor(readonly registry: () => TestRegistry) {}

  /** A file; what it is is told by its name and by what it holds. */
  take = async (
    kind: DocumentKind,
    file: Buffer,
    more: Partial<DocumentImport> = {},
    name = '資料.xlsx',
  ): Promise<DocumentReport> => {
    const understood = understand(kind, await readDocument(name, file));
    return importDocument(this.registry().database.prisma, fixedClock(NOW), ADMINISTRATORS, {
      ...{
        person: OPERATOR,
        understood,
        digest: digestOf(file),
        title: '資料',
        area: null,
        fiscalYear: null,
        asOf: '令和8年11月',
      },
      ...{ answers: {}, official: false, reason: null, dryRun: false },
      ...more,
    });
  };

  /** A text, a line a row. */
  takeText = (
    kind: DocumentKind,
    lines: readonly string[],
    more: Partial<DocumentImport> = {},
  ): Promise<DocumentReport> => this.take(kind, Buffer.from(lines.join('\n')), more, '資料.txt');
}

const SHEET: SurveySheet = {
  areas: '鈴鹿市',
  year: '令和8年度',
  asOf: '令和8年11月1日',
  hub: 'すずらん支援センター',
  mode: '直営',
  vision4: '望む場所で最期を迎えられる。',
  ict: '・情報共有システム「すずらんネット」を運用している。\n・【予定】登録のしかたを案内する。',
  bcp: '【なし】',
};

/** A filled sheet of 鈴鹿市's, but for `more`. */
export const surveySheet = (more: SurveySheet = {}): Promise<Buffer> =>
  workbookFile([surveyPage({ ...SHEET, ...more })], { title: '調査票', at: new Date(NOW) });
