import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { formatSpan } from '../../calendar/span-text.ts';
import { formatDate } from '../../calendar/wareki.ts';
import { REGISTER } from '../../records/register.ts';
import type { InitiativeRow, RegistryRecords, ScenePlanRow } from '../../records/rows.ts';
import { stateWording } from '../../records/state-wording.ts';
import { SCENES, type Scene } from '../../records/vocabulary.ts';
import { readWrittenDate } from '../../records/written-dates.ts';
import { scenePageWords as words } from '../../words/report-pages.ts';
import { box, type Line, type Page, wholeLine } from '../page.ts';

const WIDTHS = [14, 32, 32, 32, 32];
/** Room to write by hand. */
const LEAST = 2;

/**
 * The four-scene sheet of an area: an overview, then each scene with its initiatives and how they stand on a day.
 * Null where nothing of it is recorded.
 */
export function scenePage(records: RegistryRecords, areaId: string, day: CalendarDate): Page | null {
  const name = records.areas.find((area) => area.id === areaId)?.name ?? areaId;
  const plans = records.plans.filter(({ areaIds }) => areaIds.includes(areaId));
  const initiatives = records.initiatives.filter((each) => each.areaId === areaId);
  if (plans.length + initiatives.length === 0) return null;
  return {
    name,
    widths: WIDTHS,
    orientation: 'landscape',
    lines: [
      wholeLine('title', words.title(name), WIDTHS),
      wholeLine('note', words.asOf(formatDate(day, 'ja')), WIDTHS),
      ...overview(plans, initiatives),
      ...SCENES.flatMap((scene, at) => sceneLines(scene, at + 1, plans, initiatives)),
    ],
    repeated: 1,
  };
}

const ofScene = (initiatives: readonly InitiativeRow[], scene: Scene) =>
  initiatives.filter((each) => each.scene === scene || each.alsoScenes.includes(scene));

/** What was said last of a scene. */
const said = (plans: readonly ScenePlanRow[], scene: Scene, of: 'vision' | 'goal'): string | null =>
  plans.findLast((plan) => plan.scene === scene && plan[of] !== null)?.[of] ?? null;

const numberedTitles = (initiatives: readonly InitiativeRow[]): string =>
  initiatives.map(({ title }, at) => words.numbered(at + 1, title)).join('\n');

function overview(plans: readonly ScenePlanRow[], initiatives: readonly InitiativeRow[]): Line[] {
  const line = (label: string, texts: readonly (string | null)[], least?: number): Line => ({
    boxes: [box('label', label), ...texts.map((text) => box('text', text))],
    ...(least === undefined ? {} : { least }),
  });
  const whole = said(plans, '全体', 'vision');
  const common = ofScene(initiatives, '4場面共通').concat(ofScene(initiatives, '全体'));
  return [
    ...(whole === null ? [] : [{ boxes: [box('label', words.whole), box('text', whole, { across: 4 })] }]),
    { boxes: [box('label', words.scene), ...SCENES.map((scene) => box('label', scene))], withNext: true },
    line(
      words.vision,
      SCENES.map((scene) => said(plans, scene, 'vision')),
      LEAST,
    ),
    line(
      words.goal,
      SCENES.map((scene) => said(plans, scene, 'goal')),
      LEAST,
    ),
    line(
      words.initiatives,
      SCENES.map((scene) => numberedTitles(ofScene(initiatives, scene))),
    ),
    ...(common.length === 0
      ? []
      : [{ boxes: [box('label', words.common), box('text', states(common), { across: 4 })] }]),
  ];
}

/** A scene by itself, kept on one sheet of paper where it fits. */
function sceneLines(
  scene: Scene,
  number: number,
  plans: readonly ScenePlanRow[],
  initiatives: readonly InitiativeRow[],
): Line[] {
  const own = ofScene(initiatives, scene);
  const line = (label: string, text: string | null, more: Partial<Line> = {}): Line => ({
    boxes: [box('label', label), box('text', text, { across: 4 })],
    withNext: true,
    ...more,
  });
  const contents = own.map(({ title, content }, at) =>
    [words.numbered(at + 1, title), ...(content ? [content] : [])].join('\n'),
  );
  return [
    wholeLine('part', words.sceneTitle(number, scene), WIDTHS, { withNext: true }),
    line(words.vision, said(plans, scene, 'vision')),
    line(words.goal, said(plans, scene, 'goal')),
    line(words.initiatives, contents.join('\n')),
    line(words.states, states(own), { withNext: false }),
  ];
}

const states = (initiatives: readonly InitiativeRow[]): string =>
  initiatives
    .flatMap((each, at) => [
      words.numbered(at + 1, words.state(each.title, stateOf(each))),
      ...each.items.map(({ title, status }) => words.item(title, status)),
    ])
    .join('\n');

/** As its document has it; where it was changed since, with its day, place, participants and memo. */
function stateOf(row: InitiativeRow): string {
  const { status, date, location, participants, memo, sourceId } = row;
  const wording = stateWording(row);
  if (wording !== null && !sourceId.startsWith(REGISTER)) return wording;
  const span = date === null ? null : readWrittenDate(date);
  const people = participants === null ? null : words.people(participants);
  const said = [span ? formatSpan(span, 'ja') : date, location, status, people].filter((each) => each !== null);
  return memo === null ? said.join(' ') : words.withMemo(said.join(' '), memo);
}
