import type { Listeners } from '../src/slack/listeners.ts';
import { METHODS } from '../src/slack/voice.ts';
import { admin, adminButtons, adminForms } from './admin.ts';
import { joinButtons } from './admin-joining.ts';
import { questionButtons } from './admin-words.ts';
import { answer, answerForms } from './answer.ts';
import { answerButtons } from './answer-buttons.ts';
import type { Bot } from './bot.ts';
import { calendarButtons, calendarForms } from './calendar.ts';
import { deadline, deadlineForms } from './deadline.ts';
import { directMessage } from './direct-message.ts';
import { documentForms } from './document-import.ts';
import { documentButtons } from './document-preview.ts';
import { draftForms } from './drafts.ts';
import { evaluate, evaluateForms } from './evaluate.ts';
import { home } from './home.ts';
import { Homes } from './homes.ts';
import { indicator, indicatorForms } from './indicator.ts';
import { meeting, meetingForms } from './meeting.ts';
import { mention } from './mention.ts';
import { neighbourButtons, neighbourForms } from './neighbours.ts';
import { noticeButtons } from './notice-buttons.ts';
import { noticeSettingsButtons, noticeSettingsForms } from './notice-settings.ts';
import { recordButtons } from './record-buttons.ts';
import { RecordForms } from './record-form.ts';
import { report, reportForms } from './report.ts';
import { share, shareForms } from './share.ts';
import type { SlashCommand } from './slash-command.ts';
import { surveyButtons } from './survey-board.ts';
import { tonari } from './tonari.ts';
import { update, updateForms } from './update.ts';
import { wrong } from './wrong.ts';

const COMMANDS: readonly SlashCommand[] = [
  tonari,
  update,
  answer,
  share,
  indicator,
  evaluate,
  meeting,
  deadline,
  report,
  admin,
];

const FORMS = [
  ...updateForms,
  ...answerForms,
  ...shareForms,
  ...indicatorForms,
  ...evaluateForms,
  ...meetingForms,
  ...deadlineForms,
  ...reportForms,
  ...documentForms,
  ...draftForms,
  ...adminForms,
  ...calendarForms,
  ...noticeSettingsForms,
  ...neighbourForms,
];

/** What the app is in Slack, as registered below; `manifest.yml` says the same, and a test compares them. */
export const SURFACE = {
  commands: COMMANDS.map(({ name, alias, description, usage }) => ({ name, alias, description, usage })),
  events: ['app_home_opened', 'app_mention', 'message.im'],
  shortcuts: [] as string[],
  methods: METHODS,
  /** Elements of forms for which a scope is needed. */
  elements: ['file_input'],
};

/** Registers every entry. */
export function register(listeners: Listeners, bot: Bot): void {
  const homes = new Homes(bot);
  const forms = new RecordForms(FORMS, bot, (who) => homes.follow(who));
  forms.register(listeners);
  recordButtons(listeners, bot, forms);
  adminButtons(listeners, bot, forms);
  joinButtons(listeners, bot, forms);
  calendarButtons(listeners, bot, forms);
  questionButtons(listeners, bot, forms);
  surveyButtons(listeners, bot, forms);
  documentButtons(listeners, bot, forms);
  noticeButtons(listeners, bot);
  neighbourButtons(listeners, bot);
  noticeSettingsButtons(listeners, bot, forms);
  for (const command of COMMANDS) {
    const parts = { lazy: (call: Parameters<SlashCommand['run']>[0]) => command.run(call, bot, forms) };
    listeners.command(command.name, parts);
    listeners.command(command.alias, parts);
  }
  mention(listeners, bot);
  directMessage(listeners, bot);
  answerButtons(listeners, bot);
  wrong(listeners, bot);
  home(listeners, bot, homes);
}
