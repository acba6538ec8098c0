import { normalize } from '../../lookup/normalize.ts';
import { longestLeftmost, PhraseMatcher } from '../../lookup/phrase-matcher.ts';
import type { RegistryRecords } from '../../records/rows.ts';

/** How near a form is to a tool's name; of several tools the nearest is meant. */
const NAME = 0;
const WITHOUT_BRACKET = 1;
const OTHER_NAME = 2;

interface Named {
  tool: string;
  nearness: number;
}

/**
 * Tools by their names as documents write them, common words too: 「緊急時の情報連絡票」 asked for may be any town's form, but
 * where a town's own document has it, it is the tool of that name. What stands for several tools is the one that the area
 * uses already, or none.
 */
export class ToolNames {
  readonly #names: PhraseMatcher<Named>;
  readonly #uses: RegistryRecords['toolUses'];

  constructor({ tools, toolUses, lexicon }: RegistryRecords) {
    this.#uses = toolUses;
    const words = new Set(
      lexicon.flatMap(({ members, asked, english }) => [...members, ...asked, ...english].map(normalize)),
    );
    const entries = tools.flatMap(({ id, name, aliases }): [string, Named][] => [
      ...formsOf(name).map(
        (form, at) => [form, { tool: id, nearness: at === 0 ? NAME : WITHOUT_BRACKET }] satisfies [string, Named],
      ),
      ...aliases.map((alias) => [normalize(alias), { tool: id, nearness: OTHER_NAME }] satisfies [string, Named]),
    ]);
    this.#names = new PhraseMatcher(
      entries.filter(([form, { nearness }]) => isLong(form) && (nearness === NAME || !words.has(form))),
    );
  }

  /** The ids of the tools that a normalised text names; the longest name says which. */
  in(plain: string, areaIds: readonly string[]): string[] {
    const found = longestLeftmost(this.#names.all(plain)).flatMap(({ payloads }) => this.#meant(payloads, areaIds));
    return [...new Set(found)];
  }

  #meant(named: readonly Named[], areaIds: readonly string[]): string[] {
    const nearest = Math.min(...named.map(({ nearness }) => nearness));
    const meant = [...new Set(named.filter(({ nearness }) => nearness === nearest).map(({ tool }) => tool))];
    if (meant.length === 1) return meant;
    return named
      .map(({ tool }) => tool)
      .filter((tool) =>
        this.#uses.some((use) => use.toolId === tool && use.areaIds.some((id) => areaIds.includes(id))),
      );
  }
}

/** A name, and what it is without the bracket that explains it: 「MCS（メディカルケアステーション）」. */
function formsOf(name: string): string[] {
  const plain = normalize(name);
  const outside = /^(.+?)[(（].+[)）]$/.exec(plain)?.[1];
  return outside === undefined ? [plain] : [plain, outside];
}

const isLong = (form: string): boolean =>
  form.length >= 4 || /^[a-z0-9]{3}$/.test(form) || /^\p{Script=Han}{3}$/u.test(form);
