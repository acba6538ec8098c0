import { fiscalYearLabel } from '../calendar/fiscal-year.ts';
import type { FieldsOf } from '../records/changes.ts';
import { InitiativeStatus, ProjectItem, Scene } from '../records/vocabulary.ts';
import { fiscalYearsOf, readWrittenDate } from '../records/written-dates.ts';
import { initiativeStatusWords, projectItemWords } from '../words/form-choices.ts';
import {
  addInitiativeWords,
  chooseInitiativeWords,
  chooseSceneWords,
  initiativeDetailsWords,
  initiativeItemWords,
  initiativePlaceWords,
  updateWords,
} from '../words/form-fields.ts';
import type { FieldWords } from '../words/form-parts.ts';
import { formWords } from '../words/forms.ts';
import { sceneWords } from '../words/labels.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import {
  checkboxes,
  choice,
  dateText,
  fiscalYear,
  leadTimes,
  longText,
  multiSelect,
  numberText,
  search,
  select,
  shortText,
} from './fields.ts';
import { defineForm } from './form.ts';
import { type Typed, textOf } from './typed.ts';

const HELD: readonly InitiativeStatus[] = ['開催済み', '実施済み', '公表済み'];
/** More than any hall holds: asked back. */
const MANY = 5_000;

const isHeld = (status: unknown): boolean => HELD.some((held) => held === status);

/** Without a year, what was held lies behind and what is planned lies ahead (rule 3.1). */
const byStatus = (typed: Typed) => (isHeld(textOf(typed.status)) ? 'latest' : 'next');

const statusField = (words: FieldWords) =>
  select(words, InitiativeStatus, InitiativeStatus.options, initiativeStatusWords);
export const sceneField = (words: FieldWords) => select(words, Scene, Scene.options, sceneWords);

/** Which initiative. */
export const chooseInitiativeForm = defineForm({
  id: 'initiative-choose',
  words: chooseInitiativeWords,
  fields: { initiative: search(chooseInitiativeWords.fields.initiative) },
});

/** A new one: gives `FieldsOf<'initiative'>` as far as it is known. */
export const addInitiativeForm = defineForm({
  id: 'initiative-add',
  words: addInitiativeWords,
  fields: {
    areaId: choice(addInitiativeWords.fields.areaId),
    scene: sceneField(addInitiativeWords.fields.scene),
    title: shortText(addInitiativeWords.fields.title),
    status: statusField(addInitiativeWords.fields.status),
    date: optional(dateText(addInitiativeWords.fields.date, byStatus)),
    fiscalYear: optional(fiscalYear(addInitiativeWords.fields.fiscalYear)),
    memo: optional(longText(addInitiativeWords.fields.memo)),
  },
  check: checkDates,
});

/** How an initiative stands now. */
export const updateForm = defineForm({
  id: 'update',
  words: updateWords,
  fields: {
    status: statusField(updateWords.fields.status),
    date: optional(dateText(updateWords.fields.date, byStatus)),
    fiscalYear: optional(fiscalYear(updateWords.fields.fiscalYear)),
    participants: optional(numberText(updateWords.fields.participants, { units: ['人', '名'], usual: MANY })),
    location: optional(shortText(updateWords.fields.location)),
    memo: optional(longText(updateWords.fields.memo)),
    leads: optional(leadTimes(updateWords.fields.leads)),
    reason: optional(longText(updateWords.fields.reason)),
  },
  check: checkDates,
});

/** Who does it, how and for whom. */
export const initiativeDetailsForm = defineForm({
  id: 'initiative-details',
  words: initiativeDetailsWords,
  fields: {
    host: optional(shortText(initiativeDetailsWords.fields.host)),
    coHost: optional(shortText(initiativeDetailsWords.fields.coHost)),
    method: optional(shortText(initiativeDetailsWords.fields.method)),
    target: optional(shortText(initiativeDetailsWords.fields.target)),
    members: optional(longText(initiativeDetailsWords.fields.members)),
    content: optional(longText(initiativeDetailsWords.fields.content)),
  },
});

/** Where it belongs. */
export const initiativePlaceForm = defineForm({
  id: 'initiative-place',
  words: initiativePlaceWords,
  fields: {
    title: shortText(initiativePlaceWords.fields.title),
    scene: sceneField(initiativePlaceWords.fields.scene),
    alsoScenes: optionalList(multiSelect(initiativePlaceWords.fields.alsoScenes, Scene, Scene.options, sceneWords)),
    projectItems: optionalList(
      checkboxes(initiativePlaceWords.fields.projectItems, ProjectItem, ProjectItem.options, projectItemWords),
    ),
    sectionId: optional(choice(initiativePlaceWords.fields.sectionId)),
  },
});

/** One of its sub-items. */
export const initiativeItemForm = defineForm({
  id: 'initiative-item',
  words: initiativeItemWords,
  fields: {
    title: shortText(initiativeItemWords.fields.title),
    status: statusField(initiativeItemWords.fields.status),
    memo: optional(longText(initiativeItemWords.fields.memo)),
  },
});

/** 内容確認（変更なし）for a whole scene. */
export const confirmSceneForm = defineForm({
  id: 'scene-confirm',
  words: chooseSceneWords,
  fields: { areaId: choice(chooseSceneWords.fields.areaId), scene: sceneField(chooseSceneWords.fields.scene) },
});

type Item = FieldsOf<'initiative'>['items'][number];

/** The sub-items with one changed, or with a new one at the end (`id` null). */
export function withItem(items: readonly Item[], id: string | null, change: Partial<Omit<Item, 'id'>>): Item[] {
  if (id === null) return [...items, { id, title: '', status: '記載なし', memo: null, ...change }];
  return items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

interface Dated {
  status?: InitiativeStatus;
  date?: string | null;
  fiscalYear?: string | null;
}

/** What was held is not in the future, and a day and its fiscal year agree (rule 5.6). */
function checkDates({ status, date, fiscalYear: year }: Dated, { today, language }: Reader): Errors {
  const span = date ? readWrittenDate(date) : null;
  if (!span) return {};
  const { errors } = formWords[language];
  if (isHeld(status) && span.from > today) return { date: errors.future };
  const years = fiscalYearsOf(span).map(fiscalYearLabel);
  return year && !years.includes(year) ? { fiscalYear: errors.otherFiscalYear(years.join('、')) } : {};
}
