import { SCENES, SURVEY_COLUMNS, type SurveyColumn } from '../../records/vocabulary.ts';
import { modeWords } from '../../words/labels.ts';
import { surveyColumnWords, surveySheetWords as words } from '../../words/sheets.ts';
import { type Box, box, type Line, type Look, type Page, wholeLine } from '../page.ts';

// The 調査票: one layout, by which sheets are written and those that come back are read.

type VisionCell = `vision${1 | 2 | 3 | 4}`;
/** What can be filled in on a sheet. */
export type SurveyCell = 'areas' | 'year' | 'asOf' | 'hub' | 'mode' | VisionCell | SurveyColumn;

/** What stands in the cells of a sheet, as it is printed. Nothing: left empty. */
export type SurveySheet = Partial<Record<SurveyCell, string>>;

const VISIONS = ['vision1', 'vision2', 'vision3', 'vision4'] as const;

/** The cell of a scene's 目指すべき姿, in the order of the sheet. */
export const VISION_SCENES = Object.fromEntries(VISIONS.map((cell, at) => [cell, SCENES[at]])) as Record<
  VisionCell,
  (typeof SCENES)[number]
>;

const LABELS: Record<SurveyCell, string> = {
  areas: words.areas,
  year: words.year,
  asOf: words.asOf,
  hub: words.hub,
  mode: words.mode,
  ...(Object.fromEntries(VISIONS.map((cell) => [cell, words.vision(VISION_SCENES[cell])])) as Record<
    VisionCell,
    string
  >),
  ...surveyColumnWords,
};

/** The name of a cell in the workbook: by it an answer is found wherever its row was moved. */
export const surveyCellName = (cell: SurveyCell): string => `tonari_${cell}`;

/** Where a cell stands that has lost its name: beside or below its label, and in which part of the sheet. */
export interface SurveyPlace {
  cell: SurveyCell;
  name: string;
  label: string;
  at: 'beside' | 'below';
  /** The heading after which it stands; null: before both parts. ①〜⑥ stand twice. */
  part: string | null;
}

const PARTS = [SURVEY_COLUMNS.slice(0, 6), SURVEY_COLUMNS.slice(6)];

const place = (cell: SurveyCell, at: SurveyPlace['at'], part: string | null = null): SurveyPlace => ({
  cell,
  name: surveyCellName(cell),
  label: LABELS[cell],
  at,
  part,
});

/** All cells of a sheet, in the order in which they are printed. */
export const SURVEY_PLACES: readonly SurveyPlace[] = [
  ...(['areas', 'year', 'asOf', 'hub', 'mode'] as const).map((cell) => place(cell, 'beside')),
  ...VISIONS.map((cell) => place(cell, 'below')),
  ...PARTS.flatMap((columns, part) => columns.map((cell) => place(cell, 'below', words.parts[part]))),
];

/** 直営, 委託, 共同設置: what can be chosen. */
const MODES = [modeWords['in-house'].ja, modeWords.contracted.ja, modeWords.joint.ja];

const WIDTHS = Array.from({ length: 12 }, () => 12);
/** Room to write by hand. */
const LEAST = { hub: 2, vision: 5, column: 11 };

/** A sheet to be filled in, or as it was filled in. */
export function surveyPage(sheet: SurveySheet, returnTo: { day: string; to: string } | null = null): Page {
  const label = (cell: SurveyCell, across: number) => box('label', LABELS[cell], { across });
  const filled = (look: Look, cell: SurveyCell, across: number, more: Partial<Box> = {}) =>
    box(look, sheet[cell] ?? null, { across, key: surveyCellName(cell), ...more });
  const row = (cells: readonly SurveyCell[], least: number): Line[] => {
    const across = WIDTHS.length / cells.length;
    return [
      { boxes: cells.map((cell) => label(cell, across)), withNext: true },
      { boxes: cells.map((cell) => filled('text', cell, across)), least },
    ];
  };
  const head = [label('areas', 2), filled('line', 'areas', 4), label('year', 1), filled('line', 'year', 2)];
  const howTo = [words.howTo, ...(returnTo ? [words.returnTo(returnTo)] : [])].join('\n');
  return {
    name: sheet.areas ?? '',
    widths: WIDTHS,
    orientation: 'landscape',
    lines: [
      wholeLine('title', words.title(sheet.year ?? ''), WIDTHS),
      { boxes: [...head, label('asOf', 1), filled('line', 'asOf', 2)] },
      wholeLine('note', howTo, WIDTHS),
      {
        boxes: [
          label('hub', 2),
          filled('line', 'hub', 6),
          label('mode', 2),
          filled('middle', 'mode', 2, { choices: MODES }),
        ],
        least: LEAST.hub,
      },
      ...row(VISIONS, LEAST.vision),
      ...PARTS.flatMap((columns, part) => [
        wholeLine('part', words.parts[part] ?? '', WIDTHS, { withNext: true }),
        ...row(columns, LEAST.column),
      ]),
    ],
    repeated: 2,
  };
}
