import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { entryButtons } from '../../commands/entries.ts';
import { differencesAround } from '../../src/lookup/differences.ts';
import { offersOf } from '../../src/lookup/offers.ts';
import { answerMessage, pageCount } from '../../src/slack/answer-view.ts';
import { digestMessage } from '../../src/slack/digest-view.ts';
import { copyForm, saidForm, wrongForm } from '../../src/slack/forms.ts';
import { guideMessage } from '../../src/slack/guide-view.ts';
import type { BoardParts, DueLine } from '../../src/slack/home-due-view.ts';
import type { OwnParts } from '../../src/slack/home-own-view.ts';
import { homeView } from '../../src/slack/home-view.ts';
import { objectionMessage } from '../../src/slack/objection-view.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { day } from '../calendar/day.ts';
import { openShippedLookup, type ShippedLookup } from '../lookup/shipped-lookup.ts';

interface Item {
  question: string;
  context?: string[];
}

const questions = ['survey', 'plans', 'more'].flatMap(
  (name) => JSON.parse(readFileSync(new URL(`../questions/${name}.json`, import.meta.url), 'utf8')) as Item[],
);
const HOSTILE = [
  'あ'.repeat(10_000),
  '<!channel> 桑名市のACPは？',
  '*太字*の<https://evil.example|資料>を使っている市町は？',
  '👨‍👩‍👧‍👦'.repeat(900),
  '\u202E桑名市\u200B',
  '\u0000\u0007\uFFFF桑名市',
  'x\uD83D',
];

let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
});

/** Every message of an answer, as it is sent to the asker alone, to a thread, and when it is shared. */
function messagesOf(item: Item) {
  const { answer } = shipped.ask(...(item.context ?? []), item.question);
  const offers = offersOf(answer, shipped.lookup.records.areas);
  const about = { by: 'U1', question: item.question };
  const pages = Array.from({ length: pageCount(answer) }, (_, page) => page);
  return pages.flatMap((page) => [
    answerMessage({ answer, offers, id: 'q'.repeat(36), language: 'ja', alone: true, page }),
    answerMessage({ answer, offers, id: 'q'.repeat(36), language: 'en', alone: false, page, about }),
    answerMessage({ answer, offers, id: null, language: 'ja', alone: true, page }),
  ]);
}

it(`every answer to our ${questions.length} questions is taken by Slack, page by page`, () => {
  const refused = questions.flatMap((item) =>
    messagesOf(item)
      .flatMap((message) => faultsOf('message', message))
      .map(({ code, pointer }) => `${item.question}: ${code} ${pointer}`),
  );
  expect([...new Set(refused)]).toEqual([]);
});

it.each(HOSTILE.map((question, at) => ({ at, question })))('so are answers to hostile words: %#', ({ question }) => {
  for (const message of messagesOf({ question })) expect(faultsOf('message', message)).toEqual([]);
});

const languages = ['ja', 'en'] as const;

it('Home is taken for everyone, whatever the person’s own town is', () => {
  const { records, index } = shipped.lookup;
  const towns = records.areas.filter(({ kind }) => kind === 'municipality');
  for (const town of [null, ...towns]) {
    const differences = town && differencesAround(records, town.id);
    const sources = records.sources.map(({ title, asOf }) => ({ title, asOf, draft: true }));
    for (const language of languages) {
      const parts = {
        language,
        note: { text: HOSTILE.join('\n'), entry: '1' },
        own: ownParts(),
        due: { lines: HOSTILE.slice(0, 5).map(dueLine), page: 2, pages: 3, counts: COUNTS },
        board: boards[language === 'ja' ? 0 : 1] ?? null,
        place: PLACE,
        drafts: HOSTILE.map((text, at) => ({ id: `d-${at}`, what: text, text, decides: at % 2 === 0 })),
        matches: HOSTILE.slice(0, 3).map(matchLine),
        requests: HOSTILE.map((question, at) => ({
          ...{ id: `r-${at}`, question, until: '令和8年12月18日（金）' },
          counts: { record: at, nothing: 2, open: 26 },
        })),
        neighbours: HOSTILE.map((text, at) => ({ kind: 'tool' as const, id: `t-${at}`, title: text, text })),
        entries: entryButtons(language, true),
        town,
        differences,
        towns,
        counted: { towns: 29, elsewhere: 3 },
        records: index.size,
        sources,
      };
      expect(faultsOf('home', homeView(parts)), town?.name).toEqual([]);
    }
  }
});

const PLACE = { scene: '看取り' as const, page: 2, due: 2, board: null, boardPage: 2 };
const COUNTS = { overdue: 3, asked: 4, week: 5, later: 6 };
const URGENCIES = ['overdue', 'asked', 'week', 'later'] as const;

/** A match whose words are hostile. */
const matchLine = (text: string, at: number) => ({
  ...{ difficulty: `d-${at}`, practice: `p-${at}`, own: text, areas: text, area: text.slice(0, 40) },
  ...{ told: text, source: text.slice(0, 200) },
});

/** Something due whose words are hostile; several hold every button. */
const dueLine = (title: string, at: number): DueLine => ({
  recordKind: at % 2 === 0 ? 'meeting' : 'deadline',
  subject: at % 2 === 0 ? 'meeting' : 'deadline',
  recordId: `${'r'.repeat(300)}${at}`,
  areaId: 'suzuka',
  submissionId: at % 2 === 0 ? null : `s-${at}`,
  isSurvey: at % 3 === 0,
  title,
  area: '鈴鹿市',
  urgency: URGENCIES[at] ?? 'later',
  asks: null,
  when: { from: day('2026-12-15'), to: day('2026-12-15'), precision: 'day' },
  time: '19:00',
  location: title,
  recipient: null,
  left: { days: 21, businessDays: 15 },
  late: null,
  inChargeName: title.slice(0, 80),
  again: at % 2 === 0 ? new Date('2026-11-25T09:00:00+09:00') : null,
  later: new Date('2026-11-25T09:00:00+09:00'),
});

const manyAreas = Array.from({ length: 120 }, (_, at) => ({ id: `area-${at}`, name: `広域連合${at}` }));
/** As full as a page of the board can be: everybody of an area, and how much in each. */
const boards: BoardParts[] = [
  {
    ...{ areas: manyAreas, area: 'area-3', counts: [], page: 2, pages: 3 },
    people: HOSTILE.slice(0, 5).map((name) => ({
      ...{ user: 'U1', name: name.slice(0, 80), section: '長寿社会課' },
      lines: [...HOSTILE, ...HOSTILE].map(dueLine),
    })),
  },
  {
    ...{ areas: manyAreas, area: null, people: [], page: 1, pages: 2 },
    counts: manyAreas.slice(0, 40).map(({ name }) => ({ name, ...COUNTS })),
  },
];

it('so is the digest, however much is due', () => {
  const lines = URGENCIES.flatMap((urgency) =>
    [...HOSTILE, ...HOSTILE].map((text, at) => ({ ...dueLine(text, at), urgency })),
  );
  for (const language of languages)
    expect(
      faultsOf('message', digestMessage(lines, HOSTILE.slice(0, 3).map(matchLine), day('2026-11-24'), language)),
    ).toEqual([]);
});

/** Initiatives whose titles are hostile. */
const ownParts = (): OwnParts => ({
  area: { id: 'suzuka', name: '鈴鹿市' },
  scenes: [{ scene: '看取り', label: '看取り', count: HOSTILE.length }],
  place: PLACE,
  pages: 3,
  lines: [...HOSTILE, ...HOSTILE].slice(0, 10).map((title, at) => ({
    id: `i-${at}`,
    title,
    scene: null,
    status: '予定',
    date: 'R8.7.8',
    asOf: title.slice(0, 100),
  })),
  unconfirmed: {
    months: 12,
    shown: HOSTILE.map((title, at) => ({ kind: 'initiative', id: `i-${at}`, title, asOf: '令和6年度' })),
    count: 90,
  },
});

it('so are the guide, the forms around an answer, and what an area is told', () => {
  const answers = questions.map((item) => shipped.ask(...(item.context ?? []), item.question));
  for (const language of languages) {
    expect(faultsOf('message', guideMessage(language))).toEqual([]);
    const about = { answer: '01234567-89ab-4cde-8f01-23456789abcd', language };
    for (const { answer, text } of answers) {
      const rows = answer.groups.flatMap((group) => group.rows);
      expect(faultsOf('modal', copyForm(text, language))).toEqual([]);
      if (rows.length > 0) expect(faultsOf('modal', wrongForm(rows, about))).toEqual([]);
    }
    for (const words of [...HOSTILE, '桑名市']) {
      const objection = {
        areas: ['桑名市'],
        text: words,
        place: '(2)④',
        record: 'x',
        comment: words.slice(0, 3_000),
        by: 'U1',
      };
      expect(faultsOf('modal', saidForm('記載が違う', language, words))).toEqual([]);
      expect(faultsOf('message', objectionMessage(objection, language))).toEqual([]);
    }
  }
});
