import type { StatementStatus } from '../records/vocabulary.ts';
import { statusWords } from './labels.ts';

/** A statement as it stands on a line of its own, in a form and on a sheet: its status before it, unless it is being done. */
export const statementLine = ({ status, text }: { status: StatementStatus; text: string }): string =>
  `${status === 'doing' ? '' : `【${statusWords[status].ja}】`}${text.replace(/\s*\n\s*/g, ' ').trim()}`;
