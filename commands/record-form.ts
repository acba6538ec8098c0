import type { ModalView } from '@slack/types';
import type { Fields, Showing, Values } from '../src/forms/definition.ts';
import type { Form } from '../src/forms/form.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { type FormState, openedState, stateIn } from '../src/forms/state.ts';
import type { Typed } from '../src/forms/typed.ts';
import type { ActionBody, ViewBody } from '../src/slack/bodies.ts';
import { slackProblem } from '../src/slack/errors.ts';
import { callbackOf, formView, typedIn } from '../src/slack/form-view.ts';
import type { Call, Listeners, Who } from '../src/slack/listeners.ts';
import { notice } from '../src/slack/notice.ts';
import { FORM, type OpeningParts, ReadFormValue } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import type { FormTitle } from '../src/words/form-fields.ts';
import { formWords } from '../src/words/forms.ts';
import type { Language } from '../src/words/labels.ts';
import { slackWords } from '../src/words/slack.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';

// The one way of every form of records: a loading view at once, then permission and data, then its steps; what was sent
// is read, asked back or saved, and what became of it stands in the same view, with all that was typed where it failed.

/** Somebody at a form. */
export interface Sitting {
  bot: Bot;
  who: Who;
  state: FormState;
  /** What is to be known before writing, found out on the way: stands above the fields of what is opened. */
  notes: Set<string>;
}

/** A form that was sent. */
export interface Sent<V> extends Sitting {
  values: V;
  /** Why, where that was asked. */
  reason: string | null;
  /** Said to be official: numbers that look like personal data. */
  official: boolean;
  /** As it was typed, to be shown again. */
  typed: Typed;
  /** The submission: the same at each delivery. */
  key: string;
}

/** What stands in the view next: a form, or what became of it. */
export type Step =
  | { kind: 'sheet'; state: FormState; showing?: Showing }
  | { kind: 'said'; title: FormTitle['title']; parts: readonly Part[] };

/** How one form meets the records. */
export interface RecordForm<F extends Fields> {
  form: Form<F>;
  /** Its first step, filled in; asks whether this person may. */
  open(sitting: Sitting): Promise<Step>;
  /** What can be chosen, out of memory. */
  choices?(sitting: Sitting): Readonly<Record<string, readonly Choice[]>>;
  /** Does what was sent; throws nothing that a person can mend. */
  send(sent: Sent<Omit<Values<F>, 'reason'>>): Promise<Step>;
}

/** One whose fields are known to itself alone. */
export type AnyRecordForm = RecordForm<Fields>;

export const recordForm = <F extends Fields>(one: RecordForm<F>): AnyRecordForm => one as unknown as AnyRecordForm;

/** All forms of records, and their way through Slack. */
export class RecordForms {
  readonly #forms: ReadonlyMap<string, AnyRecordForm>;

  constructor(
    forms: readonly AnyRecordForm[],
    readonly bot: Bot,
    /** What follows a change that somebody made. */
    readonly changed: (who: Who) => Promise<void>,
  ) {
    this.#forms = new Map(forms.map((one) => [one.form.id, one]));
  }

  register(listeners: Listeners): void {
    for (const one of this.#forms.values()) {
      listeners.view(callbackOf(one.form.id), {
        ack: (body) => this.#answer(one, body),
        lazy: (call) => this.#sent(one, call),
      });
    }
    listeners.action(new RegExp(`^${FORM.open}\\.`), {
      lazy: (call) => this.open(call, call.body.trigger_id, ReadFormValue.opening.parse(chosen(call))),
    });
    listeners.action(new RegExp(`^${FORM.go}\\.`), {
      lazy: (call) => this.turn(call, ReadFormValue.opening.parse(chosen(call))),
    });
  }

  /** Opens a form by a trigger, on top of the one that carries the button. */
  async open(call: Call<unknown>, trigger: string, opening: OpeningParts): Promise<void> {
    const language = await this.bot.locales.of(call.who.user);
    const { form, open } = this.#of(opening.form);
    const on = (call.body as Partial<ActionBody>).view && !isHome(call) ? 'top' : 'new';
    const view = await this.bot.voice.openView(trigger, formView(form.note(language, 'loading')), on);
    call.notice = (words) =>
      this.#show(call.who, view.id, said(form.words.title, [{ kind: 'notice', text: words }]), language);
    await Promise.all([this.bot.lookup.refresh(), this.#meet(call.who)]);
    const { record = null, about = {}, typed = {} } = opening;
    const state = openedState({ form: form.id, language, record, about, kept: typed });
    const notes = new Set<string>();
    const step = noted(await open({ bot: this.bot, who: call.who, state, notes }), notes);
    await this.#show(call.who, view.id, step, language, view.hash);
  }

  /** Shows a form in place of what stands in the view that carries the button. */
  async turn(call: Call<ActionBody>, opening: OpeningParts): Promise<void> {
    const language = await this.bot.locales.of(call.who.user);
    const { form, open } = this.#of(opening.form);
    const view = call.body.view?.id;
    if (!view) return;
    call.notice = (words) =>
      this.#show(call.who, view, said(form.words.title, [{ kind: 'notice', text: words }]), language);
    await this.bot.voice.updateForm(view, formView(form.note(language, 'loading')));
    await Promise.all([this.bot.lookup.refresh(), this.#meet(call.who)]);
    const { record = null, about = {}, typed = {} } = opening;
    const state = openedState({ form: form.id, language, record, about, kept: typed });
    const notes = new Set<string>();
    const step = noted(await open({ bot: this.bot, who: call.who, state, notes }), notes);
    const turn = call.body.actions[0]?.action_ts ?? '';
    await this.#show(call.who, view, inTurn(step, turn), language);
  }

  /** Shows what comes of a press: in the form that carries the button, else in one of its own. */
  async pressed(call: Call<ActionBody>, work: (language: Language) => Promise<Step>): Promise<void> {
    const language = await this.bot.locales.of(call.who.user);
    const title = { ja: changeWords.ja.result, en: changeWords.en.result };
    const saving = said(title, [{ kind: 'said', text: formWords[language].saving }]);
    const { view } = call.body;
    const inForm = view && !isHome(call);
    const id = inForm ? view.id : (await this.#opened(call, saving, language)).id;
    call.notice = (words) => this.#show(call.who, id, said(title, [{ kind: 'notice', text: words }]), language);
    if (inForm) await this.#show(call.who, id, saving, language);
    await this.#show(call.who, id, await work(language), language);
    await this.changed(call.who);
  }

  /** Shows something to read on top of the form that carries the button, or by itself. */
  async above(
    call: Call<ActionBody>,
    title: FormTitle['title'],
    work: (language: Language) => Promise<Step>,
  ): Promise<void> {
    const language = await this.bot.locales.of(call.who.user);
    const loading = said(title, [{ kind: 'said', text: formWords[language].loading }]);
    const view = await this.#opened(call, loading, language);
    call.notice = (words) => this.#show(call.who, view.id, said(title, [{ kind: 'notice', text: words }]), language);
    await this.#show(call.who, view.id, await work(language), language, view.hash);
  }

  /** Opens a view for a press: on top of the form that carries the button, or the first one. */
  #opened(call: Call<ActionBody>, step: Step, language: Language): Promise<{ id: string; hash: string }> {
    const on = call.body.view && !isHome(call) ? 'top' : 'new';
    return this.bot.voice.openView(call.body.trigger_id, this.#view(call.who, step, language), on);
  }

  /** What Slack is told at once: errors at their fields, a question back, or that it is being saved. */
  #answer(one: AnyRecordForm, { view, user }: ViewBody) {
    const state = stateIn(view.private_metadata);
    const { form } = one;
    const typed = typedIn(view.state.values);
    const outcome = form.read(typed, state, this.bot.clock.today());
    if (outcome.kind === 'errors') return { response_action: 'errors' as const, errors: outcome.errors };
    if (outcome.kind !== 'ask') {
      const note = outcome.kind === 'next' ? 'loading' : 'saving';
      return { response_action: 'update' as const, view: formView(form.note(state.language, note)) };
    }
    const { notices, submit } = outcome;
    const step: Step = { kind: 'sheet', state: outcome.state, showing: { typed, notices, submit } };
    const who = { team: user.team_id ?? '', user: user.id };
    return { response_action: 'update' as const, view: this.#view(who, step, state.language) };
  }

  async #sent(one: AnyRecordForm, call: Call<ViewBody>): Promise<void> {
    const { view } = call.body;
    const state = stateIn(view.private_metadata);
    const typed = typedIn(view.state.values);
    const outcome = one.form.read(typed, state, this.bot.clock.today());
    if (outcome.kind === 'errors' || outcome.kind === 'ask') return;
    // Whatever goes wrong from here is said above the fields, which keep what was typed.
    call.notice = (words) =>
      this.#show(call.who, view.id, { kind: 'sheet', state, showing: { typed, notices: [words] } }, state.language);
    const sitting = { bot: this.bot, who: call.who, state, notes: new Set<string>() };
    const next =
      outcome.kind === 'next'
        ? await this.#further(one, { ...sitting, state: outcome.state })
        : await one.send({
            ...sitting,
            ...outcome,
            typed: { ...state.kept, ...typed },
            key: state.turn === '' ? call.key : `${call.key}:${state.turn}`,
          });
    const step = inTurn(noted(next, sitting.notes), state.turn);
    await this.#show(call.who, view.id, step, state.language);
    if (step.kind === 'said') await this.changed(call.who);
  }

  /** A later step: filled in as the first one was, with what was typed so far kept. */
  async #further(one: AnyRecordForm, sitting: Sitting): Promise<Step> {
    const opened = await one.open({ ...sitting, state: { ...sitting.state, step: 0, kept: {} } });
    return opened.kind === 'said' ? opened : { ...opened, state: sitting.state };
  }

  /** Shows a step; where the view was closed meanwhile, the outcome comes as a direct message. */
  async #show(who: Who, viewId: string, step: Step, language: Language, hash?: string): Promise<void> {
    try {
      await this.bot.voice.updateForm(viewId, this.#view(who, step, language), hash);
    } catch (error) {
      const code = slackProblem(error)?.code;
      if (code === 'hash_conflict') return; // somebody was faster
      if (code !== 'not_found') throw error;
      const words = wordsOf(step);
      if (words !== '') await this.bot.voice.post(who.user, notice(words));
    }
  }

  #view(who: Who, step: Step, language: Language): ModalView {
    if (step.kind === 'said') {
      const { close } = slackWords[language];
      return formView({ title: step.title[language], submit: null, close, parts: step.parts, state: null });
    }
    const { state, showing = {} } = step;
    const one = this.#of(state.form);
    const choices = { ...one.choices?.({ bot: this.bot, who, state, notes: new Set() }), ...showing.choices };
    return formView(one.form.sheet(state, { ...showing, choices }));
  }

  #of(id: string): AnyRecordForm {
    const one = this.#forms.get(id);
    if (!one) throw new Error(`no form ${id}`);
    return one;
  }

  /** Keeps who this is in Slack; an outage there keeps nobody from working. */
  async #meet(who: Who): Promise<void> {
    const profile = await this.bot.voice.profileOf(who.user).catch(() => null);
    if (profile) await this.bot.members.met({ ...who, ...profile });
  }
}

/** A form that follows in the same view is sent as what it is, not as the one before. */
const inTurn = (step: Step, turn: string): Step =>
  step.kind === 'sheet' ? { ...step, state: { ...step.state, turn } } : step;

/** What became of it, and nothing to do but what its buttons offer. */
export const said = (title: FormTitle['title'], parts: readonly Part[]): Step => ({ kind: 'said', title, parts });

/** With what was found out above the fields. */
function noted(step: Step, notes: ReadonlySet<string>): Step {
  if (step.kind === 'said' || notes.size === 0) return step;
  const { notices = [] } = step.showing ?? {};
  return { ...step, showing: { ...step.showing, notices: [...notes, ...notices] } };
}

const isHome = ({ body }: Call<unknown>): boolean => {
  const { view } = body as Partial<ActionBody>;
  return view?.type === 'home';
};

/** What a step says, as text alone. */
export function wordsOf(step: Step): string {
  if (step.kind === 'sheet') return (step.showing?.notices ?? []).join('\n');
  return step.parts
    .flatMap((part) => {
      if (part.kind === 'pairs') return part.pairs.map(([name, value]) => `${name}: ${value}`);
      return part.kind === 'said' || part.kind === 'notice' || part.kind === 'heading' ? [part.text] : [];
    })
    .join('\n');
}
