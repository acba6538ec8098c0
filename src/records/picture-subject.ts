/**
 * The states that maps of towns show side by side: what is done (rules 1.3), whether records speak of it at all, what the
 * cells of a survey hold, and what came and went from one year to another. What no record speaks of is `silent`.
 */
export const TOWN_SCALES = {
  done: ['doing', 'planned', 'none', 'silent'],
  told: ['told', 'silent'],
  stated: ['told', 'none', 'silent'],
  years: ['added', 'stayed', 'gone', 'silent'],
} as const;
export type TownScale = keyof typeof TOWN_SCALES;
export type TownState = (typeof TOWN_SCALES)[TownScale][number];

/** What a picture can be made of: indicators over the years, ratings of areas, or how the towns of a prefecture stand. */
export type PictureSubject =
  | { kind: 'indicators'; indicatorIds: readonly string[] }
  | { kind: 'ratings'; areaIds: readonly string[] }
  | {
      kind: 'towns';
      scale: TownScale;
      about: string;
      asOf: readonly string[];
      sources: readonly string[];
      states: readonly TownStanding[];
    };

export interface TownStanding {
  areaId: string;
  state: TownState;
}
