import { StatementStatus } from '../records/vocabulary.ts';
import type { Fact } from './facts.ts';
import { Postings } from './postings.ts';

const STATUSES = StatementStatus.options;

/** Which areas and which status each fact has, as numbers side by side: many facts are told apart without being opened. */
export class FactTraits {
  readonly #areaIds: string[] = [];
  readonly #areaNumbers = new Map<string, number>();
  /** The areas of all facts one after another; those of fact n begin at the n-th of `#begins` and end at the next. */
  readonly #areas = new Postings();
  readonly #begins = new Postings();
  readonly #statuses = new Postings();

  constructor() {
    this.#begins.append(0);
  }

  add({ areaIds, status }: Fact): void {
    for (const id of areaIds) this.#areas.append(this.#areaNumber(id));
    this.#begins.append(this.#areas.length);
    this.#statuses.append(STATUSES.indexOf(status));
  }

  /** All areas of these facts, in the order of coming. */
  areasOf(facts: Uint32Array): Set<string> {
    const [areas, begins] = [this.#areas.list(), this.#begins.list()];
    const seen = new Uint8Array(this.#areaIds.length);
    const found = new Set<string>();
    for (let i = 0; i < facts.length; i += 1) {
      const fact = facts[i] as number;
      const end = begins[fact + 1] as number;
      for (let at = begins[fact] as number; at < end; at += 1) {
        const area = areas[at] as number;
        if (seen[area] === 1) continue;
        seen[area] = 1;
        found.add(this.#areaIds[area] as string);
      }
    }
    return found;
  }

  /** For filtering facts: whether one has an area that is meant. */
  inAreas(isMeant: (areaId: string) => boolean): (fact: number) => boolean {
    const [areas, begins] = [this.#areas.list(), this.#begins.list()];
    const meant = Uint8Array.from(this.#areaIds, (id) => Number(isMeant(id)));
    return (fact) => {
      const end = begins[fact + 1] as number;
      for (let at = begins[fact] as number; at < end; at += 1) if (meant[areas[at] as number] === 1) return true;
      return false;
    };
  }

  /** For filtering facts: whether one has one of these statuses. */
  inStatus(...wanted: readonly Fact['status'][]): (fact: number) => boolean {
    const statuses = this.#statuses.list();
    const isWanted = STATUSES.map((status) => wanted.includes(status));
    return (fact) => isWanted[statuses[fact] as number] === true;
  }

  #areaNumber(id: string): number {
    const known = this.#areaNumbers.get(id);
    if (known !== undefined) return known;
    this.#areaNumbers.set(id, this.#areaIds.length);
    return this.#areaIds.push(id) - 1;
  }
}
