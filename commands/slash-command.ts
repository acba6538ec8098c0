import type { CommandBody } from '../src/slack/bodies.ts';
import type { Call } from '../src/slack/listeners.ts';
import type { Bot } from './bot.ts';
import type { RecordForms } from './record-form.ts';

/** A slash command as data: help and the manifest's entries follow from it. */
export interface SlashCommand {
  name: `/${string}`;
  /** The same in Japanese. */
  alias: `/${string}`;
  description: string;
  usage: string;
  /** The work; Slack has been answered by then. */
  run(call: Call<CommandBody>, bot: Bot, forms: RecordForms): Promise<void>;
}

export const defineCommand = (command: SlashCommand): SlashCommand => command;

/** The work of a command that opens a form, which the text after the command may fill. */
export const opensForm =
  (form: string): SlashCommand['run'] =>
  (call, _bot, forms) =>
    forms.open(call, call.body.trigger_id, { form, about: { line: call.body.text.trim() } });
