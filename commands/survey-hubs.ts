import type { Part } from '../src/forms/sheet.ts';
import {
  type AnsweredHub,
  aboutHub,
  furtherHub,
  hubChange,
  isStanding,
  placeOf,
  surveyHubForm,
  surveyHubRemoveForm,
  withoutHub,
} from '../src/forms/survey-hubs.ts';
import type { ReplyAnswers, ReplyHub } from '../src/records/survey-round.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { type Language, modeWords } from '../src/words/labels.ts';
import { surveyHubsTitle, surveyHubWords } from '../src/words/survey-forms.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import { refusal } from './outcomes.ts';
import { type AnyRecordForm, type Sent, type Sitting, type Step, said } from './record-form.ts';
import { filledAnswers, isStep } from './survey-records.ts';
import { atReply, replyForm, savedReply } from './survey-reply.ts';

// The hubs of a town's reply to the survey: a list of them, and a page for each.

const hubsIn = ({ hub }: ReplyAnswers): ReplyHub => hub ?? { stated: 'blank', hubs: [] };

const standingAt = ({ about }: Sitting['state'], answers: ReplyAnswers): AnsweredHub | undefined =>
  hubsIn(answers).hubs[placeOf(about, hubsIn(answers).hubs)];

const toList = ({ state: { record, language } }: Sitting) =>
  goButton('hubs', surveyTalk[language].hubs, { form: 'survey-hub', record });

const page = replyForm({
  form: surveyHubForm,
  typed: (_at, answers, { state }) => {
    const one = standingAt(state, answers);
    return one ? surveyHubForm.typed(one) : {};
  },
  before: (_at, answers, sitting) => {
    const { record, language, about } = sitting.state;
    if (about.hub === undefined) return [];
    const removing = { form: 'survey-hub-remove', record, about };
    const remove = goButton('remove', surveyTalk[language].removeHub, removing);
    const buttons = [...(standingAt(sitting.state, answers) ? [remove] : []), toList(sitting)];
    return [{ kind: 'buttons', name: 'hub', buttons }];
  },
  async send(sent, at, answers) {
    const now = hubsIn(answers);
    const { name } = sent.values as { name?: string | null };
    const place = placeOf(sent.state.about, now.hubs);
    // Renamed by this very submission, which came twice.
    const known = place === -1 ? now.hubs.findIndex((one) => one.name === name) : place;
    if (isStanding(sent.state.about) && known === -1) return gone(sent as Sent<unknown>);
    const hub = hubChange(sent.values as never, now, isStanding(sent.state.about) ? known : -1);
    return withList(await savedReply(sent, at, { hub }), sent);
  },
});

/** The page once more with all that was typed: its hub is not there any more. */
const gone = (sent: Sent<unknown>): Step => ({
  kind: 'sheet',
  state: sent.state,
  showing: {
    typed: sent.typed,
    notices: [surveyTalk[sent.state.language].hubGone],
    before: [{ kind: 'buttons', name: 'hub', buttons: [toList(sent)] }],
  },
});

const withList = (step: Step, sitting: Sitting): Step =>
  step.kind === 'said'
    ? { ...step, parts: [...step.parts, { kind: 'buttons', name: 'hubs', buttons: [toList(sitting)] }] }
    : step;

/** The list where no hub is named, or the one that is named is not there any more. */
async function openHub(form: AnyRecordForm, sitting: Sitting): Promise<Step> {
  const found = await atReply(sitting);
  if (isStep(found)) return found;
  const { about } = sitting.state;
  const { hubs } = hubsIn(filledAnswers(sitting.bot, found.reply));
  const isThere = isStanding(about) ? placeOf(about, hubs) !== -1 : about.hub !== undefined;
  // Where there is no hub, the one page says so or names the first.
  if (isThere || hubs.length === 0) return form.open(sitting);
  const no = await refusal(sitting, 'surveyReply', { id: found.reply.id });
  return no ?? said(surveyHubsTitle, listParts(hubs, sitting));
}

const listedFirst = (form: AnyRecordForm): AnyRecordForm => ({ ...form, open: (sitting) => openHub(form, sitting) });

/** As many hubs as find room in one row of buttons. */
const ROW = 20;

function listParts(hubs: readonly AnsweredHub[], { state: { record, language } }: Sitting): Part[] {
  const words = surveyTalk[language];
  const opening = (about: Record<string, string>) => ({ form: 'survey-hub', record, about });
  const pages = hubs.map((one, at) => goButton(`hub-${at}`, numbered(one, at), opening(aboutHub(one, at))));
  const rows = Array.from({ length: Math.ceil(pages.length / ROW) }, (_, row): Part => {
    return { kind: 'buttons', name: `hubs-${row}`, buttons: pages.slice(row * ROW, (row + 1) * ROW) };
  });
  const further = [
    goButton('add', words.addHub, opening(furtherHub)),
    goButton('back', words.back, { form: 'survey-reply', record }),
  ];
  return [
    { kind: 'said', text: words.hubsToday(hubs.length) },
    { kind: 'pairs', pairs: hubs.map((one, at) => [numbered(one, at), detailsOf(one, language)] as const) },
    ...rows,
    { kind: 'buttons', name: 'further', buttons: further },
  ];
}

const numbered = ({ name }: AnsweredHub, at: number) => `${at + 1}. ${name}`;

const detailsOf = ({ mode, operator, location, tel }: AnsweredHub, language: Language): string =>
  [modeWords[mode][language], operator, location, tel].filter((text) => text !== null).join('　');

const remove = replyForm({
  form: surveyHubRemoveForm,
  typed: () => ({}),
  before: (_at, answers, { state }) => {
    const { language } = state;
    const one = standingAt(state, answers);
    if (!one) return [];
    return [
      { kind: 'said', text: surveyTalk[language].removing },
      {
        kind: 'pairs',
        pairs: [
          [surveyHubWords.fields.name.label[language], one.name],
          [surveyHubWords.fields.mode.label[language], detailsOf(one, language)],
        ],
      },
    ];
  },
  async send(sent, at, answers) {
    const now = hubsIn(answers);
    const hub = withoutHub(now, placeOf(sent.state.about, now.hubs));
    return withList(await savedReply(sent as Sent<unknown>, at, { hub }), sent);
  },
});

export const surveyHubForms: readonly AnyRecordForm[] = [listedFirst(page), listedFirst(remove)];
