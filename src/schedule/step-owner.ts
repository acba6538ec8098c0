/** Whose a step on a report's way is. */
export type StepOwner = 'hub' | 'area' | 'prefecture';

const HUB = /委託|拠点|contractor|hub/i;
/** 県, 三重県へ提出, 国; not 国保課 or 県民課, which are sections of a town. */
const PREFECTURE = /^(?:国|.{0,3}[都道府県])(?:$|[へにの提進取確])|prefecture|ministry/i;

/** Whose a step is, by its name: 委託先 is the hub's, 県 and what follows the prefecture's, 起案 and 決裁 the area's own. */
export function ownerOfStep(name: string): StepOwner {
  if (HUB.test(name)) return 'hub';
  return PREFECTURE.test(name) ? 'prefecture' : 'area';
}
