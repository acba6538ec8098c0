import type { Part } from '../src/forms/sheet.ts';
import type { ChangeKind } from '../src/records/changes.ts';
import type { Who } from '../src/slack/listeners.ts';
import { openButton } from '../src/slack/record-forms.ts';
import { fieldLabel } from '../src/words/change-values.ts';
import { changeWords } from '../src/words/changes.ts';
import type { Language } from '../src/words/labels.ts';
import type { Bot } from './bot.ts';
import { knownRecord } from './known-records.ts';
import { namesIn } from './names.ts';
import { recordButtons } from './outcomes.ts';
import { type Step, said } from './record-form.ts';
import { areaName, recordsOf } from './records.ts';
import { historyPairs, shownIn } from './shown-changes.ts';

const LAST_CHANGES = 5;

/** A record as it stands with its last changes, for whoever wants to read it. */
export async function lookStep(bot: Bot, who: Who, kind: ChangeKind, id: string, language: Language): Promise<Step> {
  const words = changeWords[language];
  const title = { ja: changeWords.ja.record, en: changeWords.en.record };
  const [opened, changes] = await Promise.all([
    bot.registrar.open(kind, id),
    bot.registrar.history(kind, id, LAST_CHANGES),
  ]);
  if (!opened) return said(title, [{ kind: 'notice', text: words.gone }]);
  const name = knownRecord(bot, kind, id, language)?.title ?? words.kind[kind];
  const source = recordsOf(bot).sources.find((each) => each.id === opened.sourceId)?.title ?? words.nothing;
  const history: Part[] =
    changes.length === 0
      ? []
      : [
          { kind: 'heading', text: words.lastChanges },
          { kind: 'pairs', pairs: await historyPairs(bot, changes, language) },
        ];
  return said(title, [
    {
      kind: 'heading',
      text: `${words.named(words.kind[kind], name)}（${opened.areaIds.map(areaName(bot)).join('・')}）`,
    },
    { kind: 'pairs', pairs: await shownFields(bot, who.team, kind, opened.fields, language) },
    { kind: 'said', text: words.stateIn(opened.asOf ?? words.nothing, source) },
    ...history,
    ...(kind === 'meeting' ? await describedButtons(bot, who, id, language) : []),
  ]);
}

/** What a document tells of has no form of its own: whoever keeps it confirms it or takes it back here. */
async function describedButtons(bot: Bot, who: Who, id: string, language: Language): Promise<Part[]> {
  const may = await bot.registrar.mayChange(who, { kind: 'meeting', id });
  if (!may?.may || may.draft) return [];
  const withdraw = openButton('withdraw', changeWords[language].withdrawMeeting, {
    form: 'withdraw',
    record: id,
    about: { kind: 'meeting' },
  });
  return [{ kind: 'buttons', name: 'described', buttons: [...recordButtons('meeting', id, language), withdraw] }];
}

/** What the fields hold; those that hold nothing, and what its heading says, are left out. */
async function shownFields(
  bot: Bot,
  team: string,
  kind: ChangeKind,
  fields: object,
  language: Language,
): Promise<[string, string][]> {
  const shown: [string, unknown][] = Object.entries(fields).filter(
    ([field, value]) => value !== null && !(Array.isArray(value) && value.length === 0) && !TOLD.has(field),
  );
  const nameOf = await namesIn(bot, team, [Object.fromEntries(shown.map(([field, value]) => [field, [null, value]]))]);
  return shown.map(([field, value]) => [
    fieldLabel(kind, field, language),
    shownIn(bot, kind, field, value, language, nameOf),
  ]);
}

const TOLD = new Set(['areaId', 'areaIds', 'asOf', 'indicatorId', 'planId', 'deadlineId']);
