import { z } from 'zod';

/** The documents that can be taken out: 調査票, 4場面シート, 指標表, PDCA表, 自市町のまとめ. */
export const REPORTS = ['survey', 'scenes', 'indicators', 'evaluations', 'dossier'] as const;
export const ReportKind = z.enum(REPORTS);
export type ReportKind = z.infer<typeof ReportKind>;

/** Those with pictures: a map a column, or years side by side. */
export const PICTURED: readonly ReportKind[] = ['survey', 'indicators', 'evaluations'];

/** A workbook in the shape that staff know, machine-readable tables in one of two encodings, or pictures. */
export const REPORT_FORMATS = ['xlsx', 'csv', 'csv-sjis', 'png'] as const;
export const ReportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof ReportFormat>;
