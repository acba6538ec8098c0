import { ReplyHub } from '../records/survey-round.ts';
import { HubMode } from '../records/vocabulary.ts';
import { modeWords } from '../words/labels.ts';
import { surveyErrors, surveyHubRemoveWords, surveyHubWords } from '../words/survey-forms.ts';
import type { Errors, Reader, Values } from './definition.ts';
import { optional } from './field.ts';
import { longText, radio, shortText } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { defineForm } from './form.ts';
import type { FormState } from './state.ts';

// The hubs (連携拠点) of a survey's reply: a page each, beside a list that adds and takes out.

const hub = surveyHubWords.fields;
const ground = optional(longText(hub.reason));

/** Which hub a page is about: one that stands at a place in the list, a further one, or the only one. */
const NEW = 'new';
export const furtherHub = { hub: NEW };

export type AnsweredHub = ReplyHub['hubs'][number];
type About = FormState['about'];

export const surveyHubForm = defineForm({
  id: 'survey-hub',
  words: surveyHubWords,
  fields: {
    name: optional(shortText(hub.name)),
    mode: optional(radio(hub.mode, HubMode, HubMode.options, modeWords)),
    operator: optional(shortText(hub.operator)),
    location: optional(shortText(hub.location)),
    tel: optional(shortText(hub.tel)),
    note: optional(longText(hub.note)),
    reason: ground,
  },
  check: checkName,
});

export const surveyHubRemoveForm = defineForm({
  id: 'survey-hub-remove',
  words: surveyHubRemoveWords,
  fields: { reason: ground },
});

/** Where other hubs stand, an empty name cannot say that there is none. */
function checkName({ name }: { name?: string | null }, { language }: Reader, { about }: FormState): Errors {
  return name === null && about.hub !== undefined ? { name: surveyErrors[language].hubName[kindOf(about)] } : {};
}

const kindOf = ({ hub: at }: About) => (at === NEW ? 'further' : 'standing');

/** What it is known by while others change the list: the record that it continues, else its name. */
const knownAs = ({ from, name }: AnsweredHub) => fingerprint(from ?? name);

/** What names a hub of the list in a button. */
export const aboutHub = (one: AnsweredHub, at: number): About => ({ hub: String(at), is: knownAs(one) });

/** Where the hub of a page stands now; -1: it is a new one, or somebody took it out. */
export function placeOf({ hub: at, is }: About, hubs: readonly AnsweredHub[]): number {
  const isIt = (one: AnsweredHub | undefined) => one !== undefined && knownAs(one) === is;
  return isIt(hubs[Number(at)]) ? Number(at) : hubs.findIndex(isIt);
}

/** Whether a page is about a hub that stood in the list when it was opened. */
export const isStanding = ({ is }: About): boolean => is !== undefined;

type HubValues = Omit<Values<(typeof surveyHubForm)['fields']>, 'reason'>;

const NOTHING = { from: null, aliases: [], operator: null, location: null, since: null, tel: null, note: null };

/** The hubs after one was edited, or a new one (`at` -1) was written; others stay as they are. */
export function hubChange({ name, mode, ...rest }: HubValues, now: ReplyHub, at: number): ReplyHub {
  const known = now.hubs[at];
  if (!known && !name) return now.hubs.length > 0 ? now : { stated: 'none', hubs: [] };
  const former = known ?? { ...NOTHING, name: '', mode: 'not-stated' as const };
  const edited = { ...former, ...rest, name: name ?? former.name, mode: mode ?? former.mode };
  const hubs = known ? now.hubs.with(at, edited) : [...now.hubs, edited];
  return ReplyHub.parse({ stated: 'yes', hubs });
}

/** The hubs without one of them; one that is gone already changes nothing. */
export function withoutHub(now: ReplyHub, at: number): ReplyHub {
  if (!now.hubs[at]) return now;
  const hubs = now.hubs.toSpliced(at, 1);
  return { stated: hubs.length > 0 ? 'yes' : 'none', hubs };
}
