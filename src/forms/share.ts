import type { FieldsOf } from '../records/changes.ts';
import { AccessWay, MeetingStatus, StatementStatus, ToolKind, ToolRole } from '../records/vocabulary.ts';
import { chooseSharedWords, surveyWords, toolWords, withdrawWords } from '../words/form-fields.ts';
import { accessWords, meetingStatusWords, roleWords, statusWords, toolKindWords } from '../words/labels.ts';
import { optional, optionalList } from './field.ts';
import { asOfText, choices, link, longText, multiSelect, radio, search, select, shortText } from './fields.ts';
import { defineForm } from './form.ts';

/** Which tool, document or survey. */
export const chooseSharedForm = defineForm({
  id: 'share-choose',
  words: chooseSharedWords,
  fields: { shared: search(chooseSharedWords.fields.shared) },
});

/** A tool or document, and how some areas make or use it. */
export const toolForm = defineForm({
  id: 'tool',
  words: toolWords,
  steps: [
    ['name', 'kind', 'maker', 'areaIds', 'role', 'status', 'since'],
    ['ways', 'access', 'link', 'contact', 'terms', 'purpose', 'asOf'],
  ],
  fields: {
    name: shortText(toolWords.fields.name),
    kind: select(toolWords.fields.kind, ToolKind, ToolKind.options, toolKindWords),
    maker: optional(shortText(toolWords.fields.maker)),
    areaIds: choices(toolWords.fields.areaIds),
    role: radio(toolWords.fields.role, ToolRole, ToolRole.options, roleWords),
    status: radio(toolWords.fields.status, StatementStatus, StatementStatus.options, statusWords),
    since: optional(shortText(toolWords.fields.since)),
    ways: optionalList(multiSelect(toolWords.fields.ways, AccessWay, AccessWay.options, accessWords)),
    access: optional(shortText(toolWords.fields.access)),
    link: optional(link(toolWords.fields.link)),
    contact: optional(shortText(toolWords.fields.contact)),
    terms: optional(shortText(toolWords.fields.terms)),
    purpose: optional(longText(toolWords.fields.purpose)),
    asOf: asOfText(toolWords.fields.asOf),
  },
});

type ToolFields = FieldsOf<'tool'>;
type Use = ToolFields['uses'][number];
type ToolValues = Partial<Pick<ToolFields, 'name' | 'kind' | 'maker'> & Omit<Use, 'id' | 'name'>>;

/** What the form changes of a tool: the use `id`, or with null a new one, beside all others. */
export function toolChange(
  { name, kind, maker, ...use }: ToolValues,
  former: readonly Use[],
  id: string | null,
): Partial<ToolFields> {
  const added: Use = { ...NEW_USE, name: name ?? '', ...use };
  const uses =
    id === null ? [...former, added] : former.map((other) => (other.id === id ? { ...other, ...use } : other));
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(maker === undefined ? {} : { maker }),
    uses,
  };
}

const NEW_USE: Omit<Use, 'name'> = {
  id: null,
  areaIds: [],
  role: 'user',
  status: 'doing',
  ways: [],
  access: null,
  link: null,
  contact: null,
  terms: null,
  since: null,
  purpose: null,
  asOf: '',
};

/** An enquiry (アンケート). */
export const surveyForm = defineForm({
  id: 'survey',
  words: surveyWords,
  steps: [
    ['areaIds', 'title', 'status', 'when', 'next'],
    ['target', 'method', 'answers', 'questions', 'link', 'asOf'],
  ],
  fields: {
    areaIds: choices(surveyWords.fields.areaIds),
    title: shortText(surveyWords.fields.title),
    status: radio(surveyWords.fields.status, MeetingStatus, MeetingStatus.options, meetingStatusWords),
    when: optional(shortText(surveyWords.fields.when)),
    next: optional(shortText(surveyWords.fields.next)),
    target: optional(shortText(surveyWords.fields.target)),
    method: optional(shortText(surveyWords.fields.method)),
    answers: optional(shortText(surveyWords.fields.answers)),
    questions: optional(longText(surveyWords.fields.questions)),
    link: optional(link(surveyWords.fields.link)),
    asOf: asOfText(surveyWords.fields.asOf),
  },
});

/** Taking back what was shared. */
export const withdrawForm = defineForm({
  id: 'withdraw',
  words: withdrawWords,
  fields: { reason: longText(withdrawWords.fields.reason) },
});
