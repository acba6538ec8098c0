import { memberChangeForm, memberForm } from '../src/forms/admin.ts';
import { openedState } from '../src/forms/state.ts';
import type { Member } from '../src/registry/members/memberships.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { adminWords } from '../src/words/admin.ts';
import { memberRoleWords } from '../src/words/form-choices.ts';
import type { Language } from '../src/words/labels.ts';
import {
  actedStep,
  again,
  allAreas,
  backButton,
  buttonsPart,
  historyButton,
  managedAreas,
  managing,
  page,
  pageButtons,
  pageOfList,
  shownDay,
} from './admin-acting.ts';
import type { Bot } from './bot.ts';
import { namesFor } from './names.ts';
import { result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName } from './records.ts';

// Members: who works for an area, as what, from when until when.

const ON_A_PAGE = 10;

/** All who are, were and will be registered for an area, those who are gone last. */
export async function membersPage(sitting: Sitting): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  const { areaId = '' } = state.about;
  const no = await managing(sitting, areaId, 'member');
  if (no) return no;
  const words = adminWords[language];
  const today = bot.clock.today();
  const all = await bot.members.list(areaId);
  const isOver = ({ until }: Member) => until !== null && until < today;
  const members = [...all.filter((each) => !isOver(each)), ...all.filter(isOver)];
  const { at, pages, shown } = pageOfList(sitting, members, ON_A_PAGE);
  const nameOf = await namesFor(
    bot,
    who.team,
    members.flatMap(({ user, deputyOf }) => [user, deputyOf]),
  );
  const pairs = shown.map((member) => [nameOf(member.user), memberLine(member, nameOf, today, language)] as const);
  const change = shown.map((member, index) =>
    goButton(index, words.changeMember(nameOf(member.user)), {
      form: 'member-change',
      record: member.id,
      about: { areaId },
    }),
  );
  return page(
    { kind: 'heading', text: words.membersOf(areaName(bot)(areaId), members.length) },
    ...(pairs.length > 0 ? [{ kind: 'pairs' as const, pairs }] : [{ kind: 'said' as const, text: words.nobody }]),
    ...(pages > 1 ? [{ kind: 'said' as const, text: words.page(at + 1, pages) }] : []),
    ...buttonsPart('change', change),
    ...buttonsPart('more', [
      ...pageButtons(sitting, 'admin-area', at, pages),
      goButton('add', words.addMember, { form: 'member', about: { areaId } }),
      backButton(sitting),
    ]),
  );
}

/** Role, section, term and for whom somebody deputises, on one line. */
export function memberLine(member: Member, nameOf: (id: string) => string, today: string, language: Language): string {
  const { role, section, from, until, deputyOf, lead } = member;
  const words = adminWords[language];
  const state = until !== null && until < today ? words.ended : from !== null && from > today ? words.toCome : null;
  return [
    state,
    memberRoleWords[role][language],
    section,
    lead ? words.lead : null,
    deputyOf === null ? null : words.deputyFor(nameOf(deputyOf)),
    from === null ? null : words.from(shownDay(from, language)),
    until === null ? null : words.until(shownDay(until, language)),
  ]
    .filter((part) => part !== null)
    .join('・');
}

/** Somebody as Slack knows them now; a notice where the account is closed. */
export async function metNow(sent: Sent<unknown>, user: string): Promise<{ name: string | null } | Step> {
  const { bot, who, state } = sent;
  const profile = await bot.voice.profileOf(user);
  await bot.members.met({ team: who.team, user, ...profile });
  if (!profile.deactivated) return { name: profile.name };
  return again(sent, adminWords[state.language].deactivated(profile.name ?? user));
}

export const isStep = (given: object): given is Step => 'kind' in given;

const add: AnyRecordForm = recordForm({
  form: memberForm,
  async open(sitting) {
    const { bot, who, state } = sitting;
    const { areaId = '' } = state.about;
    const no = await managing(sitting, areaId, 'member');
    if (no) return no;
    const managed = managedAreas(bot, await bot.registrar.rights(who));
    const about = { areaId, managed: managed.length > 40 ? '' : managed.map(({ id }) => id).join(',') };
    const opened = openedState({ ...state, about, kept: {} });
    return { kind: 'sheet', state: opened, showing: { typed: { areaId, role: 'staff', ...state.kept } } };
  },
  choices: (sitting) => ({ areaId: allAreas(sitting) }),
  async send(sent) {
    const { bot, who, key, values } = sent;
    const { user = '', areaId = '', role = 'staff', section = null, from = null, until = null } = values;
    const met = await metNow(sent, user);
    if (isStep(met)) return met;
    const deputyOf = values.deputyOf ?? null;
    const fields = { user, name: met.name, areaId, role, section, from, until, deputyOf };
    const outcome = await bot.members.save(who, key, fields);
    return actedStep(sent, outcome, backTo(sent, areaId));
  },
});

const backTo = (sitting: Sitting, areaId: string) =>
  buttonsPart('back', [backButton({ ...sitting, state: { ...sitting.state, about: { areaId } } }, 'members')]);

const change: AnyRecordForm = recordForm({
  form: memberChangeForm,
  async open(sitting) {
    const { bot, who, state } = sitting;
    const { language } = state;
    const member = await bot.members.get(state.record ?? '');
    if (!member) return result({ kind: 'notice', text: adminWords[language].hindrance.gone });
    const no = await managing(sitting, member.areaId, 'member');
    if (no) return no;
    const nameOf = await namesFor(bot, who.team, [member.user, member.deputyOf]);
    const { role, section, from, until } = member;
    const deputyOf = member.deputyOf && (await bot.members.userOf(member.deputyOf));
    const stored = memberChangeForm.typed({ role, section, from, until, deputyOf });
    const about = { areaId: member.areaId };
    const opened = openedState({ ...state, record: member.id, version: member.version, about, kept: {} });
    return {
      kind: 'sheet',
      state: memberChangeForm.opened(opened, stored),
      showing: {
        typed: { ...stored, ...state.kept },
        before: [
          { kind: 'heading', text: `${nameOf(member.user)}（${areaName(bot)(member.areaId)}）` },
          { kind: 'said', text: memberLine(member, nameOf, bot.clock.today(), language) },
        ],
        after: buttonsPart('more', [
          historyButton('member', member.id, language),
          backButton({ ...sitting, state: opened }, 'members'),
        ]),
      },
    };
  },
  async send(sent) {
    const { bot, who, key, values, state } = sent;
    const member = await bot.members.get(state.record ?? '');
    if (!member) return again(sent, adminWords[state.language].hindrance.gone);
    const { id: _id, lead: _lead, version: _version, ...stored } = member;
    const deputyOf = await deputyNamed(bot, member, values.deputyOf);
    const fields = { ...stored, ...values, deputyOf };
    const outcome = await bot.members.save(who, key, fields, member.id, state.version);
    return actedStep(sent, outcome, backTo(sent, member.areaId));
  },
});

/** Somebody registered by a mail address that nobody was met with cannot stand in the field: left empty it stays. */
async function deputyNamed(bot: Bot, { deputyOf }: Member, typed: string | null | undefined): Promise<string | null> {
  if (typed === undefined || deputyOf === null) return typed ?? deputyOf;
  const known = await bot.members.userOf(deputyOf);
  if (typed === null) return known === null ? deputyOf : null;
  return typed === known ? deputyOf : typed;
}

export const memberForms: readonly AnyRecordForm[] = [add, change];
