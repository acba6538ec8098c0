import type { ModalView } from '@slack/types';
import type { Fields, Showing, Values } from '../src/forms/definition.ts';
import type { Form } from '../src/forms/form.ts';
import type { Choice, Part } from '../src/forms/sheet.ts';
import { type FormState, openedState, STATE_LENGTH, stateIn } from '../src/forms/state.ts';
import { type Typed, textOf } from '../src/forms/typed.ts';
import { errorFields } from '../src/log.ts';
import { findPersonalData } from '../src/records/personal-data.ts';
import type { ActionBody, ViewBody } from '../src/slack/bodies.ts';
import { slackProblem } from '../src/slack/errors.ts';
import { callbackOf, formView, partBlocks, partMessages, typedIn } from '../src/slack/form-view.ts';
import type { Call, Listeners, Who } from '../src/slack/listeners.ts';
import { notice } from '../src/slack/notice.ts';
import { patiently } from '../src/slack/patience.ts';
import { FORM, type OpeningParts, openButton, ReadFormValue, reopening } from '../src/slack/record-forms.ts';
import { changeWords } from '../src/words/changes.ts';
import type { FormTitle } from '../src/words/form-parts.ts';
import { formWords } from '../src/words/forms.ts';
import type { Language } from '../src/words/labels.ts';
import { slackWords } from '../src/words/slack.ts';
import { chosen } from './answering.ts';
import type { Bot } from './bot.ts';
import { wholeParts } from './whole-text.ts';

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
  /** Says meanwhile how far it is. */
  tell(parts: readonly Part[]): Promise<void>;
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
    listeners.action(new RegExp(`^${FORM.whole}(\\.|$)`), { lazy: (call) => this.whole(call) });
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
    const loading = formView(form.note(language, 'loading'));
    const view = await this.bot.voice
      .openView(trigger, loading, on)
      .catch((error: unknown) => this.#offer(call, opening, language, error));
    if (!view) return;
    const again = againParts(opening, language);
    call.notice = (words) =>
      this.#show(call.who, view.id, said(form.words.title, [{ kind: 'notice', text: words }, ...again]), language);
    await Promise.all([this.bot.lookup.refresh(), this.#meet(call.who)]);
    const { record = null, about = {}, typed = {} } = opening;
    const state = openedState({ form: form.id, language, record, about, kept: typed });
    const notes = new Set<string>();
    const opened = await open({ bot: this.bot, who: call.who, state, notes });
    await this.#show(call.who, view.id, noted(filled(opened, form, typed), notes), language, view.hash);
  }

  /** The form could not be opened: says so where the person is, with a way to open it and with what was typed. */
  async #offer(call: Call<unknown>, opening: OpeningParts, language: Language, error: unknown): Promise<null> {
    const code = slackProblem(error)?.code ?? '';
    if (!MAY_OPEN_LATER.has(code)) throw error;
    this.bot.log.warn('form.not-opened', { form: opening.form, slack: code });
    const words = changeWords[language];
    const line = opening.about?.line;
    const texts = [
      code === 'push_limit_reached' ? words.stacked : words.notOpened,
      ...(line ? [words.typedLine(line)] : []),
    ];
    const buttons = partBlocks(againParts(opening, language));
    await call
      .notice(texts.join('\n'), buttons)
      .catch(() => patiently('not-taken', () => this.bot.voice.post(call.who.user, notice(texts.join('\n'), buttons))));
    return null;
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
    // What was pressed is done even where nothing can be opened to say so: then it is said by direct message.
    const id = inForm
      ? view.id
      : await this.#opened(call, saving, language).then(
          (opened) => opened.id,
          () => null,
        );
    const show = (step: Step) =>
      id === null ? this.#tell(call.who, step, language, false) : this.#show(call.who, id, step, language);
    call.notice = (words) => show(said(title, [{ kind: 'notice', text: words }]));
    if (inForm) await this.bot.voice.updateForm(view.id, this.#view(call.who, saving, language)).catch(() => {});
    await show(await work(language));
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

  /** All of a stored text that is too long for its input, part by part. */
  async whole(call: Call<ActionBody>): Promise<void> {
    const { field, page, ...opening } = ReadFormValue.whole.parse(chosen(call));
    const one = this.#of(opening.form);
    const work = async (language: Language): Promise<Step> => {
      const state = openedState({ ...opening, language });
      const step = await one.open({ bot: this.bot, who: call.who, state, notes: new Set() });
      if (step.kind === 'said') return step;
      const label = one.form.fields[field]?.words.label[language] ?? '';
      const parts = wholeParts(textOf(step.showing?.typed?.[field]), label, { ...opening, field, page }, language);
      return said(one.form.words.title, parts);
    };
    const view = call.body.view;
    if (!view || call.body.actions[0]?.action_id === FORM.whole) return this.above(call, one.form.words.title, work);
    const language = await this.bot.locales.of(call.who.user);
    await this.#show(call.who, view.id, await work(language), language);
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
      const note = outcome.kind === 'next' ? 'loading' : (form.working ?? 'saving');
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
            tell: (parts) => this.#show(call.who, view.id, said(one.form.words.title, parts), state.language),
          });
    const step = inTurn(noted(next, sitting.notes), state.turn);
    await this.#show(call.who, view.id, step, state.language);
    if (step.kind === 'said') await this.changed(call.who);
  }

  /** A later step: filled in as the first one was, with what was typed so far kept. */
  async #further(one: AnyRecordForm, sitting: Sitting): Promise<Step> {
    const opened = await one.open({ ...sitting, state: { ...sitting.state, step: 0, kept: {} } });
    if (opened.kind === 'said') return opened;
    const typed = { ...opened.showing?.typed, ...sitting.state.kept };
    return { ...opened, state: sitting.state, showing: { ...opened.showing, typed } };
  }

  /** Shows a step, patiently; where the view was closed meanwhile or Slack stays away, it comes as a direct message. */
  async #show(who: Who, viewId: string, step: Step, language: Language, hash?: string): Promise<void> {
    try {
      await patiently('any', () => this.bot.voice.updateForm(viewId, this.#view(who, step, language), hash));
    } catch (error) {
      const problem = slackProblem(error);
      if (problem?.code === 'hash_conflict') return; // somebody was faster
      if (problem?.code !== 'not_found' && !problem?.passes) throw error;
      await this.#tell(who, step, language, problem.code === 'not_found');
    }
  }

  /**
   * Says by direct message what a view could not show, with what was typed and a way back to it. Somebody who closed a form
   * that was about to be filled in is left in peace. Where even that fails, the next opening and Home show what is stored.
   */
  async #tell(who: Who, step: Step, language: Language, closed: boolean): Promise<void> {
    const parts = this.#toldParts(step, language, closed);
    if (parts.length === 0) return;
    const text = wordsOf({ ...step, kind: 'said', title: { ja: '', en: '' }, parts });
    try {
      for (const message of partMessages(parts, text)) {
        await patiently('not-taken', () => this.bot.voice.post(who.user, message));
      }
    } catch (error) {
      this.bot.log.error('form.untold', errorFields(error));
    }
  }

  #toldParts(step: Step, language: Language, closed: boolean): readonly Part[] {
    if (step.kind === 'said') return step.parts;
    const { state, showing = {} } = step;
    const words = changeWords[language];
    const notices = showing.notices ?? (closed ? [] : [words.notOpened]);
    if (notices.length === 0) return [];
    const { form, record, about } = state;
    const typed = { ...state.kept, ...showing.typed };
    return [
      ...notices.map((text): Part => ({ kind: 'notice', text })),
      ...(showing.before ?? []),
      ...typedParts(this.#of(form).form, typed, language),
      ...againParts({ form, record, about, typed }, language),
    ];
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

/** With what was typed before, where the form was opened once already. */
function filled<F extends Fields>(step: Step, form: Form<F>, typed: Typed): Step {
  if (step.kind === 'said' || step.state.form !== form.id || Object.keys(typed).length === 0) return step;
  const later = Object.fromEntries(
    form.steps
      .slice(1)
      .flatMap((names) => names.flatMap((name) => (name in typed ? [[name, typed[name] ?? null]] : []))),
  );
  const state = { ...step.state, kept: { ...step.state.kept, ...later } };
  const fits = JSON.stringify(state).length <= STATE_LENGTH;
  return {
    ...step,
    state: fits ? state : step.state,
    showing: { ...step.showing, typed: { ...step.showing?.typed, ...typed } },
  };
}

/** The texts that somebody typed, letter by letter; what tells of a person is not repeated (rules 3.6). */
function typedParts<F extends Fields>({ fields }: Form<F>, typed: Typed, language: Language): Part[] {
  const texts = Object.entries(fields).flatMap(([name, field]): Part[] => {
    const text = textOf(typed[name]);
    const isText = 'most' in field.input(language, []);
    return isText && text !== '' && !findPersonalData(text)
      ? [{ kind: 'said', text: `${field.words.label[language]}: ${text}` }]
      : [];
  });
  return texts.length > 0 ? [{ kind: 'heading', text: changeWords[language].typedSoFar }, ...texts] : [];
}

/** A button that opens a form again, with what was typed as far as that finds room in it. */
function againParts(opening: OpeningParts, language: Language): Part[] {
  const again = reopening(opening);
  return again
    ? [{ kind: 'buttons', name: 'again', buttons: [openButton('again', changeWords[language].openAgain, again)] }]
    : [];
}

/** Slack's refusals that another try may not meet. */
const MAY_OPEN_LATER: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'push_limit_reached',
  'ratelimited',
  'service_unavailable',
  'internal_error',
  'fatal_error',
  'request_timeout',
]);

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
