import { beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../../src/lookup/asker.ts';
import type { Lookup } from '../../src/lookup/lookup.ts';
import { plainText } from '../../src/lookup/plain-text.ts';
import { ask, IN_STEAD, SILENT, said, twoSurveys } from './two-surveys.ts';

// A year after: what changed from one survey to the next, and who answered it. 四日市 newly speaks of a tool, 亀山 only plans
// now what it did, 明和 says of ICT nothing more; 大紀 did not answer.

const PREFECTURE: Asker = {
  ...{ areaIds: [], keys: [], sectionIds: [], prefecture: true, saved: [] },
  seesSubmissionsOf: () => true,
};
const TOWN: Asker = { ...PREFECTURE, prefecture: false, seesSubmissionsOf: ({ name }) => name === '鈴鹿市' };

describe('two surveys', () => {
  let lookup: Lookup;
  beforeAll(async () => {
    lookup = await twoSurveys(
      (row) => {
        if (row.areaIds.includes('meiwa') && row.facet === 'ict') return null;
        const planned = row.areaIds.includes('kameyama') && /bcp/i.test(JSON.stringify(row));
        return planned ? { ...row, status: 'planned' } : row;
      },
      [
        said('yokkaichi', '四日市市の調査票 (2)④ICT', {
          text: 'バイタルリンクの利用を始めた。',
          english: 'Began to use Vital Link.',
        }),
      ],
    );
  });

  it.each(['今年新しくバイタルリンクを使い始めた市町は？', 'バイタルリンクを今年度から新たに導入した市町は？'])(
    'who newly does something is told by the two surveys, with each year’s count: %s',
    (question) => {
      const answer = ask(lookup, question);
      expect([answer.intent, answer.areas, answer.number]).toEqual(['compare', ['yokkaichi'], 1]);
      expect(answer.headline).toMatch(/29.*→.*28/);
    },
  );

  it.each(['地域BCPの取組をやめた市町は？', '去年は地域BCPに取り組んでいたのに今年は取り組んでいない市町は？'])(
    'who stopped is told with what it says now, and who did not answer has not stopped: %s',
    (question) => {
      const answer = ask(lookup, question);
      expect(answer.areas).toEqual(['kameyama']);
      expect(answer.groups.at(-1)?.rows.map(({ status }) => status)).toContain('planned');
      expect(answer.notes.join()).toContain('回答のない1市町');
      expect(plainText(answer)).not.toContain('大紀町');
    },
  );

  it('nobody is said to have stopped where all go on', () => {
    const answer = ask(lookup, '手引きの配布をやめた市町は？');
    expect([answer.areas, answer.headline]).toEqual([[], expect.stringContaining('市町はありません')]);
  });

  it.each(['令和7年度と令和8年度でバイタルリンクを使う市町を比べて', 'バイタルリンクは去年と比べてどう？'])(
    'two years stand side by side: %s',
    (question) => {
      const answer = ask(lookup, question);
      expect(answer.intent).toBe('compare');
      expect(answer.headline).toMatch(/令和7年度 29市町中 \d+市町 → 令和8年度 28市町中 \d+市町/);
    },
  );

  it.each(['去年から全体で何が変わった？', 'What has changed in the survey since last year?'])(
    'what changed in all is counted, town by town, of those that answered both: %s',
    (question) => {
      const answer = ask(lookup, question);
      expect(answer.areas).toEqual(expect.arrayContaining(['yokkaichi', 'kameyama', 'meiwa']));
      expect([answer.areas.length, answer.number]).toEqual([3, 3]);
      expect(answer.headline).toMatch(/28/);
      expect(answer.table?.rows.map(([town]) => town)).toEqual(['四日市市', '亀山市', '明和町']);
      expect(answer.notes.join()).toMatch(/令和8年11月1日/);
    },
  );

  it.each(['令和8年度の調査に何市町が回答した？', 'How many towns answered the fiscal 2026 survey?'])(
    'how many answered is counted of those asked: %s',
    (question) => {
      const answer = ask(lookup, question);
      expect([answer.number, answer.headline]).toEqual([28, expect.stringContaining('29')]);
    },
  );

  it.each(['令和8年度の調査に回答していない市町は？', 'Which towns have not answered the survey?'])(
    'who has not answered is told to the prefecture alone; others hear how many (1.6): %s',
    (question) => {
      const told = ask(lookup, question, PREFECTURE);
      expect([told.areas, told.toAskerAlone]).toEqual([[SILENT], true]);
      for (const asker of [TOWN, null]) {
        const untold = ask(lookup, question, asker);
        expect([untold.areas, untold.toAskerAlone]).toEqual([[], true]);
        expect(plainText(untold)).not.toContain('大紀町');
      }
    },
  );

  it.each(['県が代理入力した市町は？', "Which towns' answers were entered by the prefecture?"])(
    'whose answers the prefecture entered: %s',
    (question) => {
      expect(ask(lookup, question).areas).toEqual([IN_STEAD]);
    },
  );

  it('who answered jointly', () => {
    const answer = ask(lookup, '共同で回答した市町は？');
    expect(answer.areas).toEqual(
      ['owase', 'kihoku', 'kumano', 'mihama', 'kiho'].filter((id) => answer.areas.includes(id)),
    );
    expect(answer.number).toBe(5);
  });

  it('all that a town answered, column by column, with the columns that it left out', () => {
    const answer = ask(lookup, '鈴鹿市の令和8年度の回答を全部見せて');
    const own = lookup.records.statements.filter(({ id }) => id.startsWith('survey-r8-test.suzuka.'));
    const shown = answer.groups.flatMap(({ rows }) => rows.map(({ recordId }) => recordId));
    expect(shown).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
    expect(answer.groups.every(({ title }) => title !== null)).toBe(true);
    expect(answer.notes.join()).toContain('救急との連携');
  });

  it('a town that did not answer is said not to have', () => {
    expect(ask(lookup, '大紀町は今年の調査でどう答えた？').headline).toContain('回答していません');
  });

  it('the columns that a town left blank, and those that it answered with なし', () => {
    const answer = ask(lookup, '鈴鹿市の調査票で空欄の欄は？');
    expect(answer.headline).toMatch(/空欄（記載なし）の欄は.*入退院支援/);
    expect(answer.groups[0]?.rows[0]?.source).toBe('市町取組状況調査（令和8年度）');
  });

  it('a blank cell names the survey that it stands in', () => {
    const sources = new Set(
      ask(lookup, '普及啓発の欄が空欄の市町は？').groups.flatMap(({ rows }) => rows.map(({ source }) => source)),
    );
    expect(sources.size).toBe(2);
  });

  it('as of when is told of the survey of the year that is named', () => {
    const { headline } = ask(lookup, '令和8年度の調査はいつ時点？');
    expect(headline).toContain('令和8年11月1日');
    expect(headline).not.toContain('令和7年11月');
  });

  it.each(['アンケートをしている市町は？', '津市はどんな調査をした？', '医師会と共同で研修している市町は？'])(
    'towns’ own surveys, and what is done jointly, are answered by the records: %s',
    (question) => {
      expect(
        ask(lookup, question)
          .groups.flatMap(({ rows }) => rows)
          .some(({ text }) => text.length > 10),
      ).toBe(true);
      expect(ask(lookup, question).intent).not.toBe('about-records');
    },
  );
});
