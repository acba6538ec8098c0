const FROM_2020 = Date.UTC(2020, 0, 1);

/** New records come after all others, in the order in which they were added. */
export const positionAt = (now: Date): number => Math.floor((now.getTime() - FROM_2020) / 1_000);
