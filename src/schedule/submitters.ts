/** Who submits for an area: itself, or the body that must submit for its towns (広域連合). */
export interface Submitter {
  areaId: string;
  by: string;
}

/**
 * Who submits for each of the areas that a deadline asks. A body that must submit for some of them does so once, for
 * itself and for them; where two bodies must, the first one given does (rule 8.2).
 */
export function submittersOf(
  areas: readonly string[],
  mustSubmitFor: ReadonlyMap<string, readonly string[]>,
): Submitter[] {
  const bodies = [...mustSubmitFor];
  const bodyOf = (areaId: string) => bodies.find(([, towns]) => towns.includes(areaId))?.[0];
  return [...new Set(areas)].map((areaId) => ({ areaId, by: bodyOf(areaId) ?? areaId }));
}
