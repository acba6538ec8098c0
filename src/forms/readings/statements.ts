import type { FieldsOf } from '../../records/changes.ts';
import { StatementStatus } from '../../records/vocabulary.ts';
import { formWords } from '../../words/forms.ts';
import { statusWords } from '../../words/labels.ts';
import { statementLine } from '../../words/statement-line.ts';
import { type About, type Reading, refused } from '../field.ts';
import { alike, difference } from '../likeness.ts';
import { readText } from './text.ts';

/** One line of a survey's cell. */
export interface StatementLine {
  status: StatementStatus;
  text: string;
}

type Statement = FieldsOf<'answer'>['statements'][number];

/** 【予定】 at the beginning of a line; a line without one is being done. */
const MARK = /^\s*[【[]([^】\]]+)[】\]]\s*(.*)$/;
const STATUS_OF = new Map(
  StatementStatus.options.flatMap((status) =>
    Object.values(statusWords[status]).map((word) => [word.toLowerCase(), status] as const),
  ),
);

/** Reads a cell: one statement a line, with its status before it. */
export function readStatements(typed: string, most: number, about: About): Reading<StatementLine[]> {
  const whole = readText(typed, { most }, about);
  if ('error' in whole) return whole;
  const lines = typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(lineOf);
  return lines.some(({ text }) => text.trim() === '')
    ? refused(formWords[about.language].errors.emptyStatement)
    : { ...whole, value: lines };
}

function lineOf(line: string): StatementLine {
  const [, mark = '', rest = ''] = MARK.exec(line) ?? [];
  const status = STATUS_OF.get(mark.trim().toLowerCase());
  return status ? { status, text: rest } : { status: 'doing', text: line.trim() };
}

/** The cell as it is typed. */
export const writeStatements = (lines: readonly StatementLine[]): string => lines.map(statementLine).join('\n');

const onOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

/**
 * The statements of a cell after its lines were edited: a line that was left alone or corrected is the statement that it
 * was, with all that the form does not ask; any other line is a new one.
 */
export function statementsFrom(lines: readonly StatementLine[], former: readonly Statement[]): Statement[] {
  const left = new Set(former);
  const take = (found: Statement | undefined): Statement | null => {
    if (found) left.delete(found);
    return found ?? null;
  };
  const same = lines.map(({ text }) => take([...left].find((statement) => onOneLine(statement.text) === text)));
  return lines.map((line, at) => {
    const untouched = same[at];
    if (untouched) return { ...untouched, status: line.status };
    const corrected = take(likest(line.text, [...left]));
    return corrected ? { ...corrected, ...line } : { id: null, ...line, areaIds: null, scenes: [], when: null };
  });
}

/** The statement that a line is a correction of: most of its characters are the same. */
function likest(text: string, among: readonly Statement[]): Statement | undefined {
  return among
    .filter((statement) => alike(text, statement.text))
    .sort((one, other) => difference(text, one.text) - difference(text, other.text))[0];
}
