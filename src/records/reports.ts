import { z } from 'zod';

/** The documents that can be taken out: 調査票, 4場面シート, 指標表, PDCA表, 自市町のまとめ. */
export const REPORTS = ['survey', 'scenes', 'indicators', 'evaluations', 'dossier'] as const;
export const ReportKind = z.enum(REPORTS);
export type ReportKind = z.infer<typeof ReportKind>;

/** A workbook in the shape that staff know, or machine-readable tables in one of two encodings. */
export const REPORT_FORMATS = ['xlsx', 'csv', 'csv-sjis'] as const;
export const ReportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof ReportFormat>;
