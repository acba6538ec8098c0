import { z } from 'zod';
import { NoticeAct } from '../src/registry/notices/notice-presses.ts';
import type { ActionBody } from '../src/slack/bodies.ts';
import type { Call, Listeners } from '../src/slack/listeners.ts';
import { NOTICE_PRESS, NOTICE_UNDO, plannedNoticeMessage } from '../src/slack/planned-notice-view.ts';
import { plannedNoticeWords } from '../src/words/planned-notices.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';

const Pressed = z.object({ notice: z.string(), act: NoticeAct, user: z.string().optional() });

/** 了解, あとで, 担当ではない at notices, and 取り消す (rules 9.5). */
export function noticeButtons(listeners: Listeners, bot: Bot): void {
  const press = (undo: boolean) => ({
    async lazy(call: Call<z.infer<typeof ActionBody>>) {
      const { notice, act, user } = Pressed.parse(JSON.parse(chosen(call) ?? ''));
      const words = plannedNoticeWords[await bot.locales.of(call.who.user)].pressing;
      if (undo && user !== call.who.user) return void (await call.notice(words.notYours));
      const outcome = await bot.registrar.pressNotice({ person: call.who, notice, act, undo });
      if (outcome.outcome !== 'done') return void (await call.notice(words[outcome.outcome]));
      const { channel, ts, said, presses } = outcome;
      const language = channel.startsWith('D') ? await bot.locales.of(call.who.user) : 'ja';
      await bot.voice.rewrite(channel, ts, plannedNoticeMessage(said, language, presses));
    },
  });
  listeners.action(NOTICE_PRESS, press(false));
  listeners.action(NOTICE_UNDO, press(true));
}
