/** A report as it is handed out. */
export interface ReportFile {
  /** ASCII. */
  name: string;
  title: string;
  content: Buffer;
  /** Tabs, rows of the tables, or pictures. */
  size: number;
}
