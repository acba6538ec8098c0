import { channelForm, sectionForm } from '../src/forms/admin.ts';
import { openedState } from '../src/forms/state.ts';
import { isInForce } from '../src/registry/members/memberships.ts';
import type { SectionSeen } from '../src/registry/members/sections.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { adminWords } from '../src/words/admin.ts';
import {
  actedStep,
  again,
  backButton,
  buttonsPart,
  historyButton,
  managing,
  page,
  pageButtons,
  pageOfList,
} from './admin-acting.ts';
import { isStep, memberLine, metNow } from './admin-members.ts';
import { namesFor } from './names.ts';
import { type AnyRecordForm, recordForm, type Sitting, type Step } from './record-form.ts';
import { areaName } from './records.ts';

// Sections with who is in charge there, and the channel where an area is told.

const ON_A_PAGE = 8;

/** The sections of an area with their people, of today and to come. */
export async function sectionsPage(sitting: Sitting): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  const { areaId = '' } = state.about;
  const no = await managing(sitting, areaId, 'section');
  if (no) return no;
  const words = adminWords[language];
  const sections = await bot.members.sectionsSeen(areaId);
  const { at, pages, shown } = pageOfList(sitting, sections, ON_A_PAGE);
  const nameOf = await namesFor(
    bot,
    who.team,
    shown.flatMap(({ members }) => members.flatMap(({ user, deputyOf }) => [user, deputyOf])),
  );
  const today = bot.clock.today();
  const parts = shown.flatMap((section) => {
    const present = section.members.filter(({ until }) => until === null || until >= today);
    const lines = present.map(
      (member) => [nameOf(member.user), memberLine({ ...member, section: null }, nameOf, today, language)] as const,
    );
    const vacant = present.some(({ lead, ...member }) => lead && isInForce(member, today)) ? [] : [words.noCharge];
    return [
      { kind: 'heading' as const, text: [section.name, ...vacant].join('：') },
      ...(lines.length > 0 ? [{ kind: 'pairs' as const, pairs: lines }] : []),
    ];
  });
  return page(
    { kind: 'heading', text: words.sectionsOf(areaName(bot)(areaId)) },
    ...(parts.length > 0 ? parts : [{ kind: 'said' as const, text: words.noSections }]),
    ...buttonsPart(
      'change',
      shown.map(({ id, name }, index) =>
        goButton(index, words.changeSection(name), { form: 'section', record: id, about: { areaId } }),
      ),
    ),
    ...buttonsPart('more', [
      ...pageButtons(sitting, 'admin-area', at, pages),
      goButton('add', words.addSection, { form: 'section', about: { areaId } }),
      backButton(sitting),
    ]),
  );
}

const chargeOf = ({ members }: SectionSeen, today: string): string | null =>
  members.find((member) => member.lead && isInForce(member, today))?.user ?? null;

const section: AnyRecordForm = recordForm({
  form: sectionForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { areaId = '' } = state.about;
    const no = await managing(sitting, areaId, 'section');
    if (no) return no;
    const found = (await bot.members.sectionsSeen(areaId)).find(({ id }) => id === state.record);
    const charge = found ? chargeOf(found, bot.clock.today()) : null;
    const user = charge && (await bot.members.userOf(charge));
    const stored = found ? sectionForm.typed({ name: found.name, charge: user }) : {};
    const opened = openedState({ ...state, record: found?.id ?? null, about: { areaId }, kept: {} });
    return {
      kind: 'sheet',
      state: sectionForm.opened(opened, stored),
      showing: {
        typed: { ...stored, ...state.kept },
        before: [{ kind: 'heading', text: areaName(bot)(areaId) }],
        after: buttonsPart('more', [
          ...(found ? [historyButton('section', found.id, state.language)] : []),
          backButton({ ...sitting, state: opened }, 'sections'),
        ]),
      },
    };
  },
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const { areaId = '' } = state.about;
    const { name = '', charge = null, deputy = null, from = null } = values;
    for (const user of [charge, deputy]) {
      const met = user === null ? null : await metNow(sent, user);
      if (met && isStep(met)) return met;
    }
    const naming = { areaId, id: state.record, name: name.trim(), charge, deputy, from };
    const outcome = await bot.members.nameSection(who, key, naming);
    return actedStep(sent, outcome, buttonsPart('back', [backButton(sent, 'sections')]));
  },
});

/** The channel of an area; the bot must be a member there, or nothing would arrive. */
const channel: AnyRecordForm = recordForm({
  form: channelForm,
  async open(sitting) {
    const { bot, state } = sitting;
    const { areaId = '' } = state.about;
    const no = await managing(sitting, areaId, 'area');
    if (no) return no;
    const stored = channelForm.typed({ channel: await bot.members.channelOf(areaId) });
    const opened = openedState({ ...state, about: { areaId }, kept: {} });
    return {
      kind: 'sheet',
      state: channelForm.opened(opened, stored),
      showing: {
        typed: { ...stored, ...state.kept },
        before: [{ kind: 'said', text: adminWords[state.language].channelNow(areaName(bot)(areaId)) }],
        after: buttonsPart('more', [historyButton('area', areaId, state.language), backButton(sitting)]),
      },
    };
  },
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const { areaId = '' } = state.about;
    const wanted = values.channel ?? null;
    const no = wanted === null ? null : await unfit(sent, wanted);
    if (no) return again(sent, no);
    const outcome = await bot.members.setChannel(who, key, areaId, wanted);
    return actedStep(sent, outcome, buttonsPart('back', [backButton(sent)]));
  },
});

async function unfit({ bot, state }: Sitting, wanted: string): Promise<string | null> {
  const words = adminWords[state.language];
  switch (await bot.voice.standingIn(wanted)) {
    case 'member':
      return null;
    case 'not-member':
      return words.inviteTo(await bot.voice.ownName());
    case 'direct':
      return words.channelOnly;
    case 'unusable':
      return words.channelGone;
  }
}

export const sectionForms: readonly AnyRecordForm[] = [section, channel];
