// A document as it was read: its cells and lines, each with where it stands. What they mean is worked out afterwards.

/** What a cell held. A formula is never worked out; what is wanted from a cell must be text or a number. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula';

export interface ReadCell {
  /** 「桑名市」シートの B3, 12行目. */
  place: string;
  text: string;
  kind: CellKind;
}

/** A line of a text, or a row of a sheet: its cells from the left, empty ones included. */
export interface ReadRow {
  /** Counted from 1. */
  at: number;
  cells: ReadCell[];
}

export interface ReadSheet {
  /** The name of its tab; null: a text or a CSV file. */
  name: string | null;
  rows: ReadRow[];
  /** Cells that the workbook names, by name. */
  named: ReadonlyMap<string, ReadCell>;
}

export interface ReadDocument {
  sheets: ReadSheet[];
}
