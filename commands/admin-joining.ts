import { joinForm } from '../src/forms/admin.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { JoinRequest } from '../src/registry/members/joining.ts';
import { decisionButtons } from '../src/slack/join-view.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { notice } from '../src/slack/notice.ts';
import { ADMIN, ReadFormValue } from '../src/slack/record-forms.ts';
import { adminWords, joinTalk } from '../src/words/admin.ts';
import { memberRoleWords } from '../src/words/form-choices.ts';
import type { Language } from '../src/words/labels.ts';
import {
  backButton,
  buttonsPart,
  managedAreas,
  page,
  pageButtons,
  pageOfList,
  plainPage,
  refusedStep,
  shownDay,
} from './admin-acting.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { namesFor } from './names.ts';
import { result } from './outcomes.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaChoices, areaName, readLine, recordsOf } from './records.ts';

// 「この市町の担当です」: asked by somebody who is not registered, told to those who may take them in, decided once.

const ON_A_PAGE = 6;

const join: AnyRecordForm = recordForm({
  form: joinForm,
  async open(sitting) {
    const { bot, who, state } = sitting;
    if ((await bot.registrar.rights(who)).deactivated) return refusedStep(sitting, 'deactivated', [], '');
    const { areaIds: given = '', line = '' } = state.about;
    const named = readLine(line, [], { ...sitting, state: openedState({ ...state, about: {} }) }).areaIds;
    const areaIds = given === '' ? named : given.split(',');
    const about = { own: areaIds.join(',') };
    return {
      kind: 'sheet',
      state: openedState({ ...state, about, kept: {} }),
      showing: { typed: { areaIds, ...state.kept } },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  send: asked,
});

async function asked(sent: Sent<{ areaIds?: string[]; section?: string | null; note?: string | null }>): Promise<Step> {
  const { bot, who, values, state } = sent;
  const { language } = state;
  const words = joinTalk[language];
  const rights = await bot.registrar.rights(who);
  if (rights.deactivated) return refusedStep(sent, 'deactivated', [], '');
  const known = recordsOf(bot).areas.map(({ id }) => id);
  const wanted = (values.areaIds ?? []).filter((id) => known.includes(id));
  const mine = rights.memberships.filter(({ role }) => role !== 'viewer').map(({ areaId }) => areaId);
  const already = wanted.filter((id) => mine.includes(id));
  const requests = await Promise.all(
    wanted
      .filter((id) => !already.includes(id))
      .map((areaId) =>
        bot.members.askToJoin(who, { areaId, section: values.section ?? null, note: values.note ?? null }),
      ),
  );
  const fresh = requests.filter((request) => request.fresh);
  bot.delivery.nudge();
  const names = (ids: readonly string[]) => ids.map(areaName(bot)).join('・');
  const again = requests.filter((request) => !request.fresh);
  const lines: Part[] = [
    ...(fresh.length > 0 ? [words.sent(names(fresh.map(({ areaId }) => areaId)))] : []),
    ...(again.length > 0 ? [words.again(names(again.map(({ areaId }) => areaId)))] : []),
    ...(already.length > 0 ? [words.already(names(already))] : []),
  ].map((text) => ({ kind: 'said', text }));
  const nobody: Part[] = fresh.some(({ told }) => told === 0) ? [{ kind: 'notice', text: words.nobody }] : [];
  return result(...lines, ...nobody);
}

/** The requests that wait for this person. */
const requests = plainPage('requests', requestsPage);

async function requestsPage(sitting: Sitting): Promise<Step> {
  const { bot, who, state } = sitting;
  const { language } = state;
  const words = adminWords[language];
  const rights = await bot.registrar.rights(who);
  const managed = managedAreas(bot, rights).map(({ id }) => id);
  if (managed.length === 0) {
    await bot.registrar.refused(who, 'member', null, 'not-your-area');
    return refusedStep(sitting, 'not-your-area', [], '');
  }
  const all = await bot.members.requests(managed);
  const { at, pages, shown } = pageOfList(sitting, all, ON_A_PAGE);
  const nameOf = await namesFor(
    bot,
    who.team,
    shown.map(({ user }) => user),
  );
  return page(
    { kind: 'heading', text: words.requests(all.length) },
    ...(all.length === 0 ? [{ kind: 'said' as const, text: words.noRequests }] : []),
    ...shown.flatMap((request, index): Part[] => [
      { kind: 'pairs', pairs: [[nameOf(request.user), requestLine(bot, request, language)]] },
      ...buttonsPart(`request-${index}`, decisionButtons(request.id, index, language)),
    ]),
    ...buttonsPart('more', [...pageButtons(sitting, 'requests', at, pages), backButton(sitting)]),
  );
}

function requestLine(bot: Bot, { areaId, section, note, at }: JoinRequest, language: Language): string {
  const words = joinTalk[language];
  const day = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
  return [
    areaName(bot)(areaId),
    section === null ? null : words.section(section),
    note === null ? null : words.note(note),
    shownDay(day, language),
  ]
    .filter((part) => part !== null)
    .join('・');
}

export const joinForms: readonly AnyRecordForm[] = [join, requests];

/** The decision, wherever its button stands: in a direct message or in the list. */
export function joinButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(new RegExp(`^${ADMIN.decide}\\.`), {
    async lazy(call) {
      const { id, role } = ReadFormValue.decision.parse(chosen(call));
      if (call.body.view) {
        await forms.pressed(call, async (language) => {
          const said = await decided(bot, call.who, call.key, id, role, language);
          const state = openedState({ form: 'requests', language });
          const back = { bot, who: call.who, state, notes: new Set<string>() };
          return result({ kind: 'said', text: said.words }, ...buttonsPart('back', [backButton(back)]));
        });
        return;
      }
      const language = await bot.locales.of(call.who.user);
      const said = await decided(bot, call.who, call.key, id, role, language);
      const url = call.body.response_url;
      if (said.settled && url) await bot.voice.respond(url, notice(said.words), { replace: true });
      else await call.notice(said.words);
    },
  });
}

/** Decides, and says what became of it; the asker is told by a notice. `settled`: nothing is left to be decided. */
async function decided(
  bot: Bot,
  who: Who,
  key: string,
  id: string,
  role: 'staff' | 'viewer' | null,
  language: Language,
): Promise<{ words: string; settled: boolean }> {
  const before = await bot.members.request(id);
  const words = joinTalk[language];
  if (!before || before.decidedAt) return { words: await decidedBefore(bot, before, language), settled: true };
  const outcome = await bot.members.decideRequest(who, key, id, role);
  const nameOf = await namesFor(bot, who.team, [before.user]);
  const area = areaName(bot)(before.areaId);
  switch (outcome.outcome) {
    case 'saved': {
      bot.delivery.nudge();
      const shown = role === null ? '' : memberRoleWords[role][language];
      const said =
        role === null ? words.declined(nameOf(before.user), area) : words.approved(nameOf(before.user), area, shown);
      return { words: said, settled: true };
    }
    case 'refused':
      return { words: adminWords[language].refused[outcome.because](outcome.owners.join('・')), settled: false };
    default:
      return { words: await decidedBefore(bot, await bot.members.request(id), language), settled: true };
  }
}

async function decidedBefore(bot: Bot, request: JoinRequest | null, language: Language): Promise<string> {
  const words = joinTalk[language];
  if (!request?.decidedBy) return words.decidedBefore;
  const nameOf = await namesFor(bot, request.team, [request.user, request.decidedBy]);
  const area = areaName(bot)(request.areaId);
  const what = request.approved
    ? words.approvedBy(nameOf(request.decidedBy), nameOf(request.user), area)
    : words.declinedBy(nameOf(request.decidedBy), nameOf(request.user), area);
  return `${words.decidedBefore}${what}`;
}
