import { z } from 'zod';
import { Role } from '../records/roles.ts';
import { memberRoleWords, weightWords } from '../words/form-choices.ts';
import {
  adminAreaWords,
  blackOutWords,
  channelWords,
  chooseWordWords,
  handoverWords,
  joinWords,
  memberChangeWords,
  memberWords,
  sectionWords,
  wordWords,
} from '../words/form-fields.ts';
import { formWords } from '../words/forms.ts';
import type { Errors, Reader } from './definition.ts';
import { optional, optionalList } from './field.ts';
import {
  channel,
  choice,
  choices,
  dayText,
  longText,
  nameLines,
  person,
  radio,
  rawText,
  search,
  select,
  shortText,
} from './fields.ts';
import { defineForm } from './form.ts';

/** 「この市町の担当です」. */
export const joinForm = defineForm({
  id: 'join',
  words: joinWords,
  fields: {
    areaIds: choices(joinWords.fields.areaIds),
    section: optional(shortText(joinWords.fields.section)),
    note: optional(longText(joinWords.fields.note)),
  },
});

/** Who works where, as what, from when until when. */
export const memberForm = defineForm({
  id: 'member',
  words: memberWords,
  fields: {
    user: person(memberWords.fields.user),
    areaId: choice(memberWords.fields.areaId),
    role: select(memberWords.fields.role, Role, Role.options, memberRoleWords),
    section: optional(shortText(memberWords.fields.section)),
    from: optional(dayText(memberWords.fields.from)),
    until: optional(dayText(memberWords.fields.until)),
    deputyOf: optional(person(memberWords.fields.deputyOf)),
  },
  check: checkTerm,
});

interface Term {
  user?: string;
  deputyOf?: string | null;
  from?: string | null;
  until?: string | null;
}

/** A term ends after it begins, and nobody is one's own deputy. */
function checkTerm({ user, deputyOf, from, until }: Term, { language }: Reader): Errors {
  const { errors } = formWords[language];
  return {
    ...(from && until && until < from ? { until: errors.endsEarlier } : {}),
    ...(deputyOf && deputyOf === user ? { deputyOf: errors.ownDeputy } : {}),
  };
}

/** A membership that stands already. */
export const memberChangeForm = defineForm({
  id: 'member-change',
  words: memberChangeWords,
  fields: {
    role: select(memberChangeWords.fields.role, Role, Role.options, memberRoleWords),
    section: optional(shortText(memberChangeWords.fields.section)),
    from: optional(dayText(memberChangeWords.fields.from)),
    until: optional(dayText(memberChangeWords.fields.until)),
    deputyOf: optional(person(memberChangeWords.fields.deputyOf)),
  },
  check: checkTerm,
});

/** Which area is managed; `about.place` says what of it. */
export const adminAreaForm = defineForm({
  id: 'admin-area',
  words: adminAreaWords,
  fields: { areaId: choice(adminAreaWords.fields.areaId) },
});

/** A section, who is in charge there and who deputises, from a day on. */
export const sectionForm = defineForm({
  id: 'section',
  words: sectionWords,
  fields: {
    name: shortText(sectionWords.fields.name),
    charge: optional(person(sectionWords.fields.charge)),
    deputy: optional(person(sectionWords.fields.deputy)),
    from: optional(dayText(sectionWords.fields.from)),
  },
  check: ({ charge, deputy }, { language }): Errors =>
    deputy && deputy === charge ? { deputy: formWords[language].errors.ownDeputy } : {},
});

/** What somebody is passes to somebody else, from a day on. */
export const handoverForm = defineForm({
  id: 'handover',
  words: handoverWords,
  fields: {
    former: choice(handoverWords.fields.former),
    successor: person(handoverWords.fields.successor),
    from: dayText(handoverWords.fields.from),
    note: optional(longText(handoverWords.fields.note)),
  },
  check: ({ former, successor }, { language }): Errors =>
    former && former === successor ? { successor: formWords[language].errors.ownDeputy } : {},
});

/** Where an area is told. */
export const channelForm = defineForm({
  id: 'channel',
  words: channelWords,
  fields: { channel: optional(channel(channelWords.fields.channel)) },
});

/** Which word is changed. */
export const chooseWordForm = defineForm({
  id: 'word-choose',
  words: chooseWordWords,
  fields: { word: search(chooseWordWords.fields.word) },
});

const Weight = z.enum(['strong', 'medium', 'weak']);

/** A word that the lookup is to know. */
export const wordForm = defineForm({
  id: 'word',
  words: wordWords,
  fields: {
    label: shortText(wordWords.fields.label),
    members: nameLines(wordWords.fields.members),
    asked: optionalList(nameLines(wordWords.fields.asked)),
    english: optionalList(nameLines(wordWords.fields.english)),
    except: optionalList(nameLines(wordWords.fields.except)),
    weight: radio(wordWords.fields.weight, Weight, Weight.options, weightWords),
  },
});

/** 墨消し. Its passage is what no other form takes, so it is neither checked nor ever kept. */
export const blackOutForm = defineForm({
  id: 'black-out',
  words: blackOutWords,
  fields: { passage: rawText(blackOutWords.fields.passage), reason: longText(blackOutWords.fields.reason) },
});
