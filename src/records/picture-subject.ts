/** How a town stands in what was asked; `told` where records speak of it in whatever state, `silent` where none does. */
export const TOWN_STATES = ['doing', 'planned', 'none', 'told', 'silent'] as const;
export type TownState = (typeof TOWN_STATES)[number];

/** What a picture can be made of: indicators over the years, ratings of areas, or how the towns of a prefecture stand. */
export type PictureSubject =
  | { kind: 'indicators'; indicatorIds: readonly string[] }
  | { kind: 'ratings'; areaIds: readonly string[] }
  | {
      kind: 'towns';
      about: string;
      asOf: readonly string[];
      sources: readonly string[];
      states: readonly TownStanding[];
    };

export interface TownStanding {
  areaId: string;
  state: TownState;
}
