import type { Fields, Values } from '../src/forms/definition.ts';
import type { Form } from '../src/forms/form.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { openedState } from '../src/forms/state.ts';
import type { Typed } from '../src/forms/typed.ts';
import type { FieldsOf } from '../src/records/changes.ts';
import { changeWords } from '../src/words/changes.ts';
import { knownRecord } from './known-records.ts';
import { refusal, result, saved } from './outcomes.ts';
import { type AnyRecordForm, recordForm, type Sent, type Sitting, type Step } from './record-form.ts';
import { areaName } from './records.ts';

// The forms that change one thing of a meeting, of its date, of a deadline or of a submission.

export type PlannedKind = 'meetingPlan' | 'occurrence' | 'deadline' | 'submission';

/** How such a form meets its record. */
export interface PlannedForm<K extends PlannedKind, F extends Fields> {
  kind: K;
  form: Form<F>;
  /** What stands in its fields at first. */
  typed?(fields: FieldsOf<K>, sitting: Sitting): Values<F>;
  choices?(sitting: Sitting, fields: FieldsOf<K>): Promise<Record<string, readonly Choice[]>>;
  /** What it changes. `reason`: what was written as the reason, which the record keeps as well. */
  change(values: Omit<Values<F>, 'reason'>, now: FieldsOf<K>, reason: string | null): Partial<FieldsOf<K>>;
  /** Another way to save it; null for the usual one. */
  save?(sent: Sent<unknown>, fields: Partial<FieldsOf<K>>, now: FieldsOf<K>): Promise<Step> | null;
}

/** A form on a record that stands; whoever may not change it is told so instead. */
export function plannedForm<K extends PlannedKind, F extends Fields>(one: PlannedForm<K, F>): AnyRecordForm {
  const { kind, form } = one;
  return recordForm({
    form,
    async open(sitting) {
      const { bot, state } = sitting;
      const id = state.record ?? '';
      const [opened, no] = await Promise.all([bot.registrar.open(kind, id), refusal(sitting, kind, { id })]);
      if (no) return no;
      if (!opened) return gone(sitting);
      const stored: Typed = one.typed ? form.typed(one.typed(opened.fields, sitting)) : {};
      const { language, about } = state;
      const fresh = openedState({ form: form.id, language, record: id, version: opened.version, about });
      const choices = one.choices ? { choices: await one.choices(sitting, opened.fields) } : {};
      const title = knownRecord(bot, kind, id, language)?.title ?? changeWords[language].kind[kind];
      const heading: Part = { kind: 'heading', text: `${title}（${opened.areaIds.map(areaName(bot)).join('・')}）` };
      return {
        kind: 'sheet',
        state: form.opened(fresh, stored),
        showing: { typed: { ...stored, ...state.kept }, before: [heading], ...choices },
      };
    },
    async send(sent) {
      const id = sent.state.record ?? '';
      const now = await sent.bot.registrar.open(kind, id);
      if (!now) return gone(sent);
      const fields = one.change(sent.values, now.fields, sent.reason);
      return one.save?.(sent, fields, now.fields) ?? saved<K>(sent, { kind, id, fields: fields as FieldsOf<K> });
    },
  });
}

const gone = ({ state }: Sitting): Step => result({ kind: 'notice', text: changeWords[state.language].gone });
