import { setImmediate as breathe } from 'node:timers/promises';
import { blackOutForm } from '../src/forms/admin.ts';
import { fingerprint } from '../src/forms/fingerprint.ts';
import type { Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import { errorFields } from '../src/log.ts';
import { plainText } from '../src/lookup/plain-text.ts';
import type { StandingAnswer } from '../src/registry/answers/standing-answers.ts';
import type { Found } from '../src/registry/black-out.ts';
import { slackProblem } from '../src/slack/errors.ts';
import { adminWords } from '../src/words/admin.ts';
import { administering, again, backButton, buttonsPart, refusedStep } from './admin-acting.ts';
import { messageOf } from './answering.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Step } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';

// 墨消し (rules 5.9): looked for, shown where it stands, and blacked out only after a second press.

/** So many answers are looked through before others have their turn. */
const AT_ONCE = 20;
const SHOWN = 10;
/** Errors after which a message can never be written anew. */
const FOR_EVER =
  /^(message_not_found|channel_not_found|cant_update_message|edit_window_closed|is_archived|not_in_channel)$/;

const blackOut: AnyRecordForm = recordForm({
  form: blackOutForm,
  async open(sitting) {
    const no = await administering(sitting, 'text');
    if (no) return no;
    return {
      kind: 'sheet',
      state: openedState({ ...sitting.state, about: {}, kept: {} }),
      showing: { after: buttonsPart('more', [backButton(sitting)]) },
    };
  },
  send: sent,
});

async function sent(form: Sent<{ passage?: string }>): Promise<Step> {
  const { bot, who, key, values, state } = form;
  const words = adminWords[state.language];
  const { passage = '' } = values;
  const reason = form.reason ?? '';
  if (reason.includes(passage.trim())) return again(form, words.reasonHoldsIt);
  const outcome = await bot.registrar.findText(who, passage);
  if (outcome.outcome === 'too-short') return again(form, words.tooShort);
  if (outcome.outcome === 'refused') {
    await bot.registrar.refused(who, 'text', null, 'not-administrator', key);
    return refusedStep(form, 'not-administrator', [], '');
  }
  if (outcome.outcome !== 'found') return result({ kind: 'said', text: words.blackedOut });
  await bot.lookup.refresh();
  const answers = await showing(bot, passage, outcome);
  const seen = `seen:${fingerprint(passage)}`;
  if (!state.agreed.includes(seen)) return preview(form, outcome, answers.length, seen);
  const done = await bot.registrar.blackOut({
    person: who,
    key: `${key}:${seen}`,
    text: passage,
    reason,
    answers: answers.map(({ id }) => id),
  });
  if (done.outcome === 'refused') return refusedStep(form, 'not-administrator', [], '');
  const { mended, left } = await redrawAnswers(bot);
  return result(
    { kind: 'said', text: words.blackedOut },
    { kind: 'said', text: words.messagesMended(mended, left) },
    { kind: 'notice', text: words.elsewhere },
    ...buttonsPart('back', [backButton(form)]),
  );
}

/** Where it stands; the button below it then blacks it out. */
function preview(form: Sent<unknown>, found: Found, messages: number, seen: string): Step {
  const { bot, state, typed } = form;
  const words = adminWords[state.language];
  const { records, others } = found;
  if (records.length + others + messages === 0) return again(form, words.nowhere);
  const title = ({ kind, id }: Found['records'][number]): readonly [string, string] => {
    const record = knownRecord(bot, kind, id, state.language);
    return [(record?.areaIds ?? []).map(areaName(bot)).join('・') || words.common, record?.title ?? id];
  };
  const hidden = records.length - SHOWN;
  const before: Part[] = [
    { kind: 'heading', text: words.foundRecords(records.length) },
    ...(records.length > 0 ? [{ kind: 'pairs' as const, pairs: records.slice(0, SHOWN).map(title) }] : []),
    ...(hidden > 0 ? [{ kind: 'said' as const, text: words.more(hidden) }] : []),
    { kind: 'said', text: words.foundOthers(others) },
    { kind: 'said', text: words.foundMessages(messages) },
  ];
  return {
    kind: 'sheet',
    state: { ...state, agreed: [seen] },
    showing: { typed, notices: [words.foundIn, words.cannotUndo], before, submit: words.place['black-out'](0) },
  };
}

/** The answers whose messages show the text, or may have shown it: what they rest on holds it, or held it once. */
async function showing(bot: Bot, text: string, found: Found): Promise<StandingAnswer[]> {
  const ids = new Set([...found.records.map(({ id }) => id), ...found.former]);
  for (const { id, toolId } of recordsOf(bot).toolUses) if (ids.has(toolId)) ids.add(id);
  const asking = new Set(found.answers);
  const all = await bot.registrar.standingAnswers();
  const standing: StandingAnswer[] = [];
  for (const [at, each] of all.entries()) {
    if (at % AT_ONCE === 0) await breathe();
    if (asking.has(each.id) || shows(bot, each, text, ids)) standing.push(each);
  }
  return standing;
}

function shows(bot: Bot, { asked }: StandingAnswer, text: string, ids: ReadonlySet<string>): boolean {
  const { answer } = bot.lookup.askNow(asked, bot.clock.today());
  // What was told to one person alone is not known here: it says how to ask for it again.
  if (answer.toAskerAlone) return ids.size > 0;
  const rests = answer.groups.some(({ rows }) => rows.some(({ recordId }) => ids.has(recordId)));
  return rests || plainText(answer).includes(text);
}

/** Writes the messages anew that are to be, as the records are now; what fails for a while is tried again later. */
export async function redrawAnswers(bot: Bot): Promise<{ mended: number; left: number }> {
  const standing = await bot.registrar.standingAnswers(true);
  if (standing.length > 0) await bot.lookup.refresh();
  let mended = 0;
  for (const { id, asked, channel, message } of standing) {
    const turn = bot.lookup.askNow(asked, bot.clock.today());
    const shown = messageOf({ id, asked, turn }, bot, { language: turn.answer.language, alone: false });
    try {
      await bot.voice.rewrite(channel, message, shown);
      await bot.registrar.redrawn(id);
      mended += 1;
    } catch (error) {
      bot.log.warn('answer.not-redrawn', { id, ...errorFields(error) });
      if (FOR_EVER.test(slackProblem(error)?.code ?? '')) await bot.registrar.redrawn(id);
    }
  }
  return { mended, left: standing.length - mended };
}

export const blackOutForms: readonly AnyRecordForm[] = [blackOut];
