import type { Row } from '../src/lookup/answer.ts';
import { findPersonalData } from '../src/records/personal-data.ts';
import type { Answered } from '../src/registry/answers/desk.ts';
import { ANSWER, ReadValue } from '../src/slack/answer-actions.ts';
import { saidForm, WRONG, WrongValues, wrongAbout, wrongForm } from '../src/slack/forms.ts';
import type { Listeners, Who } from '../src/slack/listeners.ts';
import { writtenText } from '../src/slack/question-text.ts';
import { slackWords } from '../src/words/slack.ts';
import { chosen, fillForm, openFilled } from './answering.ts';
import { areasOf, type Bot } from './bot.ts';

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

/** Told: whoever is in charge in its areas; the administrators where nobody is. */
async function file(bot: Bot, row: Row | undefined, record: string, comment: string, who: Who): Promise<Outcome> {
  const admins = await bot.admins.all();
  const inCharge = await personsInCharge(bot, row?.areas ?? []);
  const tellers = inCharge.length > 0 ? inCharge : admins;
  if (!(await bot.objections.file(record, who, comment, tellers, admins[0] ?? null))) return 'wrongAgain';
  bot.delivery.nudge();
  return tellers.length > 0 ? 'wrongDone' : 'wrongNobody';
}

/** Of each of these areas, by name, the first who is in charge and known to Slack. */
async function personsInCharge(bot: Bot, names: readonly string[]): Promise<string[]> {
  const areas = areasOf(bot).filter(({ name }) => names.includes(name));
  const users = await Promise.all(
    areas.map(async ({ id }) => (await bot.members.inCharge(id, null)).find(({ user }) => /^[UW]/.test(user))?.user),
  );
  return [...new Set(users.filter((user) => user !== undefined))];
}
