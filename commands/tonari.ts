import { guideMessage } from '../src/slack/guide-view.ts';
import { questionText } from '../src/slack/question-text.ts';
import { askerOf, messageOf } from './answering.ts';
import { changeAsked, openingOf } from './entries.ts';
import { defineCommand } from './slash-command.ts';

export const tonari = defineCommand({
  name: '/tonari',
  alias: '/となりまち',
  description: 'ほかの市町の取組や資料を尋ねます（答えはあなただけに見えます）',
  usage: '[質問]',
  async run(call, { desk, locales, voice, ...bot }, forms) {
    const { key, body, who } = call;
    const question = questionText(body.text);
    const language = locales.of(body.user_id);
    if (question === '') {
      if (await desk.isNew(key)) await voice.respond(body.response_url, guideMessage(await language));
      return;
    }
    const change = changeAsked(question);
    if (change) return forms.open(call, body.trigger_id, openingOf(change));
    await desk.ask({ key, question, asker: askerOf(bot, who) }, async (answered) => {
      const message = messageOf(answered, bot, { language: await language, alone: true, about: { question } });
      return voice.responding(body.response_url, message);
    });
  },
});
