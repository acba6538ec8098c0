import { formatDate } from '../src/calendar/wareki.ts';
import { defineForm } from '../src/forms/form.ts';
import { askNeighboursForm } from '../src/forms/neighbours.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { ChangeKind } from '../src/records/changes.ts';
import type { RequestColumn } from '../src/records/neighbour-request.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import type { OwnRequest, Reached, ReplyOutcome } from '../src/registry/neighbours/neighbour-requests.ts';
import type { ActionBody } from '../src/slack/bodies.ts';
import type { Call, Listeners } from '../src/slack/listeners.ts';
import { NEIGHBOURS, type OwnRequestLine, PutTo } from '../src/slack/neighbour-view.ts';
import { FORM, FormValue } from '../src/slack/record-forms.ts';
import type { Language } from '../src/words/labels.ts';
import { neighbourTalk, requestColumnWords } from '../src/words/neighbours.ts';
import { columnAnswer } from './answer.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { joinPart, refusedWords, result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';
import { tool } from './share.ts';

// 他市町へ聞く: asking, answering, and what came of it.

/** The towns of the home prefecture, without those that ask. */
const townsAsked = (bot: Bot, own: readonly string[]): Choice[] => {
  const { records, options } = bot.lookup.lookup;
  return records.areas
    .filter(
      ({ id, kind, prefecture }) =>
        kind === 'municipality' && prefecture === options.homePrefecture && !own.includes(id),
    )
    .map(({ id, name }) => ({ value: id, label: name }));
};

/** What somebody reads who may not ask. */
async function notAsking({ bot, who, state }: Sitting, rights: Rights): Promise<Step> {
  const because = rights.deactivated ? 'deactivated' : rights.memberships.length > 0 ? 'viewer' : 'not-registered';
  await bot.registrar.refused(who, 'neighbourRequest', null, because);
  const areaIds = [...new Set(rights.memberships.map(({ areaId }) => areaId))];
  const owners = areaIds.map(areaName(bot));
  const text = refusedWords({ because, owners }, state.language);
  return result({ kind: 'notice', text }, ...(because === 'not-registered' ? joinPart(areaIds, state.language) : []));
}

const ask = recordForm({
  form: askNeighboursForm,
  async open(sitting) {
    const { bot, who, state } = sitting;
    const rights = await bot.registrar.rights(who);
    const own = bot.neighbours.mayAskFor(rights);
    if (own.length === 0) return notAsking(sitting, rights);
    const opened = openedState({ ...state, about: { own: own.join(',') }, kept: {} });
    return { kind: 'sheet', state: opened, showing: { typed: { areaId: own[0] ?? null, ...state.kept } } };
  },
  choices({ bot, state }) {
    const own = (state.about.own ?? '').split(',').filter((id) => id !== '');
    const name = areaName(bot);
    return { areaIds: townsAsked(bot, own), areaId: own.map((id) => ({ value: id, label: name(id) })) };
  },
  send: asked,
});

type Typed = Sent<{
  question?: string;
  column?: RequestColumn;
  purpose?: string | null;
  until?: string;
  areaIds?: string[];
  areaId?: string;
}>;

/** Shown first whom it reaches and when; sent by the second press, if nothing was changed in between. */
async function asked(form: Typed): Promise<Step> {
  const { bot, who, key, values, state } = form;
  const { language } = state;
  const { question = '', column = 'situation', purpose = null, until = '', areaId = '', areaIds = [] } = values;
  const rights = await bot.registrar.rights(who);
  const own = bot.neighbours.mayAskFor(rights);
  if (own.length === 0) return notAsking(form, rights);
  const wanted = areaIds.length > 0 ? areaIds : townsAsked(bot, own).map(({ value }) => value);
  const others = wanted.filter((id) => !own.includes(id));
  const seen = `reach:${[...others].sort().join()}:${until}`;
  if (!state.agreed.includes(seen)) return preview(form, await bot.neighbours.reached(others), until, seen);
  const fields = { areaId, question, purpose, column, until, areaIds: others };
  const outcome = await bot.neighbours.ask(who, key, fields);
  bot.delivery.nudge();
  if (outcome.outcome === 'nobody') return again(form, [neighbourTalk[language].nobody]);
  if (outcome.outcome === 'refused') return again(form, [refusedWords(outcome, language)]);
  const reached = [...outcome.reached.values()].filter((day) => day !== null && day <= until);
  return result({ kind: 'said', text: neighbourTalk[language].asked(question, reached.length) });
}

const again = ({ state, typed }: Typed, notices: string[]): Step => ({
  kind: 'sheet',
  state: { ...state, agreed: [] },
  showing: { typed, notices },
});

function preview(form: Typed, reached: Reached, until: string, seen: string): Step {
  const { bot, state, typed } = form;
  const words = neighbourTalk[state.language];
  const inTime = [...reached.values()].some((day) => day !== null && day <= until);
  if (!inTime) return again(form, [words.nobody]);
  const groups = new Map<string, string[]>();
  for (const [id, day] of [...reached].sort(byDay)) {
    const when =
      day === null ? words.unread : day > until ? words.tooLate : words.reachesOn(formatDate(day, state.language));
    groups.set(when, [...(groups.get(when) ?? []), areaName(bot)(id)]);
  }
  const pairs = [...groups].map(([when, names]) => [`${when}（${names.length}）`, names.join('・')] as const);
  return {
    kind: 'sheet',
    state: { ...state, agreed: [seen] },
    showing: { typed, notices: [words.preview], before: [{ kind: 'pairs', pairs }], submit: words.send },
  };
}

/** The earliest first, those that are not told last. */
const byDay = ([, one]: [string, string | null], [, other]: [string, string | null]): number =>
  (one ?? '9') < (other ?? '9') ? -1 : Number((one ?? '9') > (other ?? '9'));

/** A form that only leads to another one, or shows something. */
const page = (id: string) =>
  defineForm({
    id,
    words: {
      title: { ja: neighbourTalk.ja.title, en: neighbourTalk.en.title },
      submit: { ja: neighbourTalk.ja.close, en: neighbourTalk.en.close },
    },
    fields: {},
  });

/** Opens the form that takes the answer, for the asked area that this person works for. */
const answer: AnyRecordForm = recordForm({
  form: page('neighbours-answer'),
  async open(sitting) {
    const { bot, who, state, notes } = sitting;
    const words = neighbourTalk[state.language];
    const request = await bot.neighbours.get(state.about.request ?? '');
    if (!request) return result({ kind: 'notice', text: words.over });
    const areaId = await askedArea(bot, who, request, state.about.area);
    if (areaId === null) {
      await bot.registrar.refused(who, 'neighbourRequest', request.id, 'not-your-area');
      return result({ kind: 'notice', text: words.notAsked });
    }
    notes.add(request.open ? words.answering(request.question) : words.over);
    const about = { own: areaId, request: request.id, area: areaId };
    if (request.column === 'tool') {
      const kept = { areaIds: [areaId] };
      const opened = openedState({ form: tool.form.id, language: state.language, about, kept });
      return tool.open({ ...sitting, state: opened });
    }
    const column = { ...about, areaIds: areaId, column: request.column };
    return columnAnswer.open({
      ...sitting,
      state: openedState({ form: columnAnswer.form.id, language: state.language, about: column }),
    });
  },
  send: ({ state }) => Promise.resolve(result({ kind: 'said', text: neighbourTalk[state.language].over })),
});

/** For which asked area somebody answers: the one that the message is for, or one's own; null: for none. */
async function askedArea(bot: Bot, who: Sitting['who'], request: OwnRequest, wanted = ''): Promise<string | null> {
  const rights = await bot.registrar.rights(who);
  const areas = recordsOf(bot).areas.filter(({ id }) => request.asked.some(({ areaId }) => areaId === id));
  const mine = areas.filter((area) => rights.over([area]).may);
  const own = mine.filter(({ id }) => rights.belongsTo([id]));
  const best = own.find(({ id }) => id === wanted) ?? own[0] ?? mine.find(({ id }) => id === wanted);
  return best?.id ?? null;
}

/** An own question with what each area said; it can be closed here. */
const shown: AnyRecordForm = recordForm({
  form: page('neighbours-request'),
  async open({ bot, who, state }) {
    const { language } = state;
    const request = await bot.neighbours.get(state.about.request ?? '');
    const rights = await bot.registrar.rights(who);
    const owner = recordsOf(bot).areas.find(({ id }) => id === request?.areaId);
    if (!request || !owner || !rights.over([owner]).may)
      return result({ kind: 'notice', text: neighbourTalk[language].over });
    const parts = requestParts(bot, request, language);
    if (!request.open) return result(...parts);
    return { kind: 'sheet', state, showing: { before: parts } };
  },
  async send({ bot, who, key, state }) {
    const { language } = state;
    const outcome = await bot.neighbours.close({ person: who, key, id: state.about.request ?? '' });
    if (outcome.outcome === 'refused') return result({ kind: 'notice', text: refusedWords(outcome, language) });
    const words = neighbourTalk[language];
    return result({ kind: 'said', text: outcome.outcome === 'done' ? words.closed : words.over });
  },
});

function requestParts(bot: Bot, request: OwnRequest, language: Language): Part[] {
  const words = neighbourTalk[language];
  const name = areaName(bot);
  const replies = request.asked.map(
    ({ areaId, reply, told }) => [name(areaId), words.replies[reply ?? (told ? 'open' : 'waiting')]] as const,
  );
  const records = request.asked.flatMap(({ areaId, record }) => {
    const kind = ChangeKind.safeParse(record?.kind);
    if (!record || !kind.success) return [];
    const value = FormValue.named({ kind: kind.data, id: record.id });
    return [{ action: FORM.look, label: words.lookSpoken(name(areaId)), value }];
  });
  return [
    { kind: 'heading', text: request.question },
    {
      kind: 'pairs',
      pairs: [
        [words.about, requestColumnWords[request.column][language]],
        ...(request.purpose === null ? [] : [[words.purpose, request.purpose] as const]),
        [words.until, formatDate(request.until, language)],
        ...replies,
      ],
    },
    ...records.slice(0, 20).map((each, at): Part => ({ kind: 'buttons', name: `record-${at}`, buttons: [each] })),
  ];
}

export const neighbourForms: readonly AnyRecordForm[] = [ask, answer, shown];

/** うちにはない and あとで at a neighbour's question. */
export function neighbourButtons(listeners: Listeners, bot: Bot): void {
  const press = (work: 'nothingHere' | 'later') => ({
    async lazy(call: Call<ActionBody>) {
      const { request: id, area } = PutTo.parse(JSON.parse(chosen(call)));
      const language = await bot.locales.of(call.who.user);
      const request = await bot.neighbours.get(id);
      const areaId = request && (await askedArea(bot, call.who, request, area));
      const outcome: ReplyOutcome = request
        ? await bot.neighbours[work]({ person: call.who, key: call.key, id, areaId: areaId ?? area })
        : { outcome: 'gone' };
      await call.notice(replyWords(outcome, work, language));
    },
  });
  listeners.action(NEIGHBOURS.nothing, press('nothingHere'));
  listeners.action(NEIGHBOURS.later, press('later'));
}

function replyWords({ outcome }: ReplyOutcome, work: 'nothingHere' | 'later', language: Language): string {
  const words = neighbourTalk[language];
  const done = work === 'later' ? words.laterDone : words.nothingDone;
  return { done, again: words.already, gone: words.over, refused: words.notAsked }[outcome];
}

/** The open questions of one's own areas, for Home. */
export async function ownRequestLines(bot: Bot, rights: Rights, language: Language): Promise<OwnRequestLine[]> {
  const requests = await bot.neighbours.openOf(bot.neighbours.mayAskFor(rights));
  return requests.map(({ id, question, until, asked }) => {
    const count = (reply: string | null) => asked.filter((each) => each.reply === reply).length;
    const counts = { record: count('record'), nothing: count('nothing'), open: count(null) };
    return { id, question, until: formatDate(until, language), counts };
  });
}
