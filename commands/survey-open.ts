import { fiscalYearLabel, fiscalYearOf } from '../src/calendar/fiscal-year.ts';
import { sheetGroups } from '../src/documents/sheets/survey-answers.ts';
import { dueFields } from '../src/forms/deadline.ts';
import { openedState } from '../src/forms/state.ts';
import { openSurveyForm } from '../src/forms/survey.ts';
import { ROUND_COLUMNS } from '../src/records/survey-round.ts';
import { goButton } from '../src/slack/record-forms.ts';
import { surveyErrors } from '../src/words/survey-forms.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import { outcomeStep, refusal, result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { recordsOf, rulesIn } from './records.ts';
import { namesOf } from './survey-records.ts';

// The prefecture opens a round: what is asked as of when, of whom, by when, with hearings where it wants them.

const townsOf = ({ bot }: Pick<Sitting, 'bot'>) => recordsOf(bot).areas.filter(({ kind }) => kind === 'municipality');

export const townChoices = (sitting: Sitting) => townsOf(sitting).map(({ id, name }) => ({ value: id, label: name }));

/** Those who answer together, one group a line. */
export const jointText = (bot: Sitting['bot'], groups: readonly string[][]): string =>
  groups
    .filter((group) => group.length > 1)
    .map((group) => namesOf(bot, group))
    .join('\n');

const open = recordForm({
  form: openSurveyForm,
  async open(sitting) {
    const { bot, who, state } = sitting;
    const rights = await bot.registrar.rights(who);
    const towns = townsOf(sitting).filter((area) => rights.isPrefectureOver([area]));
    const mine = towns.filter(({ prefecture }) => prefecture === towns[0]?.prefecture).map(({ id }) => id);
    const no = await refusal(sitting, 'surveyRound', {
      areaIds: mine.length > 0 ? mine : townsOf(sitting).map(({ id }) => id),
    });
    if (no) return no;
    const groups = sheetGroups(recordsOf(bot), mine);
    const year = fiscalYearLabel(fiscalYearOf(bot.clock.today()));
    const typed = {
      fiscalYear: `${year}年度`,
      columns: [...ROUND_COLUMNS],
      areaIds: mine,
      joint: jointText(bot, groups),
    };
    return { kind: 'sheet', state: openedState(state), showing: { typed } };
  },
  choices: (sitting) => ({ areaIds: townChoices(sitting) }),
  send: (sent) => opened(sent),
});

type Values = Parameters<(typeof openSurveyForm)['typed']>[0];

async function opened(sent: Sent<Omit<Values, 'reason'>>): Promise<Step> {
  const { bot, who, key, state, values } = sent;
  const {
    fiscalYear = '',
    title = '',
    referenceDate = '',
    columns = [],
    due,
    leads,
    areaIds = [],
    joint = [],
    slots = [],
  } = values;
  const groups = groupsOf(sent, areaIds, joint);
  if ('unknown' in groups) {
    const notices = [surveyErrors[state.language].joint(groups.unknown)];
    return { kind: 'sheet', state, showing: { typed: sent.typed, notices } };
  }
  const recipient = recordsOf(bot).areas.find(({ id }) => id === areaIds[0])?.prefecture ?? '';
  const { outcomes } = await bot.registrar.openRound({
    person: who,
    key,
    round: { fiscalYear, title, referenceDate, columns, groups: groups.groups, slots },
    due: {
      ...{ date: null, event: null, dueTime: null, confirmed: false, submissionYear: '' },
      ...(due ? dueFields({ ...due, time: due.time ?? rulesIn(bot).ofPrefecture(areaIds).dueTime }, null) : {}),
      leads: leads ?? null,
      recipient,
    },
  });
  bot.delivery.nudge();
  const outcome = outcomes.at(-1);
  if (outcome?.outcome !== 'saved') return outcome ? outcomeStep(sent, 'surveyRound', outcome) : result();
  const words = surveyTalk[state.language];
  const board = goButton('board', words.board, { form: 'survey-board', about: { round: outcome.entry.record } });
  return result(
    { kind: 'said', text: words.openedNow(title, areaIds.length) },
    { kind: 'buttons', name: 'board', buttons: [board] },
  );
}

/** Who answers on one sheet: the groups that were written, and everybody else alone; or a name that is not among them. */
export function groupsOf(
  sitting: Pick<Sitting, 'bot'>,
  areaIds: readonly string[],
  joint: readonly string[],
): { groups: string[][] } | { unknown: string } {
  const ids = new Map(townsOf(sitting).map(({ id, name }) => [name, id]));
  const groups: string[][] = [];
  for (const line of joint) {
    const named = line.split(/[・、,，\s]+/).filter((name) => name !== '');
    const group = named.map((name) => ids.get(name) ?? '');
    if (group.some((id) => !areaIds.includes(id))) return { unknown: line };
    groups.push(group);
  }
  const rest = areaIds.filter((id) => !groups.flat().includes(id)).map((id) => [id]);
  const order = (group: readonly string[]) => Math.min(...group.map((id) => areaIds.indexOf(id)));
  return { groups: [...groups, ...rest].sort((one, other) => order(one) - order(other)) };
}

export const surveyOpenForms: readonly AnyRecordForm[] = [open];
