import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { countedAreas } from '../../src/lookup/counted.ts';
import { answerWords } from '../../src/words/answers.ts';
import type { QuestionItem } from '../questions/judge.ts';
import { countsIn, HOME, namesIn, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const { elsewhere, plannedGroup, noneGroup, olderGroup, nothingSaysSo } = answerWords.ja;

const devQuestions = ['survey', 'plans', 'more'].flatMap(
  (name) =>
    JSON.parse(readFileSync(new URL(`../questions/${name}.json`, import.meta.url), 'utf8')) as (QuestionItem & {
      lang: 'ja' | 'en';
    })[],
);

let shipped: ShippedLookup;
let ask: ShippedLookup['ask'];
beforeAll(async () => {
  shipped = await openShippedLookup();
  ask = shipped.ask;
});

describe('rule 1.1: the denominator is the 29 municipalities of the survey', () => {
  it('the state of the data counts them so, and areas elsewhere apart', () => {
    expect(countedAreas(shipped.lookup.records, '三重県')).toEqual({ towns: 29, elsewhere: 3 });
  });

  it('every list of towns is counted out of 29 and its counts add up to 29', () => {
    let counted = 0;
    for (const concept of shipped.lookup.dictionary.concepts.values()) {
      const question = `${concept.label}に取り組んでいる市町は？`;
      const { answer } = ask(question);
      const counts = countsIn(answer.headline);
      if (!counts) continue;
      counted += 1;
      expect(counts.total, question).toBe(HOME);
      if (counts.silent === null) continue;
      expect(counts.doing + (counts.planned ?? 0) + (counts.none ?? 0) + counts.silent, question).toBe(HOME);
      expect(counts.silent, question).toBeGreaterThanOrEqual(0);
    }
    expect(counted).toBeGreaterThan(500);
  });

  it('the same count is told in English', () => {
    expect(ask('Which towns use MCS?').answer.headline).toBe(
      '6 of 29 municipalities. (planned or considered 0, none 0, not stated 23)',
    );
  });

  it('the count is that of the towns of the home prefecture that the answer names', () => {
    for (const question of ['出前講座をしている市町は？', '電子@連絡帳を使っている市町は？', '協議会のある市町は？']) {
      const { answer, areas } = ask(question);
      const home = answer.areas.filter((id) => shipped.lookup.dictionary.areas.get(id)?.prefecture === '三重県');
      expect(countsIn(answer.headline)?.doing, question).toBe(home.length);
      expect(areas.length, question).toBeGreaterThan(home.length);
    }
  });

  it('areas elsewhere follow under ほかの地域, after the towns, and never among them', () => {
    const { answer, areas } = ask('出前講座をしている市町は？');
    expect(areas.slice(-2)).toEqual(['市名記載なし', '北上市']);
    expect(new Set(namesIn(answer, elsewhere))).toEqual(new Set(['市名記載なし', '北上市']));
    expect(namesIn(answer, null)).not.toContain('北上市');
    expect(countsIn(answer.headline)?.doing).toBe(areas.length - 2);
  });

  it('towns stand in the order of the survey', () => {
    const { areas } = ask('Which towns share an ACP sheet?');
    expect(areas).toEqual(['桑名市', '木曽岬町', '菰野町', '津市', '伊勢市', '玉城町', '南伊勢町', '度会町']);
  });

  it('a district that is named is the denominator for its own towns', () => {
    const { answer, areas } = ask('東紀州でMCSを使っている市町は？');
    expect(areas).toEqual(['熊野市', '御浜町', '紀宝町']);
    expect(countsIn(answer.headline)).toEqual({ total: 5, doing: 3, planned: 0, none: 0, silent: 2 });
  });

  it('a town that is excluded is left out, and only that town', () => {
    expect(ask('Which towns other than Suzuka use Vital Link?').areas).toEqual(['亀山市', '津市']);
  });

  it('「鈴鹿市以外」 leaves out 鈴鹿市, not every city', () => {
    expect(ask('鈴鹿市以外でバイタルリンクを使っている市町は？').areas).toEqual(['亀山市', '津市']);
  });

  it('「東員町以外」 leaves out 東員町, not every 町', () => {
    expect(ask('東員町以外でMCSを使っている市町は？').areas).toEqual([
      'いなべ市',
      '鳥羽市',
      '熊野市',
      '御浜町',
      '紀宝町',
    ]);
  });

  it.each([['令和元年度に映画を上映した市町は？'], ['平成20年にMCSを導入した市町は？']])(
    'a year that no record tells of is not answered with the records of other years: %s',
    (question) => {
      expect(ask(question).areas).toEqual([]);
    },
  );
});

describe('rule 1.2: joint records and joint bodies', () => {
  it('a joint record counts for each of its towns, once', () => {
    const { answer, areas } = ask('MCSを使っている市町は？');
    expect(areas).toEqual(['いなべ市', '東員町', '鳥羽市', '熊野市', '御浜町', '紀宝町']);
    expect(new Set(areas).size).toBe(areas.length);
    expect(countsIn(answer.headline)?.doing).toBe(6);
  });

  it('a joint record is one row that names all its towns', () => {
    const { answer } = ask('MCSを使っている市町は？');
    const rows = answer.groups.flatMap((group) => group.rows).filter((row) => row.areas.includes('御浜町'));
    expect(rows.map((row) => row.areas.join('・'))).toEqual(rows.map(() => '熊野市・御浜町・紀宝町'));
    expect(new Set(rows.map((row) => row.recordId)).size).toBe(rows.length);
  });

  it('a statement of the joint sheet that is bound to one town counts for that town alone', () => {
    const { areas } = ask('老い支度講座をしている市町は？');
    expect(areas).toContain('紀宝町');
    expect(areas).not.toContain('熊野市');
    expect(areas).not.toContain('御浜町');
  });

  it('a 広域連合 counts through the towns it covers and is no town itself', () => {
    const { areas, answer } = ask('紀北広域連合でACPに取り組んでいる市町は？');
    expect(areas).toEqual(['尾鷲市', '紀北町']);
    expect(countsIn(answer.headline)?.total).toBe(2);
    for (const concept of shipped.lookup.dictionary.concepts.values()) {
      expect(ask(`${concept.label}のある市町は？`).areas).not.toContain('紀北広域連合');
    }
  });
});

describe('rule 1.3: 実施, 予定・検討中, なし and 記載なし are counted apart', () => {
  it('the towns that state なし or only consider it are no answer to who does it', () => {
    const { areas, answer } = ask('BCPに取り組む市町は？');
    for (const town of ['桑名市', '伊賀市', '志摩市', '熊野市', '御浜町', '紀宝町']) expect(areas).not.toContain(town);
    expect(namesIn(answer, noneGroup)).toContain('桑名市');
    expect(namesIn(answer, plannedGroup)).toContain('志摩市');
    const counts = countsIn(answer.headline);
    expect(counts?.planned).toBe(new Set(namesIn(answer, plannedGroup)).size);
    expect(counts?.none).toBe(new Set(namesIn(answer, noneGroup)).size);
    expect(counts?.silent).toBeGreaterThan(0);
  });

  it('each state stands in its own group: what is doing first, then planned, then none', () => {
    const { answer } = ask('BCPに取り組む市町は？');
    const statuses = (title: string | null) =>
      new Set(
        answer.groups.filter((group) => group.title === title).flatMap((group) => group.rows.map((r) => r.status)),
      );
    expect(statuses(null)).toEqual(new Set(['doing']));
    expect([...statuses(plannedGroup)].every((status) => status === 'planned' || status === 'considering')).toBe(true);
    expect(statuses(noneGroup)).toEqual(new Set(['none']));
  });

  it('an empty cell is 記載なし and is never shown as なし', () => {
    const { areas, text } = ask('ICTの欄が空欄の市町は？');
    expect(areas).toEqual(['菰野町', '多気町', '大台町', '大紀町', '鳥羽市', '尾鷲市', '紀北町']);
    expect(text).toContain('「ICT」の欄が空欄（記載なし）なのは、29市町のうち7市町です。');
    expect(text).not.toMatch(/〔なし〕|「なし」/);
  });

  it('a cell that says なし is found as such, without the empty ones', () => {
    const { areas } = ask('地域BCPの欄に「なし」と書いた市町は？');
    expect(areas).toEqual(['桑名市', '伊賀市', '熊野市', '御浜町', '紀宝町']);
    expect(ask('ICTに取り組んでいない市町は？').areas).toEqual(['朝日町', '川越町']);
  });

  it('of a town whose cell is empty it is said that nothing is recorded, not that it does nothing', () => {
    for (const question of ['菰野町はICTに取り組んでいますか？', '鈴鹿市の入退院支援は？']) {
      const { answer, text } = ask(question);
      expect(answer.intent, question).toBe('not-recorded');
      expect(answer.headline, question).toMatch(/記載はありません/);
      expect(text, question).not.toContain('いいえ');
      expect(answer.notes, question).toContain(nothingSaysSo);
    }
    expect(ask('Does Komono use ICT?').answer.headline).toMatch(/^No record of 菰野町 says anything about ICT/);
  });

  it.each([
    ['朝日町はICTに取り組んでいますか？', 'いいえ。'],
    ['熊野市は地域BCPに取り組んでいますか？', 'いいえ。'],
    ['志摩市は地域BCPに取り組んでいますか？', 'まだです。検討中'],
    ['鈴鹿市はバイタルリンクを使っていますか？', 'はい。'],
    ['Does Shima have a regional BCP?', 'Not yet'],
    ['Does Suzuka use Vital Link?', 'Yes.'],
  ])('はい and いいえ come from what a record states: %s', (question, beginning) => {
    expect(ask(question).answer.headline.startsWith(beginning)).toBe(true);
  });

  it('はい is not said of an empty cell', () => {
    expect(ask('鈴鹿市は入退院支援の資料を共有していますか？').answer.headline).not.toMatch(/^はい/);
  });
});

describe('rule 1.4: the answer speaks the language of the question', () => {
  it('every question of the developers’ sets is answered in its own language', () => {
    for (const item of devQuestions) {
      // Japanese in Latin letters, and an English aside of a word or two, tell too little to go by.
      const words = item.question.match(/[a-z]{2,}/gi)?.length ?? 0;
      if (item.lang === 'ja' ? !KANA.test(item.question) : words < 3) continue;
      const answer = ask(...(item.context ?? []), item.question).answer;
      expect(answer.language, item.question).toBe(item.lang);
      if (item.lang === 'ja') continue;
      expect(answer.notes.join(), item.question).not.toMatch(KANA);
      expect(answer.headline, item.question).not.toMatch(/です。|ます。|ません。/);
    }
  });

  it('records stay Japanese inside an English answer', () => {
    const { answer, text } = ask('Which towns use MCS?');
    expect(answer.groups[0]?.rows.every((row) => KANA.test(row.text))).toBe(true);
    expect(text).toContain('Source: 在宅医療・介護連携に関する市町取組状況調査');
  });

  it('a Japanese question with Latin names is Japanese, an English one with Japanese names is English', () => {
    expect(ask('MCSは？').answer.language).toBe('ja');
    expect(ask('Which municipalities share the これからノート notebook?').answer.language).toBe('en');
  });

  it('the words around an English answer are English throughout', () => {
    const { answer } = ask('Which towns use drones?');
    expect(answer.understood.map((slot) => slot.label).join()).not.toContain('記録にない言葉');
  });
});

describe('rule 1.5: tense follows the as-of date', () => {
  it('「今年度11月」 in a document is November of its own year, whenever it is asked', () => {
    const council = '「地域包括ケア推進協議会」（会議';
    expect(shipped.askOn('2026-11-10', '今月の会議は？').text).not.toContain(council);
    expect(shipped.askOn('2025-11-10', '今月の会議は？').text).toContain(council);
  });

  it('what is planned is told as planned at the time of the survey', () => {
    const { answer } = ask('BCPに取り組む市町は？');
    expect(answer.groups.map((group) => group.title)).toContain('予定・検討中（調査時点）');
    expect(ask('Does Shima have a regional BCP?').answer.headline).toContain(
      'was under consideration as of the survey',
    );
  });

  // Fault: nothing looks at the day that was planned; on every day the answer reads the same.
  it('a plan whose day has passed is told as what was planned then', () => {
    const question = '令和8年4月に発行予定のものがある市町は？';
    const before = shipped.askOn('2026-01-15', question).text;
    const after = shipped.askOn('2026-11-21', question).text;
    expect(before).toContain('松阪市');
    expect(after).not.toBe(before);
  });

  // Fault: 「発行されましたか」 of what the record only plans (発行は令和8年4月予定) is answered 「はい」.
  it.fails('a plan is no 「はい」 to whether it was done', () => {
    expect(ask('松阪市の救急対応マニュアルのガイドラインは発行されましたか？').answer.headline).not.toMatch(/^はい。/);
  });
});

describe('rule 1.6: who has not submitted', () => {
  it.each([['まだ提出していない市町は？'], ['未提出の市町はどこ？'], ['Which towns have not submitted?']])(
    'the lookup names nobody who has not submitted: %s',
    (question) => {
      const { areas, answer } = ask(question);
      expect(areas).toEqual([]);
      expect(answer.groups.flatMap((group) => group.rows)).toEqual([]);
    },
  );
});

describe('rule 1.7: misspelt names', () => {
  it.each([
    ['すずが市のICTは？', '鈴鹿市', '「すずが」は鈴鹿市として答えます。'],
    ['komnoの入退院支援は？', '菰野町', '「komno」は菰野町として答えます。'],
    ['What does suzka do about ICT?', '鈴鹿市', 'Answering for 鈴鹿市 ("suzka").'],
    ['What does kisozaki do about ICT?', '木曽岬町', 'Answering for 木曽岬町 ("kisozaki").'],
  ])('one clear candidate is answered, saying so first: %s', (question, town, first) => {
    const { answer } = ask(question);
    expect(answer.headline.split('\n')[0]).toBe(first);
    expect(answer.groups.flatMap((group) => group.rows).every((row) => row.areas.includes(town))).toBe(true);
  });

  it('the guess can be taken out: it is a slot of its own', () => {
    const { answer } = ask('すずが市のICTは？');
    expect(answer.understood).toContainEqual({ key: 'place:suzuka', label: '鈴鹿市' });
    expect(shipped.askWithout('すずが市のICTは？', 'place:suzuka').areas.length).toBeGreaterThan(1);
  });

  it.each([['taykiの入退院支援は？'], ['What does tayki share?']])(
    '多気 and 大紀 are both near: the bot asks which, and answers for neither: %s',
    (question) => {
      const { answer, areas } = ask(question);
      expect(answer.intent).toBe('clarify');
      expect(answer.offers).toEqual(['多気町', '大紀町']);
      expect(answer.found).toBe(false);
      expect(areas).toEqual([]);
      expect(answer.groups).toEqual([]);
    },
  );

  it.each([
    ['紀法町の救急は？', ['紀北町', '紀宝町']],
    ['伊加市のICTは？', ['伊勢市', '伊賀市']],
  ])('a name in kanji that is near to several towns is asked back: %s', (question, offers) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('clarify');
    expect([...answer.offers].sort()).toEqual([...offers].sort());
  });

  it.each([['紀法町の救急は？'], ['伊加市のICTは？'], ['鈴加市のICTは？'], ['桑奈市のICTは？']])(
    'a question about a misspelt town is not answered with the list of all towns: %s',
    (question) => {
      expect(ask(question).areas.length).toBeLessThanOrEqual(1);
    },
  );

  // 「たあき」 sounds as 多気 does, and 大紀 is a letter away.
  it('a name that sounds exactly like a town is not answered for its neighbour', () => {
    expect(ask('たあき町のICTは？').answer.headline).not.toContain('大紀町として');
  });

  it.each([
    ['群馬県明和町のICTは？', '群馬県明和町'],
    ['名古屋市のICTは？', '愛知県名古屋市'],
    ['愛知県美浜町の看取りは？', '愛知県美浜町'],
    ['富山県朝日町のACPは？', '富山県朝日町'],
  ])('a town outside the registry is said to be outside, not answered for a namesake: %s', (question, name) => {
    const { answer, areas } = ask(question);
    expect(answer.intent).toBe('outside');
    expect(answer.headline).toBe(`${name}は登録の範囲外です。記録はありません。`);
    expect(areas).toEqual([]);
    expect(answer.groups).toEqual([]);
  });

  it('明和町 without a prefecture, or with 三重県, is the town of the registry', () => {
    for (const question of ['明和町のICTは？', '三重県明和町のICTは？']) {
      expect(ask(question).text).toContain('すずの輪');
    }
  });

  it.each([['札幌市と鈴鹿市のICTを比べて'], ['群馬県明和町と三重県明和町のICTは？']])(
    'an outside town is named as such beside a registered one: %s',
    (question) => {
      expect(ask(question).text).toContain('範囲外');
    },
  );

  it('四日市医師会 is not 四日市市', () => {
    const { answer, turn } = ask('四日市医師会は何をしている？');
    expect(turn.understood.places).toEqual([]);
    expect(answer.understood.map((slot) => slot.label)).toEqual(['四日市医師会']);
    expect(namesIn(answer, null)).toContain('朝日町');
    for (const body of ['鈴鹿中央総合病院', '松阪中央総合病院', '津地区医師会']) {
      expect(ask(`${body}は？`).turn.understood.places, body).toEqual([]);
    }
  });

  it.each([['四日市看護医療大学'], ['四日市羽津医療センター']])('%s is not 四日市市', (body) => {
    expect(ask(`${body}は何をしている？`).turn.understood.places).toEqual([]);
  });
});

describe('design decision 5: nothing is said without a record behind it', () => {
  it('every row of every answer carries source, place and as-of date of a record that stands', () => {
    const { records } = shipped.lookup;
    const known = new Set(
      [...Object.values(records)].flatMap((rows: readonly { id: string }[]) => rows.map((row) => row.id)),
    );
    const titles = new Set(records.sources.map((source) => source.title));
    let rows = 0;
    for (const item of devQuestions) {
      const { answer } = ask(...(item.context ?? []), item.question);
      for (const row of answer.groups.flatMap((group) => group.rows)) {
        rows += 1;
        expect(titles, item.question).toContain(row.source);
        expect(known, item.question).toContain(row.recordId);
        expect(row.place, item.question).not.toBe('');
        expect(row.asOf, item.question).not.toBe('');
        expect(row.areas.length, item.question).toBeGreaterThan(0);
      }
    }
    expect(rows).toBeGreaterThan(2000);
  });

  it('the copied text ends with sources, as-of dates and the disclaimer', () => {
    const { text } = ask('MCSを使っている市町は？');
    expect(text.split('\n').slice(-2)).toEqual([
      '出典: 在宅医療・介護連携に関する市町取組状況調査（令和7年度）（令和7年11月～12月）',
      answerWords.ja.disclaimer,
    ]);
    expect(text).toContain('［鳥羽市の調査票 (1)②取組］');
  });

  it('every town of a list has a row of its own', () => {
    for (const concept of shipped.lookup.dictionary.concepts.values()) {
      const { answer, areas } = ask(`${concept.label}に取り組んでいる市町は？`);
      if (answer.intent !== 'which-areas') continue;
      const shown = new Set(answer.groups.flatMap((group) => group.rows.flatMap((row) => row.areas)));
      for (const area of areas) expect(shown, `${concept.label}: ${area}`).toContain(area);
    }
  });

  it('an empty cell names the sheet that it stands on', () => {
    const { answer } = ask('ICTの欄が空欄の市町は？');
    expect(answer.groups[0]?.rows[0]?.place).toBe('菰野町の調査票 (2)④ICT');
  });

  it.each([
    ['ドローンを使っている市町は？'],
    ['メタバースで研修をしている市町は？'],
    ['鈴鹿市は救急医療情報キットを配布していますか？'],
    ['Which towns use drones?'],
  ])('no record is "no record says so", never "no town does": %s', (question) => {
    const { answer, areas } = ask(question);
    expect(answer.intent).toBe('not-recorded');
    expect(answer.found).toBe(false);
    expect(areas).toEqual([]);
    expect(answer.headline).toMatch(/記載(は|はありません|が)|記載はありません|not (recorded|stated)/);
    expect(answer.notes).toContain(answerWords[answer.language].nothingSaysSo);
    expect(answer.headline).not.toMatch(/0市町|0 of/);
  });

  it('what comes nearest is shown apart, as nearest', () => {
    const { answer } = ask('鈴鹿市は救急医療情報キットを配布していますか？');
    expect(answer.groups.map((group) => group.title)).toEqual(['近い記載']);
  });

  it.each([['まだ提出していない市町は？'], ['鈴鹿市の入退院支援の欄は？'], ['あああ']])(
    'a sentence about what is not recorded says what: %s',
    (question) => {
      expect(ask(question).answer.headline).not.toMatch(/^について|、について/);
    },
  );

  it('an older document is told apart from the survey, and does not count', () => {
    const { answer, areas } = ask('もしバナゲームを使っている市町は？');
    expect(areas).toEqual(['多気町', '大紀町']);
    expect(new Set(namesIn(answer, olderGroup))).toEqual(new Set(['桑名市']));
    const older = answer.groups.find((group) => group.title === olderGroup);
    expect(older?.rows.every((row) => row.asOf.includes('令和3年度'))).toBe(true);
    expect(answer.groups[0]?.rows.every((row) => row.asOf === '令和7年11月～12月')).toBe(true);
  });

  it('asked about one town, the survey comes before an older document', () => {
    const { answer } = ask('桑名市の地域BCPは？');
    expect(answer.groups[0]?.rows[0]?.place).toBe('桑名市の調査票 (2)⑥地域BCP');
  });

  it('a draft is told as a draft', () => {
    expect(ask('北上市の急変時の対応は何点？').answer.notes).toContain(answerWords.ja.draft);
  });

  it('users are not makers: asked who made a tool, only its maker is the answer', () => {
    for (const question of ['これからノートは誰が作った？', 'Who made the Korekara note?']) {
      const { areas, text } = ask(question);
      expect(areas, question).toEqual(['四日市市']);
      expect(text, question).toContain('作成: 四日市医師会');
    }
  });

  it('the row of a user says that the tool is used there and by whom it was made', () => {
    const { answer } = ask('これからノートを使っている市町は？');
    const rows = answer.groups.flatMap((group) => group.rows).filter((row) => row.areas.includes('朝日町'));
    expect(rows.some((row) => /作成: 四日市医師会.*利用/.test(row.text))).toBe(true);
  });

  it.each([
    ['これからノートを作った市町は？', ['朝日町', '菰野町', '川越町']],
    ['くわな入退院の手引きを作った市町は？', ['木曽岬町', '朝日町']],
    ['入退院の手引きを作った市町は？', ['木曽岬町', '朝日町']],
  ])('a town that uses the tool of another is no answer to who made it: %s', (question, users) => {
    const { areas } = ask(question);
    for (const user of users) expect(areas).not.toContain(user);
  });

  // The same as a yes-or-no question.
  it('a user is no 「はい」 to whether it made the tool', () => {
    expect(ask('朝日町はこれからノートを作った？').answer.headline).not.toMatch(/^はい/);
  });

  it('what was understood is shown, and each part of it can be dropped', () => {
    const { answer } = ask('鈴鹿市のICTは？');
    expect(answer.understood.map((slot) => slot.label)).toEqual(['鈴鹿市', 'ICT']);
    expect(shipped.askWithout('鈴鹿市のICTは？', 'place:suzuka').answer.understood.map((slot) => slot.label)).toEqual([
      'ICT',
    ]);
  });

  it.each([
    ['こんにちは', 'ja'],
    ['何ができる？', 'ja'],
    ['hello', 'en'],
  ] as const)('who greets or asks for help is shown questions to try: %s', (question, language) => {
    const { answer } = ask(question);
    expect(answer.intent).toBe('guide');
    expect(answer.offers).toEqual(answerWords[language].examples);
  });

  it.each([['どうですか'], ['教えて'], ['これは？']])(
    'a question that names nothing is shown questions to try: %s',
    (question) => {
      expect(ask(question).answer.offers).toEqual(answerWords.ja.examples);
    },
  );

  it('what stands only among the difficulties is found there, though no difficulty is asked for', () => {
    expect(ask('家で最期を迎える人の気持ちの確かめ方を整えたい市は？').areas).toEqual(['亀山市']);
  });

  it('a desk that is no hub is found among the other records', () => {
    expect(ask('終活の相談窓口を置いた市町は？').areas).toContain('松阪市');
  });

  it('a figure with its counter narrows like any word that the records hold', () => {
    expect(ask('年に6回ほど顔を合わせて運営の会議をする町は？').areas).toEqual(['度会町']);
  });
});
