import { calendarDate, partsOf } from '../src/calendar/calendar-date.ts';
import { handoverForm } from '../src/forms/admin.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { InitiativeRow } from '../src/records/rows.ts';
import { FINISHED_STATUSES } from '../src/records/vocabulary.ts';
import { readWrittenDate } from '../src/records/written-dates.ts';
import { isInForce, type Member } from '../src/registry/members/memberships.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { adminWords } from '../src/words/admin.ts';
import { changeWords } from '../src/words/changes.ts';
import { sceneWords } from '../src/words/labels.ts';
import { actedStep, again, backButton, buttonsPart, managing, page, refusedStep, shownDay } from './admin-acting.ts';
import { isStep, memberLine, metNow } from './admin-members.ts';
import { listed, SHOWN } from './handover-list.ts';
import { plannedParts } from './handover-planned.ts';
import { namesFor } from './names.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';

// 異動・引継ぎ: what an area or one of its sections has, what former people left, and who takes it over from when.

const FORMERS = 5;

/** What there is to be handed over. All who may change the area's records see it. */
export async function handoverPage(sitting: Sitting): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  const { areaId = '', section = '' } = state.about;
  const words = adminWords[language];
  const area = recordsOf(bot).areas.find(({ id }) => id === areaId);
  const rights = await bot.registrar.rights(who);
  const may = area ? rights.over([area]) : null;
  if (!area || !may) return page({ kind: 'notice', text: words.hindrance['unknown-area'] });
  if (!may.may) {
    await bot.registrar.refused(who, 'member', areaId, may.because);
    return refusedStep(sitting, may.because, [areaId], area.name);
  }
  const sections = await bot.members.sections(areaId);
  const members = await bot.members.list(areaId);
  const nameOf = await namesFor(
    bot,
    who.team,
    members.flatMap(({ user, deputyOf }) => [user, deputyOf]),
  );
  const chosen = sections.find(({ id }) => id === section);
  const initiatives = recordsOf(bot).initiatives.filter(
    (each) => each.areaId === areaId && (!chosen || each.sectionId === chosen.id),
  );
  const title = chosen ? `${area.name}・${chosen.name}` : area.name;
  const here = members.filter((member) => !chosen || member.section === chosen.name);
  const filters = sections
    .filter(({ id }) => id !== section)
    .slice(0, SHOWN)
    .map(({ id, name }, at) =>
      goButton(at, name, { form: 'admin-area', about: { place: 'handover', areaId, section: id } }),
    );
  return page(
    { kind: 'heading', text: words.handoverOf(title) },
    ...openParts(sitting, initiatives),
    ...(await plannedParts(sitting, area.id, chosen?.id ?? null)),
    ...(await draftParts(sitting, areaId)),
    ...deputyParts(sitting, here, nameOf),
    ...(await formerParts(sitting, here, initiatives, nameOf)),
    ...buttonsPart('sections', filters),
    ...buttonsPart('more', [
      ...(rights.managing(area).may
        ? [goButton('start', words.startHandover, { form: 'handover', about: { areaId } })]
        : []),
      backButton(sitting),
    ]),
  );
}

const isOpen = ({ status }: InitiativeRow): boolean => !FINISHED_STATUSES.includes(status);

/** What goes on, what was planned for a day that has passed, what is to come. */
function openParts({ bot, state }: Sitting, initiatives: readonly InitiativeRow[]): Part[] {
  const words = adminWords[state.language];
  const today = bot.clock.today();
  const open = initiatives.filter(isOpen);
  const span = ({ date }: InitiativeRow) => (date === null ? null : readWrittenDate(date));
  const overdue = open.filter((each) => (span(each)?.to ?? '9') < today);
  const planned = open.filter((each) => (span(each)?.to ?? '') >= today);
  const rest = open.filter((each) => !overdue.includes(each) && !planned.includes(each));
  const line = (each: InitiativeRow) =>
    [each.title, [sceneWords[each.scene][state.language], each.status, each.date].filter(Boolean).join('・')] as const;
  return [
    ...listed(words.overdue(overdue.length), overdue.map(line), words.more),
    ...listed(words.planned(planned.length), planned.map(line), words.more),
    ...listed(words.initiatives(open.length), rest.map(line), words.more),
  ];
}

async function draftParts({ bot, who, state }: Sitting, areaId: string): Promise<Part[]> {
  const drafts = await bot.registrar.drafts([areaId]);
  const words = adminWords[state.language];
  const kind = changeWords[state.language].kind;
  const nameOf = await namesFor(
    bot,
    who.team,
    drafts.map(({ by }) => by.user),
  );
  return drafts.length === 0
    ? []
    : listed(
        words.drafts(drafts.length),
        drafts.map((draft) => [kind[draft.kind], nameOf(draft.by.user)] as const),
        words.more,
      );
}

function deputyParts({ bot, state }: Sitting, members: readonly Member[], nameOf: (id: string) => string): Part[] {
  const { language } = state;
  const today = bot.clock.today();
  const deputies = members.filter(
    (each) => each.deputyOf !== null && (isInForce(each, today) || (each.from ?? '') > today),
  );
  if (deputies.length === 0) return [];
  const words = adminWords[language];
  const lines = deputies.map((each) => [nameOf(each.user), memberLine(each, nameOf, today, language)] as const);
  return listed(words.deputies(deputies.length), lines, words.more);
}

/** By former person: what they changed last and did not finish. */
async function formerParts(
  { bot, state }: Sitting,
  members: readonly Member[],
  initiatives: readonly InitiativeRow[],
  nameOf: (id: string) => string,
): Promise<Part[]> {
  const { language } = state;
  const words = adminWords[language];
  const former = members
    .flatMap((member) =>
      member.until === null || member.deputyOf !== null ? [] : [{ ...member, until: member.until }],
    )
    .sort((a, b) => (a.until < b.until ? 1 : -1))
    .slice(0, FORMERS);
  if (former.length === 0)
    return [
      { kind: 'heading', text: words.formerPeople },
      { kind: 'said', text: words.noFormer },
    ];
  const open = initiatives.filter(isOpen);
  const last = await bot.registrar.lastChanges(
    'initiative',
    open.map(({ id }) => id),
  );
  const pairs = await Promise.all(
    former.map(async ({ id, user, until }) => {
      const own = await bot.members.userOf(user);
      const left = open
        .filter((each) => last.get(each.id)?.by.user === own)
        .map(({ title, status }) => `${title}（${status}）`);
      const [note] = (await bot.members.history('member', id)).flatMap(({ reason }) => (reason ? [reason] : []));
      const told = left.length > 0 ? left.slice(0, SHOWN).join('、') : words.nothingLeft;
      const more = left.length > SHOWN ? `、${words.more(left.length - SHOWN)}` : '';
      const said = note === undefined ? '' : `\n${note}`;
      return [words.leftBy(nameOf(user), shownDay(until, language)), `${told}${more}${said}`] as const;
    }),
  );
  return [
    { kind: 'heading', text: words.formerPeople },
    { kind: 'pairs', pairs },
  ];
}

const handover: AnyRecordForm = recordForm({
  form: handoverForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { areaId = '' } = state.about;
    const no = await managing(sitting, areaId, 'member');
    if (no) return no;
    const opened = openedState({ ...state, about: { areaId }, kept: {} });
    const former = await formerChoices({ ...sitting, state: opened });
    const typed = { from: nextApril(sitting), ...state.kept };
    return {
      kind: 'sheet',
      state: opened,
      showing: {
        typed,
        choices: { former },
        before: [{ kind: 'heading', text: areaName(bot)(areaId) }],
        after: buttonsPart('more', [backButton({ ...sitting, state: opened }, 'handover')]),
      },
    };
  },
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const { language } = state;
    const { areaId = '' } = state.about;
    const { former = '', successor = '', from = '', note = null } = values;
    const met = await metNow(sent, successor);
    const step = isStep(met) ? met : await save();
    // The choices came from the database, so that they are drawn anew with whatever has to be shown again.
    if (step.kind !== 'sheet') return step;
    return { ...step, showing: { ...step.showing, choices: { former: await formerChoices(sent) } } };

    async function save(): Promise<Step> {
      if ((await bot.members.userOf(former)) === successor) return again(sent, adminWords[language].hindrance.taken);
      const outcome = await bot.members.handOver(who, key, { areaId, former, successor, from, note });
      const nameOf = await namesFor(bot, who.team, [former, successor]);
      const said = adminWords[language].handedOver(nameOf(former), nameOf(successor), shownDay(from, language));
      return actedStep(sent, outcome, buttonsPart('back', [backButton(sent, 'handover')]), said);
    }
  },
});

/** Those who are something for the area now or later. */
async function formerChoices({ bot, who, state }: Sitting): Promise<Choice[]> {
  const { areaId = '' } = state.about;
  const today = bot.clock.today();
  const members = (await bot.members.list(areaId)).filter(({ until }) => until === null || until >= today);
  const nameOf = await namesFor(
    bot,
    who.team,
    members.map(({ user }) => user),
  );
  return members.map(({ user, section }) => ({
    value: user,
    label: nameOf(user),
    ...(section ? { description: section } : {}),
  }));
}

/** 1 April is when people change places. */
function nextApril({ bot }: Sitting): string {
  const today = bot.clock.today();
  const { year } = partsOf(today);
  const april = calendarDate(year, 4, 1) ?? today;
  return april > today ? april : (calendarDate(year + 1, 4, 1) ?? today);
}

export const handoverForms: readonly AnyRecordForm[] = [handover];
