import type { PlainTextOption } from '@slack/types';
import { stateIn } from '../src/forms/state.ts';
import { option } from '../src/slack/blocks.ts';
import { LIMITS } from '../src/slack/limits.ts';
import type { Listeners } from '../src/slack/listeners.ts';
import { FORM, ReadFormValue } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import { wordEntries } from './admin-words.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { lookStep } from './look.ts';
import { historyStep, pressStep } from './outcomes.ts';
import { deadlineEntries, occurrenceEntries } from './planned-lists.ts';
import { keptFrom } from './private-records.ts';
import { type RecordForms, said } from './record-form.ts';
import {
  describedEntries,
  type Entry,
  found,
  indicatorEntries,
  initiativeEntries,
  ownIn,
  sharedEntries,
} from './records.ts';

const HISTORY = { ja: changeWords.ja.history, en: changeWords.en.history };
const RECORD = { ja: changeWords.ja.record, en: changeWords.en.record };

/** What can be pressed and looked for in the forms of records. */
export function recordButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  listeners.action(FORM.undo, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const entry = ReadFormValue.entry.parse(chosen(call));
        return pressStep(bot, await bot.registrar.undo({ person: call.who, key: call.key, entry }), 'undone', language);
      }),
  });
  listeners.action(FORM.confirm, {
    lazy: (call) =>
      forms.pressed(call, async (language) => {
        const named = ReadFormValue.named.parse(chosen(call));
        const outcome = await bot.registrar.confirm({ person: call.who, key: call.key, ...named });
        return pressStep(bot, outcome, 'confirmed', language);
      }),
  });
  listeners.action(FORM.history, {
    lazy: (call) =>
      forms.above(call, HISTORY, async (language) => {
        const { kind, id } = ReadFormValue.named.parse(chosen(call));
        const kept = await keptFrom(bot, call.who, kind, id, language);
        return kept === null ? historyStep(bot, kind, id, language) : said(HISTORY, [{ kind: 'notice', text: kept }]);
      }),
  });
  listeners.action(FORM.look, {
    lazy: (call) =>
      forms.above(call, RECORD, async (language) => {
        const { kind, id } = ReadFormValue.named.parse(chosen(call));
        const kept = await keptFrom(bot, call.who, kind, id, language);
        if (kept !== null) return said(RECORD, [{ kind: 'notice', text: kept }]);
        return lookStep(bot, call.who, kind, id, language);
      }),
  });
  suggest(listeners, 'initiative', () => initiativeEntries(bot));
  suggest(listeners, 'indicator', () => indicatorEntries(bot));
  suggest(listeners, 'shared', () => sharedEntries(bot));
  suggest(listeners, 'occurrence', () => occurrenceEntries(bot));
  suggest(listeners, 'described', () => describedEntries(bot));
  suggest(listeners, 'deadline', () => deadlineEntries(bot));
  suggest(listeners, 'word', () => wordEntries(bot));
}

function suggest(listeners: Listeners, field: string, entries: () => Entry[]): void {
  listeners.options(field, ({ value, view }) => {
    const own = view ? ownIn(stateIn(view.private_metadata)) : [];
    return found(entries(), value, own).slice(0, LIMITS.options).map(asOption);
  });
}

const asOption = ({ id, title, description }: Entry): PlainTextOption => option(id, title, description);
