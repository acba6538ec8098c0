import { describe, expect, it } from 'vitest';
import { COLOURS, READ_ON } from '../../src/documents/pictures/colours.ts';
import type { Figure } from '../../src/documents/pictures/figure.ts';
import { WIDTH } from '../../src/documents/pictures/frame.ts';
import { drawable, linesOf, widthOf } from '../../src/documents/pictures/letters.ts';
import { figuresOf, pictureOf } from '../../src/documents/pictures/pictures.ts';
import { pngOf } from '../../src/documents/pictures/raster.ts';
import { all, drawing, words } from '../../src/documents/pictures/svg.ts';
import { tilePlaces } from '../../src/documents/pictures/tile-places.ts';
import type { AreaRow, EvaluationRow, IndicatorRow, RegistryRecords } from '../../src/records/rows.ts';
import { townsIn } from '../../src/records/towns.ts';
import { SCENES, type ValueKind } from '../../src/records/vocabulary.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { pictureWords } from '../../src/words/pictures.ts';

const shipped: RegistryRecords = await readShippedRecords();
const [home] = townsIn(shipped, '三重県');
const AREA = home as AreaRow;
const SOURCE = shipped.sources[0]?.id ?? '';
const PLACED = { sourceId: SOURCE, place: '1頁', asOf: '令和8年3月', areaId: AREA.id };

const value = (fiscalYear: string, kind: ValueKind, number: number | null, state: string | null = null, note = '') => ({
  id: `${fiscalYear}-${kind}`,
  fiscalYear,
  kind,
  value: number,
  state,
  note: note || null,
  asOf: null,
});

const indicatorWith = (values: IndicatorRow['values'], title = '出前講座'): RegistryRecords => ({
  ...shipped,
  indicators: [
    { ...PLACED, id: 'i-1', title, measure: '参加人数', unit: '人', scene: null, english: '', aliases: [], values },
  ],
});

const ratedWith = (ratings: readonly [string, number, boolean?][]): RegistryRecords => ({
  ...shipped,
  evaluations: ratings.flatMap(([fiscalYear, rating, draft = false]) =>
    SCENES.map(
      (scene): EvaluationRow => ({
        ...PLACED,
        id: `${scene}-${fiscalYear}`,
        scene,
        fiscalYear,
        rating,
        draft,
        done: [],
        checked: [],
        changed: [],
        nextPlan: [],
      }),
    ),
  ),
});

const oneOf = (figures: readonly Figure[]): Figure => {
  const [figure] = figures;
  if (!figure) throw new Error('nothing was drawn');
  return figure;
};
const indicatorOf = (records: RegistryRecords, language: 'ja' | 'en' = 'ja') =>
  oneOf(figuresOf(records, { kind: 'indicators', indicatorIds: ['i-1'] }, language));
const ratingsOf = (records: RegistryRecords, language: 'ja' | 'en' = 'ja') =>
  oneOf(figuresOf(records, { kind: 'ratings', areaIds: [AREA.id] }, language));
const townsOf = (records: RegistryRecords, prefecture = '三重県', language: 'ja' | 'en' = 'ja') =>
  oneOf(
    figuresOf(
      records,
      {
        kind: 'towns',
        scale: 'done',
        about: 'ACPシート',
        asOf: ['令和7年11月～12月'],
        sources: ['調査'],
        states: townsIn(records, prefecture).map(({ id }, at) => ({
          areaId: id,
          state: (['doing', 'planned', 'none', 'silent'] as const)[at % 4] ?? 'silent',
        })),
      },
      language,
    ),
  );

const LONG = '在宅医療と介護の連携に関する相談窓口を知っている医療機関・介護事業所・薬局等の職員の割合'.repeat(3);
const tenYears = Array.from({ length: 12 }, (_, at) => `R${at + 1}`);
const EVERY: readonly [string, () => Figure][] = (['ja', 'en'] as const).flatMap((language) => [
  [`an indicator of one year, ${language}`, () => indicatorOf(indicatorWith([value('R7', 'actual', 3)]), language)],
  [
    `an indicator of twelve years with a long name and long figures, ${language}`,
    () =>
      indicatorOf(
        indicatorWith(
          tenYears.flatMap((year) => [
            value(year, 'planned', 123_456_789),
            value(year, 'actual', 98_765_432.1, null, '9月末現在の値に、翌年度の精算分を加えたものです。'.repeat(3)),
            value(year, 'forecast', 5),
            value(year, 'partial', 0),
          ]),
          LONG,
        ),
        language,
      ),
  ],
  [`ratings of one year, ${language}`, () => ratingsOf(ratedWith([['R7', 3.5, true]]), language)],
  [`ratings of twelve years, ${language}`, () => ratingsOf(ratedWith(tenYears.map((year) => [year, 4.5])), language)],
  [`the towns of Mie, ${language}`, () => townsOf(shipped, '三重県', language)],
]);

/** What is written in a drawing, with its place. */
const lettersIn = (svg: string) =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = content.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    const weight = of('font-weight') === '700' ? 'bold' : 'regular';
    const width = widthOf(text, Number(of('font-size')), weight);
    const at = of('text-anchor') ?? 'start';
    const x = Number(of('x')) - (at === 'middle' ? width / 2 : at === 'end' ? width : 0);
    return { text, colour: of('fill') ?? '', from: x, to: x + width };
  });

const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

const light = (colour: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe.each(EVERY)('the picture of %s', (_, figure) => {
  it('is written with signs that the font has, inside its frame, in colours that are read', () => {
    const written = lettersIn(figure().draw());
    expect(written.length).toBeGreaterThan(5);
    expect(written.filter(({ text }) => drawable(text) !== text || text.includes('〓'))).toEqual([]);
    expect(written.filter(({ from, to }) => from < 0 || to > WIDTH)).toEqual([]);
    const readable = new Set(READ_ON.map(([letters]) => letters));
    expect(written.filter(({ colour }) => !readable.has(colour))).toEqual([]);
  });

  it('is a PNG of 1,200 dots at most, the same each time, with a title, a description and all of it as text', async () => {
    const picture = await pictureOf(figure(), '2026-11-24', 1);
    const { width, height } = sizeOf(picture.content);
    expect(width).toBe(1_200);
    expect(height).toBeLessThan(2_600);
    expect((await pictureOf(figure(), '2026-11-24', 1)).content.equals(picture.content)).toBe(true);
    expect(picture.twin.startsWith(`${picture.title}\n`)).toBe(true);
    expect(picture.alt).toContain(picture.title);
  });
});

describe('letters of pictures', () => {
  const drawn = (text: string) =>
    pngOf(drawing(100, 40, all(), words(text, 10, 30, { size: 20, colour: COLOURS.letters })));

  it('are drawn by the font that the program brings: different letters look different', async () => {
    const [nothing, one, other, missing] = await Promise.all(['', '計', '画', '𠮷'].map(drawn));
    expect(new Set([nothing, one, other, missing].map((png) => png?.toString('base64'))).size).toBe(4);
  });

  it('show 〓 for a sign that the font lacks, and the text beside the picture has the sign', () => {
    const figure = indicatorOf(indicatorWith([value('R7', 'actual', 3)], '𠮷野😀講座'));
    expect(lettersIn(figure.draw())[0]?.text).toContain('〓野〓講座');
    expect(figure.title).toContain('𠮷野😀講座');
  });

  it('can write all towns of the registry and all words of both languages', () => {
    const texts = [
      ...shipped.areas.map(({ name }) => name),
      ...Object.values(pictureWords).flatMap((each) => JSON.stringify(each, (_, inner) => String(inner))),
    ];
    expect(texts.filter((text) => drawable(text, 'bold').includes('〓') || drawable(text).includes('〓'))).toEqual([]);
  });

  it('let nothing that people wrote become a part of the drawing', () => {
    const figure = indicatorOf(indicatorWith([value('R7', 'actual', 3)], '</text><image href="http://x/"/>&amp;'));
    expect(figure.draw()).not.toContain('<image');
    expect(lettersIn(figure.draw())[0]?.text).toContain('</text><image');
  });

  it('break into lines without beginning one with a closing sign, and end in … where there is no room', () => {
    const lines = linesOf('あいうえお、かきくけこ。さしすせそ', widthOf('あいうえお', 20) + 1, 20, 2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('あいうえ');
    expect(lines[1]).toMatch(/^お、.*…$/);
  });
});

describe('colours of pictures', () => {
  it.each(READ_ON)('have a contrast of 4.5 at least: %s on %s', (letters, ground) => {
    expect(contrast(letters, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('frame the picture visibly on Slack’s light and dark ground', () => {
    for (const ground of ['#ffffff', '#1a1d21']) expect(contrast(COLOURS.frame, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('計画と実績', () => {
  const figure = indicatorOf(
    indicatorWith([
      value('R3', 'planned', 10),
      value('R3', 'actual', 0),
      value('R4', 'planned', 10),
      value('R4', 'actual', null, '中止', '感染拡大防止のため'),
      value('R6', 'forecast', 5),
      value('R6', 'partial', 6, null, '9月末現在'),
    ]),
  );

  it('keeps planned, actual, forecast and part-year values apart, a year without any, and 中止 from 0', () => {
    expect(figure.twin.filter((line) => line.startsWith('・'))).toEqual([
      '・令和3年度：計画値 10人、実績値 0人、達成率 0.0%',
      '・令和4年度：計画値 10人、実績値 中止（感染拡大防止のため）',
      '・令和5年度：計画値 記載なし、実績値 記載なし',
      '・令和6年度：計画値 記載なし、実績値 記載なし、見込 5人、年度途中 6人（9月末現在）',
    ]);
    const texts = lettersIn(figure.draw()).map(({ text }) => text);
    expect(texts).toContain('中止（感染拡大防止のため）');
    expect(texts.filter((text) => text === '記載なし')).toHaveLength(4);
  });

  it('draws a bar for each figure above 0, each kind with a pattern of its own', () => {
    const bars = [...figure.draw().matchAll(/<rect [^>]*height="14"[^>]*>/g)].map(([bar]) => bar);
    expect(bars).toHaveLength(4);
    const looks = bars.map((bar) => /fill="[^"]*"/.exec(bar)?.[0]);
    expect(looks).toEqual([
      `fill="${COLOURS.ground}"`,
      `fill="${COLOURS.ground}"`,
      'fill="url(#stripes)"',
      'fill="url(#dots)"',
    ]);
  });

  it('shows the last ten years, and says that the text has the others', () => {
    const many = indicatorOf(indicatorWith(tenYears.map((year) => value(year, 'actual', 1))));
    expect(lettersIn(many.draw()).filter(({ text }) => /^R\d+年度$/.test(text))).toHaveLength(10);
    expect(many.draw()).toContain('これより前の2年度分');
    expect(many.twin.filter((line) => line.startsWith('・'))).toHaveLength(12);
  });
});

describe('成熟度評価 over the years', () => {
  it('interrupts the line at a year without a rating, names it, and shows drafts as hollow', () => {
    const figure = ratingsOf(
      ratedWith([
        ['R4', 2],
        ['R5', 3],
        ['R7', 3.5, true],
      ]),
    );
    const svg = figure.draw();
    expect(svg.match(/stroke-width="2"><\/line>/g)).toHaveLength(SCENES.length);
    const filled = [...svg.matchAll(/<circle [^>]*fill="([^"]*)"/g)].map(([, fill]) => fill);
    expect(filled).toEqual(SCENES.flatMap(() => [COLOURS.strong, COLOURS.strong, COLOURS.ground]));
    expect(lettersIn(svg).filter(({ text }) => text === '記載なし')).toHaveLength(SCENES.length);
    expect(lettersIn(svg).filter(({ text }) => text === '3.5案')).toHaveLength(SCENES.length);
    expect(figure.twin).toContain('・看取り：令和4年度 2.0、令和5年度 3.0、令和6年度 記載なし、令和7年度 3.5案');
  });
});

describe('the tile map', () => {
  const towns = townsIn(shipped, '三重県');

  it('has each of Mie’s 29 towns once, no two at one place', () => {
    const places = tilePlaces(towns);
    expect(places).toHaveLength(29);
    expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(29);
    expect(places.filter(({ column, row }) => column < 0 || column > 5 || row < 0 || row > 9)).toEqual([]);
    expect(new Set(places.map(({ area }) => area.id))).toEqual(new Set(towns.map(({ id }) => id)));
  });

  it('keeps neighbours near: Kisosaki in the north-east, Kiho in the south, Iga west of Kameyama, Toba east of Ise', () => {
    const at = (name: string) => tilePlaces(towns).find(({ area }) => area.name === name);
    expect(at('木曽岬町')).toMatchObject({ column: 5, row: 0 });
    expect(at('紀宝町')?.row).toBe(9);
    expect((at('亀山市')?.column ?? 0) - (at('伊賀市')?.column ?? 0)).toBe(1);
    expect((at('鳥羽市')?.column ?? 0) - (at('伊勢市')?.column ?? 0)).toBe(1);
  });

  it('lies in the order of area codes where no map of the prefecture is known', () => {
    const others = ['204', '202', '203'].map(
      (code, at): AreaRow => ({ ...AREA, id: `o-${at}`, name: `町${code}`, prefecture: '福井県', code: `18${code}0` }),
    );
    const places = tilePlaces(others);
    expect(places.map(({ area }) => area.code)).toEqual(['182020', '182030', '182040']);
    expect(places.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(townsOf({ ...shipped, areas: others }, '福井県').draw()).toContain('団体コードの順');
  });

  it('marks each town with letter and colour, with the counts of all four states', () => {
    const written = lettersIn(townsOf(shipped).draw()).map(({ text }) => text);
    for (const { name } of towns) expect(written.filter((text) => text === name)).toHaveLength(1);
    const marks = ['○', '△', '×', '－'].map((mark) => written.filter((text) => text === mark).length - 1);
    expect(marks).toEqual([8, 7, 7, 7]);
    for (const text of ['実施 8市町', '予定・検討中 7市町', 'なし 7市町', '記載なし 7市町'])
      expect(written).toContain(text);
  });
});
