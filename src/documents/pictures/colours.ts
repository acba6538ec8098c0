// Dark letters on an opaque white ground of their own, so that a picture is read alike on Slack's light and dark theme.
// Blue and orange are told apart by people who see colours differently; shape, pattern and label say the same again.

export const COLOURS = {
  ground: '#ffffff',
  /** Around the whole picture: seen on white and on black. */
  frame: '#767676',
  letters: '#1a1a1a',
  quiet: '#4d4d4d',
  grid: '#d0d0d0',
  strong: '#1b4f83',
  soft: '#c3dcf3',
  warm: '#f7e0bb',
  onStrong: '#ffffff',
} as const;

/** Every pair of letters and ground that pictures use; each has a contrast of 4.5 to 1 at least. */
export const READ_ON: readonly (readonly [letters: string, ground: string])[] = [
  [COLOURS.letters, COLOURS.ground],
  [COLOURS.quiet, COLOURS.ground],
  [COLOURS.strong, COLOURS.ground],
  [COLOURS.onStrong, COLOURS.strong],
  [COLOURS.letters, COLOURS.soft],
  [COLOURS.letters, COLOURS.warm],
];
