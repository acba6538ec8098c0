import { z } from 'zod';
import type { App } from '../app.ts';
import { writeBackup } from '../database/backup.ts';
import { TABLE_FORMATS, tableFile } from '../documents/table.ts';
import { EXPORTS, exportRows } from '../registry/files/export-rows.ts';
import { IMPORTS, importLines } from '../registry/files/imports.ts';
import { CalendarTask, makeCalendar } from './calendar-task.ts';
import { carryIn, DocumentReport, DocumentTask, Unreadable } from './document-task.ts';
import { makeReport, ReportTask } from './report-task.ts';

// What the terminal has done besides asking, here or by the process that holds the embedded folder.

export const Task = z.union([
  z.object({ export: z.enum(EXPORTS), format: z.enum(TABLE_FORMATS) }),
  z.object({
    import: z.enum(IMPORTS),
    lines: z.array(z.object({ line: z.number().int(), record: z.record(z.string(), z.unknown()).nullable() })),
    dryRun: z.boolean(),
  }),
  ReportTask,
  CalendarTask,
  DocumentTask,
  /** An absolute path on this machine. */
  z.object({ backup: z.string() }),
]);
export type Task = z.infer<typeof Task>;

const Report = z.object({
  bad: z.array(
    z.object({
      line: z.number().int(),
      code: z.enum([
        'unreadable',
        'unknown-area',
        'unknown-role',
        'missing',
        'wrong-day',
        'twice',
        'unknown-section',
        'conflict',
        'problem',
      ]),
      field: z.string().nullable(),
      value: z.string().nullable(),
    }),
  ),
  changed: z.array(
    z.object({
      record: z.string(),
      name: z.string(),
      changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    }),
  ),
  unchanged: z.number().int(),
  saved: z.boolean(),
});
export type Report = z.infer<typeof Report>;

export const TaskReply = z.union([
  z.object({ imported: DocumentReport }),
  z.object({ unreadable: Unreadable }),
  /** Base64. */
  z.object({ file: z.string() }),
  /** Why there is none. */
  z.object({ refused: z.string() }),
  z.object({ report: Report }),
  /** What was written, in bytes. */
  z.object({ written: z.number().int() }),
]);
export type TaskReply = z.infer<typeof TaskReply>;

/** Carries a task out in this process. */
export async function carryOut(app: App, task: Task): Promise<TaskReply> {
  const { database, clock } = app;
  if ('report' in task) return makeReport(app, task);
  if ('export' in task) {
    const file = await tableFile(await exportRows(database.prisma, task.export), task.format);
    return { file: file.toString('base64') };
  }
  if ('document' in task) return carryIn(app, task);
  if ('calendar' in task) return makeCalendar(app, task);
  if ('backup' in task) return { written: await writeBackup(database, task.backup) };
  return { report: await importLines(database.prisma, clock, task.import, task.lines, task.dryRun) };
}
