import { beforeAll, describe, expect, it } from 'vitest';
import { isJapanese, normalize } from '../../src/lookup/normalize.ts';
import { answerWords } from '../../src/words/answers.ts';
import { HOME, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
  ask = shipped.ask;
});

/** The names of the places that a question is taken to be about. */
const placesIn = (question: string): string[] => ask(question).turn.understood.places.map((place) => place.area.name);
const guessesIn = (question: string): (string | null)[] =>
  ask(question).turn.understood.places.map((place) => place.guessed);

describe('texts are compared in one form', () => {
  it.each([
    ['half-width kana is full-width', 'ﾊﾞｲﾀﾙﾘﾝｸ', 'バイタルリンク'],
    ['full-width letters and digits are plain', 'ＩＣＴ２０２５', 'ict2025'],
    ['a capital is a small letter', 'MCS', 'mcs'],
    ['a circled number is a number', '①②', '12'],
    ['quotation marks do not count', '「これからノート」', 'これからノート'],
    ['“quotes” do not count', '“Vital Link”', 'vital link'],
    ['a middle dot does not count', '在宅医療・介護連携', '在宅医療介護連携'],
    ['a half-width middle dot does not count', '在宅医療･介護連携', '在宅医療介護連携'],
    ['zero-width marks do not count', '鈴\u200b鹿\u2060市\ufeff', '鈴鹿市'],
    ['direction marks do not count', '\u202e鈴鹿\u202c', '鈴鹿'],
    ['a soft hyphen does not count', 'MC\u00adS', 'mcs'],
    ['blanks beside Japanese do not count', '津 市　の ICT', '津市のict'],
    ['blanks between Latin words are one', 'Vital   Link', 'vital link'],
    ['line breaks are blanks', 'Vital\r\n\tLink', 'vital link'],
    ['〜 and ～ are ~', '8〜9～10', '8~9~10'],
    ['dashes are hyphens', 'a–b—c−d‐e', 'a-b-c-d-e'],
    ['old forms of characters are the usual ones', '木曾岬 髙﨑 濵 澤 醫', '木曽岬高崎浜沢医'],
    ['ヶ is ケ', '3ヶ月', '3ケ月'],
    ['a curly apostrophe is a straight one', 'town’s', "town's"],
  ])('%s', (_rule, written, compared) => {
    expect(normalize(written)).toBe(compared);
  });

  it('the form of a form is itself', () => {
    for (const statement of shipped.lookup.records.statements) {
      const once = normalize(statement.text);
      expect(normalize(once), statement.id).toBe(once);
    }
  });

  it('菟野 is no spelling of a character but an alias of its town', () => {
    expect(normalize('菟野町')).toBe('菟野町');
    expect(placesIn('菟野町のICTは？')).toEqual(['菰野町']);
    expect(placesIn('木曾岬のICTは？')).toEqual(['木曽岬町']);
  });

  it('a question written half-width finds what one written full-width finds', () => {
    expect(ask('ﾊﾞｲﾀﾙﾘﾝｸを使っている市町は？').areas).toEqual(['鈴鹿市', '亀山市', '津市']);
    expect(ask('ＭＣＳを使っている市町は？').areas).toEqual(ask('MCSを使っている市町は？').areas);
    expect(ask('「MCS」を 使っている\u200b市町は？').areas).toEqual(ask('MCSを使っている市町は？').areas);
  });

  it('a few Japanese names in an English sentence do not make it Japanese', () => {
    expect(isJapanese('Which towns use これからノート as a notebook?')).toBe(false);
    expect(isJapanese('MCSは？')).toBe(true);
    expect(isJapanese('What is ACP?')).toBe(false);
    expect(isJapanese('😀')).toBe(false);
  });
});

// The Latin spellings of lookup.md, section 3, each with its town.
const LATIN: [string, string][] = [
  ['Kuwana', '桑名市'],
  ['KUWANA', '桑名市'],
  ['Kuwana-shi', '桑名市'],
  ['Kisosaki', '木曽岬町'],
  ['Inabe', 'いなべ市'],
  ['Touin', '東員町'],
  ['Yokkaichi', '四日市市'],
  ['Yokkaiti', '四日市市'],
  ['Yokaichi', '四日市市'],
  ['Komono', '菰野町'],
  ['Komono-machi', '菰野町'],
  ['Asahi', '朝日町'],
  ['Kawagoe', '川越町'],
  ['Suzuka', '鈴鹿市'],
  ['Suzuka City', '鈴鹿市'],
  ['Kameyama', '亀山市'],
  ['Tsu', '津市'],
  ['Tsu City', '津市'],
  ['Nabari', '名張市'],
  ['Iga', '伊賀市'],
  ['Matsusaka', '松阪市'],
  ['Matusaka', '松阪市'],
  ['Matsuzaka', '松阪市'],
  ['Taki', '多気町'],
  ['Meiwa', '明和町'],
  ['Odai', '大台町'],
  ['Oodai', '大台町'],
  ['Ohdai', '大台町'],
  ['Ise', '伊勢市'],
  ['Tamaki', '玉城町'],
  ['Minamiise', '南伊勢町'],
  ['Watarai', '度会町'],
  ['Watarai-cho', '度会町'],
  ['Watarai-chou', '度会町'],
  ['Watarai Town', '度会町'],
  ['Taiki', '大紀町'],
  ['Toba', '鳥羽市'],
  ['Shima', '志摩市'],
  ['Sima', '志摩市'],
  ['Owase', '尾鷲市'],
  ['Kihoku', '紀北町'],
  ['Kumano', '熊野市'],
  ['Mihama', '御浜町'],
  ['Kiho', '紀宝町'],
  ['Kihou', '紀宝町'],
];

// Fault: these spellings, some of them official, are not read: a macron or a hyphen cuts the word, and 「oi」 of
// Toin is taken for another key than that of touin.
const UNREAD: [string, string][] = [
  ['Ōdai', '大台町'],
  ['Kihō', '紀宝町'],
  ['Tōin', '東員町'],
  ['Kiso-saki', '木曽岬町'],
];

describe('names of towns', () => {
  it.each(LATIN)('%s is %s, in an English and in a Japanese question, and is no guess', (spelling, town) => {
    for (const question of [`What does ${spelling} do about ICT?`, `${spelling}のICTは？`]) {
      expect(placesIn(question), question).toEqual([town]);
      expect(guessesIn(question), question).toEqual([null]);
    }
  });

  it.each(UNREAD)('%s is %s', (spelling, town) => {
    expect(placesIn(`What does ${spelling} do about ICT?`)).toEqual([town]);
  });

  it('Toin is 東員町 in an English question', () => {
    expect(placesIn('What does Toin do about ICT?')).toEqual(['東員町']);
  });

  it('half of a hyphenated name is not answered for another town', () => {
    expect(placesIn('Kiso-sakiのICTは？')).not.toContain('紀宝町');
  });

  it.each([['Minami-ise'], ['Minami Ise'], ['Minami-Ise']])('%s is 南伊勢町, not 伊勢市', (spelling) => {
    expect(placesIn(`What does ${spelling} do about ICT?`)).toEqual(['南伊勢町']);
  });

  it.each([
    ['スズカ市', '鈴鹿市'],
    ['ｽｽﾞｶ市', '鈴鹿市'],
    ['すずか市', '鈴鹿市'],
    ['鈴鹿', '鈴鹿市'],
    ['三重県鈴鹿市', '鈴鹿市'],
    ['松坂市', '松阪市'],
    ['松坂', '松阪市'],
    ['つ市', '津市'],
    ['ミハマ町', '御浜町'],
    ['こもの町', '菰野町'],
    ['たいき町', '大紀町'],
    ['たき町', '多気町'],
    ['いが市', '伊賀市'],
    ['しま市', '志摩市'],
    ['四日市', '四日市市'],
    ['よっかいち', '四日市市'],
    ['南伊勢', '南伊勢町'],
    ['伊勢', '伊勢市'],
    ['明和', '明和町'],
  ])('%s is %s', (written, town) => {
    expect(placesIn(`${written}のICTは？`)).toEqual([town]);
  });

  it.each([
    ['いなべ', 'いなべ市'],
    ['まつさか', '松阪市'],
  ])('%s is %s, not the town beside its district', (written, town) => {
    expect(placesIn(`${written}のICTは？`)).toEqual([town]);
    expect(ask(`${written}のICTは？`).answer.intent).toBe('detail');
  });

  // Fault: a kana stem of two letters counts only with its 市 (つ市 does), so 「いせの」 names no town.
  it.each([
    ['いせ', '伊勢市'],
    ['とば', '鳥羽市'],
  ])('%s is %s', (written, town) => {
    expect(placesIn(`${written}のICTは？`)).toEqual([town]);
  });

  it('every municipality is found by its name, with and without its prefecture', () => {
    const towns = shipped.lookup.records.areas.filter((area) => area.kind === 'municipality');
    expect(towns).toHaveLength(30);
    for (const { name, prefecture } of towns) {
      expect(placesIn(`${name}の看取りは？`), name).toEqual([name]);
      expect(placesIn(`${prefecture}${name}の看取りは？`), name).toEqual([name]);
    }
  });

  it('a stem after another prefecture is not the town of that name', () => {
    expect(placesIn('群馬県明和のICTは？')).not.toContain('明和町');
    expect(placesIn('三重県明和のICTは？')).toContain('明和町');
  });

  it('the districts and joint bodies are found by their names', () => {
    for (const area of shipped.lookup.records.areas.filter(({ kind }) => kind !== 'municipality')) {
      expect(placesIn(`${area.name}の看取りは？`), area.name).toEqual([area.name]);
    }
    expect(placesIn('坂井地区広域連合の看取りは？')).toEqual(['坂井地区']);
  });

  it.each([['津は？'], ['津のICTは？'], ['津と鈴鹿を比べて'], ['津、鈴鹿のICT'], ['津でMCSは？'], ['では津']])(
    'one-character 津 counts as a word of its own: %s',
    (question) => {
      expect(placesIn(question)).toContain('津市');
    },
  );

  it.each([['津波の対策をしている市町は？'], ['興味津々'], ['会津のICTは？'], ['大津の研修は？']])(
    'one-character 津 does not count inside a longer word: %s',
    (question) => {
      expect(placesIn(question)).not.toContain('津市');
    },
  );

  it('several places are all taken, each once', () => {
    expect(placesIn('津市と鈴鹿市と津市のICTを比べて')).toEqual(['津市', '鈴鹿市']);
  });

  it('〜以外 and "other than" exclude, and say so in what was understood', () => {
    const { turn, answer } = ask('津市以外でMCSを使っている市町は？');
    expect(turn.understood.places.map((place) => place.excluded)).toEqual([true]);
    expect(answer.understood[0]?.label).toBe('津市以外');
    expect(ask('Which towns other than Tsu use MCS?').turn.understood.places[0]?.excluded).toBe(true);
  });

  it('the asker’s own town is no scope: 「鈴鹿市です。…」', () => {
    const { turn, areas } = ask('鈴鹿市です。MCSを使っている市町は？');
    expect(turn.understood.places.map((place) => place.own)).toEqual([true]);
    expect(areas).toHaveLength(6);
  });

  // It ends as 「鈴鹿市です。」 does, which tells where the asker works.
  it('「…は鈴鹿市ですか？」 asks about 鈴鹿市', () => {
    expect(ask('バイタルリンクを使っているのは鈴鹿市ですか？').turn.understood.places[0]?.own).toBe(false);
  });
});

describe('what a question is taken to ask', () => {
  const labels = (question: string, ...dropped: string[]) =>
    (dropped.length > 0 ? shipped.askWithout(question, ...dropped) : ask(question)).answer.understood.map(
      (slot) => slot.label,
    );

  it('each slot can be dropped, and the rest is answered', () => {
    const question = '鈴鹿市のバイタルリンクは？';
    expect(labels(question)).toEqual(['鈴鹿市', 'バイタルリンク']);
    const keys = ask(question).answer.understood.map((slot) => slot.key);
    expect(labels(question, keys[0] ?? '')).toEqual(['バイタルリンク']);
    expect(labels(question, keys[1] ?? '')).toEqual(['鈴鹿市']);
    expect(shipped.askWithout(question, keys[0] ?? '').areas).toEqual(['鈴鹿市', '亀山市', '津市']);
    expect(labels(question, ...keys)).toEqual([]);
  });

  it('a column, a date and a word that no record holds can be dropped as well', () => {
    for (const [question, label] of [
      ['ICTの欄が空欄の市町は？', 'ICTの欄'],
      ['令和8年4月に発行予定のものがある市町は？', '令和8年4月'],
      ['ドローンを使っている市町は？', '「ドローン」（記録にない言葉）'],
    ] as const) {
      const slot = ask(question).answer.understood.find((each) => each.label === label);
      expect(slot, question).toBeDefined();
      expect(labels(question, slot?.key ?? '')).not.toContain(label);
    }
  });

  it('dropping what does not stand in the question changes nothing', () => {
    const question = '鈴鹿市のICTは？';
    expect(shipped.askWithout(question, 'place:tsu', 'term:nonsense').text).toBe(ask(question).text);
  });

  it('AやB: either will do', () => {
    const either = ask('これからノートやエンディングノートがある市町は？').areas;
    for (const alone of ['これからノートがある市町は？', 'エンディングノートがある市町は？']) {
      for (const area of ask(alone).areas) expect(either, area).toContain(area);
    }
    expect(either).toContain('朝日町');
    expect(either).toContain('亀山市');
  });

  it('A or B: either will do', () => {
    expect(ask('Which towns use MCS or Vital Link?').areas).toEqual([
      'いなべ市',
      '東員町',
      '鈴鹿市',
      '亀山市',
      '津市',
      '鳥羽市',
      '熊野市',
      '御浜町',
      '紀宝町',
    ]);
  });

  it('AとB at one place: both are asked for', () => {
    for (const area of ask('ACPと救急の両方に取り組む市町は？').areas) {
      expect(ask('ACPに取り組む市町は？').areas).toContain(area);
    }
  });

  it('what is not meant is not asked for: 「ノート配りじゃなくて」', () => {
    const { turn, answer } = ask('ノート配りじゃなくて、ACPの講座をしている市町は？');
    expect(turn.understood.excluded.map((term) => term.label).join()).toContain('ノート');
    expect(answer.understood.map((slot) => slot.label).join()).not.toContain('ノート');
  });

  it('the same question is always taken alike', () => {
    const once = ask('鈴鹿市以外で、ACPや看取りの研修をしている市町は？').text;
    for (let i = 0; i < 5; i += 1) expect(ask('鈴鹿市以外で、ACPや看取りの研修をしている市町は？').text).toBe(once);
  });

  it('synonyms of the field are one: ACP＝人生会議＝アドバンス・ケア・プランニング, ケアマネ＝介護支援専門員', () => {
    const acp = ask('ACPに取り組んでいる市町は？').areas;
    expect(ask('人生会議に取り組んでいる市町は？').areas).toEqual(acp);
    expect(ask('アドバンス・ケア・プランニングに取り組んでいる市町は？').areas).toEqual(acp);
    expect(ask('ケアマネの研修をしている市町は？').areas).toEqual(ask('介護支援専門員の研修をしている市町は？').areas);
    expect(ask('メディカルケアステーションを使っている市町は？').areas).toEqual(ask('MCSを使っている市町は？').areas);
    expect(ask('救急キットを配っている市町は？').areas).toEqual(ask('救急医療情報キットを配っている市町は？').areas);
  });

  it('エンディングノート is a neighbour of ACP, no synonym', () => {
    expect(ask('エンディングノートがある市町は？').areas).not.toEqual(ask('ACPに取り組んでいる市町は？').areas);
  });
});

describe('who says nothing, who is left out, and what a bracket says', () => {
  it('towns that write nothing of a thing are those of whom no record names it, counted with the others', () => {
    const silent = ask('救急医療情報キットのことを書いていない市町は？');
    const told = ask('救急医療情報キットの言葉が出てくる市町は？');
    expect(silent.areas).toHaveLength(HOME - told.areas.filter((name) => !silent.areas.includes(name)).length);
    expect(silent.areas).toContain('木曽岬町');
    expect(silent.areas).not.toContain('明和町');
    expect(silent.text).toContain(answerWords.ja.nothingSaysSo);
  });

  it('who says nothing is looked for among the towns of the region that was named', () => {
    const { areas } = ask('北勢の市町で、救急医療情報キットの話が出てこないのは？');
    expect(areas).toContain('亀山市');
    expect(areas).not.toContain('津市');
  });

  it('what is said of the last of several towns holds for all of them: 「いなべ市と東員町以外」', () => {
    expect(ask('いなべ市と東員町以外でMCSを使っている市町は？').areas).not.toContain('いなべ市');
    expect(ask('いなべ市と東員町以外でMCSを使っている市町は？').areas).toContain('鳥羽市');
  });

  it('a bracket that explains does not narrow; one that gives the document’s own word does', () => {
    expect(ask('エンディングノートの話を書いている市町は？（自作でも市販でも）').areas).toEqual(
      ask('エンディングノートの話を書いている市町は？').areas,
    );
    expect(ask('Which towns have a sheet for wishes (ACPプランニングシート)?').areas).toContain('桑名市');
  });

  it('a name in quotation marks is looked for letter by letter', () => {
    const { areas } = ask('「医療と介護の連携シート」を使ってる市町');
    expect(areas).toContain('四日市市');
    expect(areas).not.toContain('桑名市');
  });

  it('the first of several hubs is found by its date', () => {
    expect(ask('連携拠点の設置が一番早かったのはどこの市町？').areas).toEqual(['桑名市']);
  });
});

describe('what the towns should lack, and what was only likened', () => {
  it('a second clause that denies leaves out the towns that have it', () => {
    expect(ask('これからノートは挙げてるけど「わたしの気持ち」は挙げてない町は？').areas).toEqual(['朝日町', '川越町']);
    const noted = ask('Which towns use an ending note?').areas;
    const lacking = ask('Which towns use an ending note but do not use バイタルリンク?');
    expect(lacking.areas.length).toBeLessThan(noted.length);
    expect(noted).toEqual(expect.arrayContaining(lacking.areas));
    expect(lacking.turn.answer.understood.map((slot) => slot.label)).toContain('no バイタルリンク');
  });

  it('what should be lacking can be dropped like any other part of the understanding', () => {
    const { turn } = ask('バイタルリンクは使ってるけどMCSは使ってない市は？');
    expect(turn.answer.understood.map((slot) => slot.key)).toHaveLength(2);
  });

  it('a likeness describes what follows and is not asked for itself', () => {
    expect(ask('命のバトンみたいなキットを使っている市町は？').areas).toEqual(ask('キットを使っている市町は？').areas);
  });

  it('what only colours a word that is not meant is not itself taken away', () => {
    expect(ask('介護の学校じゃなくて看護の大学と組んでいる市は？').areas).toEqual(['四日市市']);
  });

  it('“instead of” names what is not meant', () => {
    expect(ask('Which towns made an ending note instead of a ready-made one?').turn.understood.excluded).toHaveLength(
      1,
    );
  });

  it('a later month in the same conversation asks the same of that month, in the same year', () => {
    expect(ask('令和8年3月に予定がある市町は？', 'じゃあ2月は？').areas).toContain('亀山市');
  });
});
