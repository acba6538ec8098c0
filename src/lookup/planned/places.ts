import type { Inquiry } from '../inquiry.ts';
import { placesAsked } from '../understand.ts';

/** Whether something of these areas is asked for: of a place that is named, and not of those that are left out. */
export function ofPlaces(inquiry: Inquiry): (areaIds: readonly string[]) => boolean {
  const asked = new Set(inquiry.scopeAreas);
  const away = inquiry.excludedAreas;
  return (areaIds) => (asked.size === 0 || areaIds.some((id) => asked.has(id))) && !areaIds.every((id) => away.has(id));
}

/** The places that are named: 鈴鹿市・津市; empty where none is. */
export const placeWords = (inquiry: Inquiry): string =>
  inquiry.names(placesAsked(inquiry.u).map(({ area }) => area.id));
