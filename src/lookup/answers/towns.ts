import type { FactIndex } from '../fact-index.ts';
import type { Fact } from '../facts.ts';
import type { Inquiry } from '../inquiry.ts';

/** Records that make towns an answer, by number, best first or in the order of the registry. */
export interface Found {
  facts: Uint32Array;
  /** Which of their towns are the answer. */
  isMeant: (areaId: string) => boolean;
}

export const everywhere = (facts: Uint32Array): Found => ({ facts, isMeant: () => true });

/** Those of these areas, each of them only of these areas. */
export function onlyIn(index: FactIndex, { facts, isMeant }: Found, isAllowed: (areaId: string) => boolean): Found {
  const both = (area: string) => isMeant(area) && isAllowed(area);
  return { facts: facts.filter(index.traits.inAreas(both)), isMeant: both };
}

export function allowedAreas(inquiry: Inquiry, only?: ReadonlySet<string>): (id: string) => boolean {
  const excluded = inquiry.excludedAreas;
  const towns =
    /(町だけ|町に?(絞|限)|市は(抜|除)|(?<![\p{Script=Han}ぁ-んァ-ヶ])市以外|のうち、?町(は|で))|\bonly (the )?towns\b|\btowns? \(?(but )?(not|no) cities\b/u.test(
      inquiry.u.text,
    );
  const cities =
    /(市だけ|市に?(絞|限)|町は(抜|除)|(?<![\p{Script=Han}ぁ-んァ-ヶ])町以外|のうち、?市(は|で))|\bonly (the )?cities\b|\bcit(y|ies) \(?(but )?(not|no) towns?\b/u.test(
      inquiry.u.text,
    );
  const named = new Set(inquiry.scopeAreas);
  return (id) => {
    const { kind, name } = inquiry.area(id);
    if (kind === 'prefecture' || excluded.has(id)) return false;
    if (named.size > 0 && !named.has(id)) return false;
    if (only && !only.has(id)) return false;
    return !(towns && name.endsWith('市')) && !(cities && name.endsWith('町'));
  };
}

/** Towns in the order of the survey; within a town as they come. */
export function ordered(inquiry: Inquiry, facts: readonly Fact[]): Fact[] {
  const position = new Map(inquiry.denominator.map((id, index) => [id, index]));
  const at = (fact: Fact) => position.get(fact.areaIds[0] ?? '') ?? Number.MAX_SAFE_INTEGER;
  return [...facts].sort((a, b) => at(a) - at(b));
}

/** To be shown: at most two records a town; statements rather than the tool and meeting entries that repeat them. */
export function perTown(inquiry: Inquiry, { facts, isMeant }: Found): Fact[] {
  const told = inquiry
    .facts(facts)
    .map((fact) => (fact.areaIds.every(isMeant) ? fact : { ...fact, areaIds: fact.areaIds.filter(isMeant) }));
  const taken = new Map<string, Fact[]>();
  for (const statements of [true, false]) {
    for (const fact of told) {
      if ((fact.kind === 'statement') !== statements) continue;
      const town = fact.areaIds.join();
      const others = taken.get(town);
      if (!others) taken.set(town, [fact]);
      else if (others.length < 2 && others[0]?.text !== fact.text) others.push(fact);
    }
  }
  const kept = new Set([...taken.values()].flat());
  return told.filter((fact) => kept.has(fact));
}
