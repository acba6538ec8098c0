import type { Row } from '../src/lookup/answer.ts';
import { findPersonalData } from '../src/records/personal-data.ts';
import type { Answered } from '../src/registry/desk.ts';
import { ANSWER, ReadValue } from '../src/slack/answer-actions.ts';
import { saidForm, WRONG, WrongValues, wrongAbout, wrongForm } from '../src/slack/forms.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { objectionMessage } from '../src/slack/objection-view.ts';
import { writtenText } from '../src/slack/question-text.ts';
import { slackWords } from '../src/words/slack.ts';
import { chosen, fillForm, openFilled } from './answering.ts';
import type { Bot } from './bot.ts';

/** 「記載が違う」 at an answer's rows: kept, and told once to those who can mend the record (rules 5.10). */
export function wrong(listeners: Listeners, bot: Bot): void {
  listeners.action(ANSWER.wrong, {
    lazy: (call) =>
      openFilled(
        bot,
        call,
        (words) => words.wrongTitle,
        async (language) => {
          const answer = ReadValue.id.parse(chosen(call));
          const answered = await bot.desk.recall(call.key, answer);
          return answered && wrongForm(rowsOf(answered), { answer, language });
        },
      ),
  });
  listeners.view(WRONG, {
    ack({ view }) {
      const { language } = wrongAbout(view.private_metadata);
      const { wrongTitle, wrongPersonal, wrongSaving } = slackWords[language];
      const { comment } = WrongValues.parse(view.state.values);
      if (findPersonalData(comment)) return { response_action: 'errors', errors: { comment: wrongPersonal } };
      return { response_action: 'update', view: saidForm(wrongTitle, language, wrongSaving) };
    },
    async lazy(call) {
      const { view } = call.body;
      const { answer, language } = wrongAbout(view.private_metadata);
      const words = slackWords[language];
      await fillForm(bot, call, view.id, words.wrongTitle, language, async () => {
        const answered = await bot.desk.recall(call.key, answer);
        if (!answered) return null;
        const { record, comment } = WrongValues.parse(view.state.values);
        const row = rowsOf(answered).find(({ recordId }) => recordId === record);
        const outcome = await file(bot, row, record, writtenText(comment), call.who);
        return saidForm(words.wrongTitle, language, words[outcome]);
      });
    },
  });
}

const rowsOf = ({ turn }: Answered): Row[] => turn.answer.groups.flatMap((group) => group.rows);

type Outcome = 'wrongDone' | 'wrongAgain' | 'wrongNobody';

async function file(bot: Bot, row: Row | undefined, record: string, comment: string, who: Who): Promise<Outcome> {
  const id = await bot.objections.file(record, who, comment);
  if (id === null) return 'wrongAgain';
  const { areas = [], text = '', place = '' } = row ?? {};
  const objection = { areas, text, place, record, comment, by: who.user };
  const admins = await bot.admins.all();
  const told = await Promise.allSettled(
    admins.map(async (admin) => bot.voice.post(admin, objectionMessage(objection, await bot.locales.of(admin)))),
  );
  if (!told.some(({ status }) => status === 'fulfilled')) {
    bot.log.warn('objection.untold', { id, administrators: admins.length });
    return 'wrongNobody';
  }
  await bot.objections.told(id);
  return 'wrongDone';
}
