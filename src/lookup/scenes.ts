import { SCENES } from '../records/vocabulary.ts';
import type { Term } from './understand.ts';

type NamedScene = (typeof SCENES)[number];

/** The scenes that a question names, as scenes or by what stands for one there: 「入退院」「急変」. */
export const scenesNamed = (terms: readonly Term[]): ReadonlySet<string> =>
  new Set(terms.flatMap((term) => SCENES.filter((scene) => names(term, scene))));

function names({ label, concept }: Term, scene: NamedScene): boolean {
  if (label === scene) return true;
  if (concept?.id === 'discharge') return scene === '入退院支援';
  if (concept?.id === 'emergency' || concept?.id === 'scene-emergency') return scene === '急変時の対応';
  return label.startsWith(scene.slice(0, 3));
}
