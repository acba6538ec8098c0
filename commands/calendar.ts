import { areaIcs } from '../src/documents/area-ics.ts';
import { feedAddress } from '../src/documents/calendar-feed.ts';
import { defineForm } from '../src/forms/form.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { CALENDAR } from '../src/slack/record-forms.ts';
import { calendarTalk, calendarTitle } from '../src/words/calendar-file.ts';
import { next } from '../src/words/form-parts.ts';
import type { Language } from '../src/words/labels.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { ownFirst } from './planned-lists.ts';
import { type AnyRecordForm, type RecordForms, recordForm, type Sitting, type Step, said } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';

// カレンダー: the meetings and deadlines of an area as a file, or by an address to subscribe to.

/** So many areas are offered. */
const OFFERED = 5;

const calendar: AnyRecordForm = recordForm({
  form: defineForm({ id: 'calendar', words: { title: calendarTitle, submit: next }, fields: {} }),
  open: calendarPage,
  send: calendarPage,
});

async function calendarPage(sitting: Sitting): Promise<Step> {
  const { bot, who, state } = sitting;
  const words = calendarTalk[state.language];
  const areas = await offered(sitting);
  if (areas.length === 0) return said(calendarTitle, [{ kind: 'said', text: words.none }]);
  const fed = bot.publicUrl === null ? [] : await bot.feeds.of(who);
  const buttons = areas.map((id) => {
    const area = areaName(bot)(id);
    const button = (action: keyof typeof CALENDAR, label: string) => ({
      action: `${CALENDAR[action]}.${id}`,
      label,
      value: id,
    });
    const feed = fed.includes(id)
      ? [button('renew', words.renewFeed(area)), button('revoke', words.revoke(area))]
      : [button('renew', words.newFeed(area))];
    return {
      kind: 'buttons' as const,
      name: `calendar-${id}`,
      buttons: [button('file', words.file(area)), ...(bot.publicUrl === null ? [] : feed)],
    };
  });
  return said(calendarTitle, [
    { kind: 'said', text: words.about },
    ...buttons,
    ...(bot.publicUrl === null ? [{ kind: 'said' as const, text: words.noFeed }] : []),
  ]);
}

/** One's own areas, also those that one only reads for; of whoever may act for all, the first ones. */
async function offered(sitting: Sitting): Promise<string[]> {
  const { memberships } = await sitting.bot.registrar.rights(sitting.who);
  const own = memberships.map(({ areaId }) => areaId);
  const acts = (await ownFirst(sitting)).map(({ id }) => id);
  const known = new Set(recordsOf(sitting.bot).areas.map(({ id }) => id));
  return [...new Set([...own, ...acts])].filter((id) => known.has(id)).slice(0, OFFERED);
}

export const calendarForms: readonly AnyRecordForm[] = [calendar];

/** What is pressed there; who may is asked again. */
export function calendarButtons(listeners: Listeners, bot: Bot, forms: RecordForms): void {
  const on = (action: string, work: (who: Who, areaId: string, language: Language) => Promise<string[]>) =>
    listeners.action(new RegExp(`^${action}\\.`), {
      lazy: async (call) => {
        if (!(await bot.desk.isNew(call.key))) return;
        await forms.pressed(call, async (language) => {
          const texts = await work(call.who, chosen(call), language);
          return said(
            calendarTitle,
            texts.map((text) => ({ kind: 'said' as const, text })),
          );
        });
      },
    });
  on(CALENDAR.file, (who, areaId, language) => sendFile(bot, who, areaId, language));
  on(CALENDAR.renew, async (who, areaId, language) => {
    const words = calendarTalk[language];
    if (bot.publicUrl === null) return [words.unavailable];
    const token = await bot.feeds.renew(who, areaId);
    if (token === null) return [words.refused];
    return [words.made(areaName(bot)(areaId)), feedAddress(bot.publicUrl, token), words.once];
  });
  on(CALENDAR.revoke, async (who, areaId, language) => {
    await bot.feeds.revoke(who, areaId);
    return [calendarTalk[language].revoked(areaName(bot)(areaId))];
  });
}

async function sendFile(bot: Bot, who: Who, areaId: string, language: Language): Promise<string[]> {
  const words = calendarTalk[language];
  const found = await bot.feeds.calendar(who, areaId);
  if (!found) return [words.refused];
  const name = `tonarimachi-${bot.clock.today()}.ics`;
  const file = { name, title: words.fileTitle(found.area), content: areaIcs(found) };
  await bot.voice.sendFiles(who.user, [file], words.comment(found.area));
  return [words.sent];
}
