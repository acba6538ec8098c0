import {
  cancelMeetingForm,
  doneDutyForm,
  handoverPlannedForm,
  heldMeetingForm,
  meetingDetailsForm,
  meetingPeopleForm,
  moveMeetingForm,
  postponeMeetingForm,
  writtenMeetingForm,
  yearOfDate,
} from '../src/forms/meeting.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { IsoDay } from '../src/records/closed-days.ts';
import type { Handover } from '../src/records/planned.ts';
import { readWrittenDate } from '../src/records/written-dates.ts';
import { meetingDatesForms } from './meeting-dates.ts';
import { outcomesStep, requestOf } from './outcomes.ts';
import { type PlannedKind, plannedForm } from './planned-forms.ts';
import type { AnyRecordForm, Sent, Sitting, Step } from './record-form.ts';
import { areaChoices, recordsOf } from './records.ts';

// What becomes of a meeting and of each of its dates (rules 7.2): one small form a thing.

type Occurrence = FieldsOf<'occurrence'>;

const move = plannedForm({
  kind: 'occurrence',
  form: moveMeetingForm,
  typed: ({ date, time, location }) => ({
    ...(date ? { date } : {}),
    time,
    location,
  }),
  change: ({ date = '', time = null, location = null, fiscalYear = null }, now, reason) => ({
    date,
    time,
    location,
    fiscalYear: yearOfDate(date, fiscalYear),
    status: movedTo(now, date),
    reason,
  }),
});

/** What is held in writing, or was held, stays so on another day; all else is planned once it has a day. */
function movedTo({ status }: Occurrence, date: string): Occurrence['status'] {
  if (status === 'in-writing' || status === 'held') return status;
  const isDay = readWrittenDate(date)?.precision === 'day';
  return status === 'date-unconfirmed' && !isDay ? status : 'planned';
}

const postpone = plannedForm({
  kind: 'occurrence',
  form: postponeMeetingForm,
  change: (_values, _now, reason): Partial<Occurrence> => ({ status: 'postponed', reason }),
});

const inWriting = plannedForm({
  kind: 'occurrence',
  form: writtenMeetingForm,
  typed: ({ date }) => (date ? { date } : {}),
  change: ({ date = '' }, _now, reason): Partial<Occurrence> => ({
    status: 'in-writing',
    date,
    fiscalYear: yearOfDate(date, null),
    reason,
  }),
});

const cancel = plannedForm({
  kind: 'occurrence',
  form: cancelMeetingForm,
  change: (_values, _now, reason): Partial<Occurrence> => ({ status: 'cancelled', reason }),
});

const held = plannedForm({
  kind: 'occurrence',
  form: heldMeetingForm,
  typed: ({ date, participants, memo }) => ({ ...(date ? { date } : {}), participants, memo }),
  change: ({ date = '', participants = null, memo = null }): Partial<Occurrence> => ({
    status: 'held',
    date,
    fiscalYear: yearOfDate(date, null),
    participants,
    memo,
  }),
  save: (sent, fields, now) => savedWithInitiatives(sent, fields, now),
});

const done = plannedForm({
  kind: 'occurrence',
  form: doneDutyForm,
  typed: ({ date, memo }) => ({ ...(date ? { date } : {}), memo }),
  change: ({ date = '', memo = null }): Partial<Occurrence> => ({
    status: 'held',
    date,
    fiscalYear: yearOfDate(date, null),
    memo,
  }),
  save: (sent, fields, now) => savedWithInitiatives(sent, fields, now),
});

/** How it went goes into the 取組 that were chosen for the meeting as well: all or none (rules 7.5). */
function savedWithInitiatives(sent: Sent<unknown>, fields: Partial<Occurrence>, now: Occurrence): Promise<Step> | null {
  const { meetingPlans } = recordsOf(sent.bot);
  const plan = meetingPlans.find(({ id }) => id === now.planId);
  const ids = plan?.initiativeIds ?? [];
  const { date, participants } = fields;
  if (ids.length === 0 || !date) return null;
  const status = plan?.kind === 'duty' ? ('実施済み' as const) : ('開催済み' as const);
  const state = { status, date, fiscalYear: yearOfDate(date, null) };
  const counted = participants === null || participants === undefined ? {} : { participants };
  const requests = [
    requestOf(sent, { kind: 'occurrence', id: sent.state.record, fields }, 'date'),
    ...ids.map((id) =>
      requestOf(sent, { kind: 'initiative', id, version: null, fields: { ...state, ...counted } }, id),
    ),
  ];
  const saving = sent.bot.registrar.saveAll(requests);
  return saving.then(({ outcomes }) => outcomesStep(sent, 'occurrence', outcomes));
}

const details = plannedForm({
  kind: 'meetingPlan',
  form: meetingDetailsForm,
  typed: ({ title, time, location, leads, link, memo }) => ({ title, time, location, leads, link, memo }),
  change: ({ leads, ...rest }) => ({ ...rest, leads: leads ?? null }),
});

const people = plannedForm({
  kind: 'meetingPlan',
  form: meetingPeopleForm,
  typed: ({ areaIds, sectionId, inCharge, initiativeIds }) => ({ areaIds, sectionId, inCharge, initiativeIds }),
  choices: async (sitting, { areaIds, ownerId }) => ({
    areaIds: areaChoices(sitting),
    sectionId: await sectionChoices(sitting, ownerId),
    initiativeIds: recordsOf(sitting.bot)
      .initiatives.filter(({ areaId }) => areaIds.includes(areaId))
      .map(({ id, title }) => ({ value: id, label: title })),
  }),
  change: ({ areaIds = [], ...rest }, { ownerId }) => ({
    ...rest,
    areaIds,
    ownerId: areaIds.includes(ownerId) ? ownerId : (areaIds[0] ?? ownerId),
  }),
});

export async function sectionChoices({ bot }: Sitting, areaId: string) {
  const sections = await bot.members.sections(areaId);
  return sections.map(({ id, name }) => ({ value: id, label: name }));
}

const handedOver = ({ successor = '', from = '' }: { successor?: string; from?: string }): Handover => ({
  to: successor,
  from: IsoDay.parse(from),
});

const handingOver = <K extends PlannedKind & ('meetingPlan' | 'deadline')>(kind: K) =>
  plannedForm<K, (typeof handoverPlannedForm)['fields']>({
    kind,
    form: handoverPlannedForm,
    change: (values) => ({ handover: handedOver(values) }) as Partial<FieldsOf<K>>,
  });

const handoverOf = { meetingPlan: handingOver('meetingPlan'), deadline: handingOver('deadline') };

/** Of a meeting or a deadline: `about.kind` says which. */
const handover: AnyRecordForm = {
  ...handoverOf.meetingPlan,
  open: (sitting) => handoverFor(sitting).open(sitting),
  send: (sent) => handoverFor(sent).send(sent),
};

const handoverFor = ({ state }: Sitting) => handoverOf[state.about.kind === 'deadline' ? 'deadline' : 'meetingPlan'];

export const changingMeetingForms: readonly AnyRecordForm[] = [
  move,
  postpone,
  inWriting,
  cancel,
  held,
  done,
  details,
  people,
  handover,
  ...meetingDatesForms,
];
