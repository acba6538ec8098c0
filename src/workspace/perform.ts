import { attach, detach } from './acting/attach.ts';
import { choose, suggest } from './acting/choose.ts';
import { command } from './acting/command.ts';
import { closeForm, fill, submit } from './acting/forms.ts';
import { done, refused, wordsFor } from './acting/outcome.ts';
import { react, say } from './acting/say.ts';
import { openConversation, openHome, openThread } from './acting/visit.ts';
import { type Act, type ActResult, Act as ActShape } from './acts.ts';
import type { Person } from './state.ts';
import type { Workspace } from './workspace.ts';

/**
 * Carries out what a person does; the page and the driver of the tests both come through here. Resolves once the bot has
 * acknowledged, where it has to.
 */
export async function perform(workspace: Workspace, personId: string, given: unknown): Promise<ActResult> {
  const act = ActShape.safeParse(given);
  const person = workspace.store.person(personId);
  if (!person || person.isBot || !act.success) return refused('invalid act');
  if (person.deleted) return refused(wordsFor(person).deactivated);
  return carryOut(workspace, person, act.data);
}

async function carryOut(workspace: Workspace, person: Person, act: Act): Promise<ActResult> {
  switch (act.act) {
    case 'say':
      return say(workspace, person, act);
    case 'command':
      return command(workspace, person, act);
    case 'choose':
      return choose(workspace, person, act);
    case 'suggest':
      return suggest(workspace, person, act);
    case 'fill':
      return fill(workspace, person, act);
    case 'attach':
      return attach(workspace, person, act);
    case 'detach':
      return detach(workspace, person, act);
    case 'submit':
      return submit(workspace, person, act);
    case 'close':
      return closeForm(workspace, person, act);
    case 'open-home':
      return openHome(workspace, person);
    case 'open-conversation':
      return openConversation(workspace, person, act.channel);
    case 'open-thread':
      return openThread(workspace, person, act);
    case 'react':
      return react(workspace, person, act);
    case 'reload':
      workspace.store.forgetEphemerals(person.id);
      return done;
    case 'set-locale':
      person.locale = act.locale;
      workspace.store.changed();
      return done;
    case 'advance':
      await workspace.advance(act.ms);
      return done;
  }
}
