import type { InitiativeStatus } from '../records/vocabulary.ts';
import type { OccurrenceState } from './meeting-notices.ts';

const STATES: Record<InitiativeStatus, OccurrenceState | null> = {
  予定: 'planned',
  検討中: 'planned',
  協議中: 'planned',
  未着手: 'planned',
  '延期（日程未定）': 'postponed',
  中止: 'cancelled',
  開催済み: 'held',
  実施済み: 'held',
  公表済み: 'held',
  実施中: null,
  未実施: null,
  記載なし: null,
};

/**
 * What the status of an initiative means for its planned date; null where there is nothing to be reminded of: it runs
 * already, or nobody says that it will be.
 */
export function initiativeState(status: InitiativeStatus): OccurrenceState | null {
  return STATES[status];
}
