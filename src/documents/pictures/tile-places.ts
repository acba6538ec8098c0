import type { AreaRow } from '../../records/rows.ts';

/** Where a town's tile lies: columns from the west, rows from the north. */
export interface TilePlace {
  area: AreaRow;
  column: number;
  row: number;
}

/** So many tiles stand side by side at most. */
export const COLUMNS = 6;

/** Standard area codes (標準地域コード) of Mie's 29 towns, each at about its place; dots are the neighbours and the sea. */
const MIE: readonly string[] = [
  '.      .      242144 243248 242055 243035', // いなべ 東員 桑名 木曽岬
  '.      .      243418 242021 243434 243442', // 菰野 四日市 朝日 川越
  '.      242161 242101 242071 .      .     ', // 伊賀 亀山 鈴鹿
  '.      242080 242012 .      .      .     ', // 名張 津
  '.      .      242047 244422 242039 242110', // 松阪 明和 伊勢 鳥羽
  '.      .      244414 244619 244708 242152', // 多気 玉城 度会 志摩
  '.      .      244431 244716 244724 .     ', // 大台 大紀 南伊勢
  '.      242098 245437 .      .      .     ', // 尾鷲 紀北
  '242128 .      .      .      .      .     ', // 熊野
  '245615 245623 .      .      .      .     ', // 御浜 紀宝
];

const PLACES = new Map(
  MIE.flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .map((code, column) => [code, { column, row }] as const),
  ),
);

/** Whether the towns lie on a map that is known, or in the order of their codes. */
export const isMapped = (towns: readonly AreaRow[]): boolean =>
  towns.every(({ code }) => code !== null && PLACES.has(code));

/** A place for each town: on the map of its prefecture where there is one, else side by side in the order of codes. */
export function tilePlaces(towns: readonly AreaRow[]): TilePlace[] {
  const known = towns.map((area) => ({ area, ...(PLACES.get(area.code ?? '') ?? { column: -1, row: -1 }) }));
  if (isMapped(towns)) return known;
  return [...towns].sort(byCode).map((area, at) => ({ area, column: at % COLUMNS, row: Math.floor(at / COLUMNS) }));
}

/** Towns without a code come last. */
const byCode = (one: AreaRow, other: AreaRow): number => {
  const [a, b] = [one, other].map(({ code, id }) => `${code ?? '~'} ${id}`) as [string, string];
  return a < b ? -1 : 1;
};
