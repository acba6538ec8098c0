import type { FormState } from './state.ts';
import type { TypedValue } from './typed.ts';

// A form as it is to be drawn, in words of its own: src/slack/form-view.ts makes Slack's view of it.

export interface Choice {
  /** A short id. */
  value: string;
  label: string;
  description?: string;
}

/** How a field is filled in. */
export type Input =
  | { kind: 'line' | 'lines'; most: number }
  | { kind: 'one' | 'some' | 'radio' | 'checks'; choices: readonly Choice[] }
  /** Offered while one types; `known`: what was chosen already, with its label. */
  | { kind: 'search'; known: readonly Choice[] }
  | { kind: 'person' | 'channel' }
  /** `types`: ends of names, as `xlsx`; `upTo`: how many. */
  | { kind: 'files'; types: readonly string[]; upTo: number };

export interface InputPart {
  kind: 'input';
  name: string;
  /** With ※必須 where it is required; Slack marks the others. */
  label: string;
  /** Constraints. */
  hint?: string;
  /** An example, and nothing else. */
  example?: string;
  required: boolean;
  input: Input;
  initial: TypedValue;
}

export type Part =
  | InputPart
  /** A paragraph. */
  | { kind: 'said'; text: string }
  /** What is to be read before anything else: what is asked back, what went wrong. */
  | { kind: 'notice'; text: string }
  /**
   * A stored text that is too long for an input, shortened, with a way to read all of it; null where it is not at hand.
   * `of`: the form that holds it.
   */
  | { kind: 'long'; name: string; intro: string; text: string | null; read: string; of: FormState }
  | { kind: 'heading'; text: string }
  /** Pairs side by side: earlier years, the last changes. */
  | { kind: 'pairs'; pairs: readonly (readonly [string, string])[] }
  | { kind: 'buttons'; name: string; buttons: readonly { action: string; label: string; value: string }[] };

export interface Sheet {
  title: string;
  /** A verb; null where there is nothing to send. */
  submit: string | null;
  close: string;
  parts: readonly Part[];
  /** Comes back with what was typed; null for a sheet that is only read. */
  state: FormState | null;
}
