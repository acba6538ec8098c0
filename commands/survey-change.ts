import { dueFields, dueOfFields } from '../src/forms/deadline.ts';
import { fingerprint } from '../src/forms/fingerprint.ts';
import { openedState } from '../src/forms/state.ts';
import { changeSurveyForm } from '../src/forms/survey.ts';
import type { FieldsOf, SaveOutcome } from '../src/records/changes.ts';
import type { DeadlineRow } from '../src/records/planned.ts';
import { type SurveyRoundRow, slotId } from '../src/records/survey-round.ts';
import { isSettled } from '../src/registry/save-change.ts';
import { changeWords } from '../src/words/changes.ts';
import { changeSurveyWords, surveyErrors } from '../src/words/survey-forms.ts';
import { slotIdText } from '../src/words/survey-round.ts';
import { surveyTalk } from '../src/words/survey-talk.ts';
import { outcomeStep, outcomesStep, requestOf, result } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { recordsOf } from './records.ts';
import { changedParts } from './survey-change-preview.ts';
import { groupsOf, jointText, townChoices } from './survey-open.ts';
import { isStep, namesOf, repliesIn, roundHere } from './survey-records.ts';

// The prefecture changes a round that is open. What follows from it for towns is shown before it is saved.

type Values = Parameters<(typeof changeSurveyForm)['typed']>[0];
type Round = Pick<FieldsOf<'surveyRound'>, 'title' | 'columns' | 'groups' | 'slots'>;
type Due = Pick<FieldsOf<'deadline'>, 'date' | 'event' | 'dueTime' | 'confirmed' | 'submissionYear' | 'leads'>;

const change = recordForm({
  form: changeSurveyForm,
  async open(sitting) {
    const round = await roundHere(sitting);
    if (isStep(round)) return round;
    const { bot, state } = sitting;
    if (round.state === 'closed') return result({ kind: 'notice', text: surveyTalk[state.language].closedAlready });
    const [opened, deadline] = await Promise.all([
      bot.registrar.open('surveyRound', round.id),
      bot.registrar.open('deadline', round.deadlineId),
    ]);
    if (!opened || !deadline) return result({ kind: 'notice', text: changeWords[state.language].gone });
    const { title, columns, groups, slots } = opened.fields;
    const typed = {
      ...changeSurveyForm.typed({
        ...{ title, columns, slots, areaIds: groups.flat() },
        ...{ due: dueOfFields(deadline.fields), leads: deadline.fields.leads },
      }),
      joint: jointText(bot, groups),
    };
    const about = { round: round.id, deadline: String(deadline.version) };
    const fresh = openedState({ ...state, record: round.id, version: opened.version, about });
    return {
      kind: 'sheet',
      state: changeSurveyForm.opened(fresh, typed),
      showing: { typed, before: [{ kind: 'heading', text: round.title }] },
    };
  },
  choices: (sitting) => ({ areaIds: townChoices(sitting) }),
  send: (sent) => changed(sent),
});

async function changed(sent: Sent<Omit<Values, 'reason'>>): Promise<Step> {
  const round = await roundHere(sent);
  if (isStep(round)) return round;
  const { bot, state, typed } = sent;
  const deadline = recordsOf(bot).deadlines.find(({ id }) => id === round.deadlineId);
  if (!deadline) return result({ kind: 'notice', text: changeWords[state.language].gone });
  const wanted = wantedOf(sent, round, deadline);
  const notice = 'wrong' in wanted ? wanted.wrong : slotsTaken(sent, round, wanted.fields.slots);
  if ('wrong' in wanted || notice !== null) {
    return { kind: 'sheet', state, showing: { typed, notices: notice === null ? [] : [notice] } };
  }
  const parts = changedParts(sent, { round, deadline }, { round: wanted.fields, due: wanted.due });
  // What is seen is what is agreed to: anything else is shown anew.
  const seen = `change:${fingerprint(JSON.stringify([parts, wanted]))}`;
  if (parts.length > 0 && !state.agreed.includes(seen)) {
    const { language } = state;
    return {
      kind: 'sheet',
      state: { ...state, agreed: [seen] },
      showing: {
        typed,
        notices: [surveyTalk[language].beforeChange],
        before: parts,
        submit: changeSurveyWords.submit[language],
      },
    };
  }
  return savedChange(sent, round, deadline, wanted);
}

interface Wanted {
  fields: Round;
  due: Due;
}

/** What was typed, field by field; what was not asked stays. */
function wantedOf(
  { values, ...sitting }: Sent<Omit<Values, 'reason'>>,
  round: SurveyRoundRow,
  deadline: DeadlineRow,
): Wanted | { wrong: string } {
  const { title = round.title, columns = round.columns, areaIds = round.areaIds, joint, slots, due, leads } = values;
  const known = joint === undefined ? jointText(sitting.bot, round.groups).split('\n').filter(Boolean) : joint;
  const found = groupsOf(sitting, areaIds, known ?? []);
  if ('unknown' in found) return { wrong: surveyErrors[sitting.state.language].joint(found.unknown) };
  const { date, event, dueTime, confirmed, submissionYear } = deadline;
  return {
    fields: { title, columns, groups: found.groups, slots: slots === undefined ? round.slots : (slots ?? []) },
    due: {
      ...{ date, event, dueTime, confirmed, submissionYear },
      ...(due ? dueFields(due, null) : {}),
      leads: leads === undefined ? deadline.leads : leads,
    },
  };
}

/** A hearing that a town took is not taken from it. */
function slotsTaken({ bot, state }: Sitting, round: SurveyRoundRow, slots: SurveyRoundRow['slots']): string | null {
  const offered = new Set(slots.map(slotId));
  const taken = repliesIn(bot, round.id).filter(({ slot }) => slot !== null && !offered.has(slot));
  const named = taken.map(
    ({ slot, areaIds }) => `${slotIdText(slot ?? '', state.language)}（${namesOf(bot, areaIds)}）`,
  );
  return named.length > 0 ? surveyErrors[state.language].slotsTaken(named.join('、')) : null;
}

/** The deadline and the round, both or none, each with its entry and its way back. */
async function savedChange(
  sent: Sent<unknown>,
  round: SurveyRoundRow,
  deadline: DeadlineRow,
  { fields, due }: Wanted,
): Promise<Step> {
  const { bot, state } = sent;
  const version = Number(state.about.deadline);
  const ofDeadline = { kind: 'deadline', id: deadline.id, fields: due, version } as const;
  const requests = [
    requestOf(sent, ofDeadline, 'deadline'),
    requestOf(sent, { kind: 'surveyRound', id: round.id, fields }),
  ];
  const { saved, outcomes } = await bot.registrar.saveAll(requests);
  bot.delivery.nudge();
  if (!saved) return notSaved(sent, outcomes);
  const told = outcomes.filter(({ outcome }) => outcome !== 'unchanged');
  return outcomesStep(sent, 'surveyRound', told.length > 0 ? told : outcomes.slice(0, 1));
}

/** Says why; each of the two has its own version to go on from. */
async function notSaved(sent: Sent<unknown>, outcomes: readonly SaveOutcome[]): Promise<Step> {
  const at = outcomes.findIndex((outcome) => !isSettled(outcome));
  const outcome = outcomes[at];
  if (!outcome) return result();
  const step = await outcomeStep(sent, at === 0 ? 'deadline' : 'surveyRound', outcome);
  if (step.kind !== 'sheet' || outcome.outcome !== 'conflict' || at > 0) return step;
  const about = { ...step.state.about, deadline: String(outcome.version) };
  return { ...step, state: { ...step.state, about, version: sent.state.version } };
}

export const surveyChangeForms: readonly AnyRecordForm[] = [change];
