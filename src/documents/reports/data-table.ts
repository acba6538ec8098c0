import type { DataColumnName, DataTableName } from '../../words/data-columns.ts';

// Tables for machines: one kind of thing a table, one thing a row, one datum a cell.

/** What a column can hold, and what each means. */
export type Choices = readonly (readonly [value: string, meaning: string])[];

export type DataRow = Readonly<Partial<Record<DataColumnName, string | number | null>>>;

export interface DataTable {
  /** The file's name, less its ending. */
  name: DataTableName;
  columns: readonly DataColumnName[];
  choices: Readonly<Partial<Record<DataColumnName, Choices>>>;
  rows: readonly DataRow[];
}
