import { beforeAll, describe, expect, it } from 'vitest';
import { countsIn, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
  ask = shipped.ask;
});

const rowAreas = (told: ReturnType<ShippedLookup['ask']>) =>
  new Set(told.answer.groups.flatMap((group) => group.rows.flatMap((row) => row.areas)));

describe('a conversation in Japanese', () => {
  it('そのうち asks among the towns just listed, and they are the denominator', () => {
    const first = ask('直営の連携拠点がある市町は？');
    expect(first.areas).toEqual(['木曽岬町', '鈴鹿市', '亀山市', '伊賀市', '志摩市']);
    const { areas, answer } = ask('直営の連携拠点がある市町は？', 'そのうちバイタルリンクを使っているのは？');
    expect(areas).toEqual(['鈴鹿市', '亀山市']);
    expect(countsIn(answer.headline)).toEqual({ total: 5, doing: 2, planned: 0, none: 0, silent: 3 });
  });

  it('a town that is not clear, or lies elsewhere, is not answered for the towns before', () => {
    const before = 'いなべと桑名のICTを比べて';
    expect(ask(before, '鈴賀市のACPは？').answer).toMatchObject({ intent: 'clarify', offers: ['鈴鹿市', '伊賀市'] });
    expect(ask(before, '川崎市のACPは？').answer.intent).toBe('outside');
  });

  it('a town spelt wrongly is seen as such, though nothing but 「は？」 follows it', () => {
    expect(ask('鈴賀市は？').answer).toMatchObject({ intent: 'clarify', offers: ['鈴鹿市', '伊賀市'] });
    expect(ask('紀豊町は？').answer).toMatchObject({ intent: 'clarify', offers: ['紀北町', '紀宝町'] });
    const { answer } = ask('桑奈市は？');
    expect(answer.headline).toContain('桑名市として答えます');
    expect(answer.understood.map(({ label }) => label)).toEqual(['桑名市']);
    expect(ask('バイタルリンクを使っている市は？').answer.intent).toBe('which-areas');
  });

  it('what holds no word goes on from nothing', () => {
    expect(ask('いなべと桑名のICTを比べて', '😀😀😀').answer.intent).toBe('guide');
    expect(ask('いなべと桑名のICTを比べて', '？').answer.intent).toBe('guide');
  });

  // Fault: a new condition of middle weight need not be met; the towns stay because of the old one.
  it('what そのうち adds must be said by a record of each town', () => {
    const { areas, answer } = ask('MCSを使っている市町は？', 'そのうち研修をしている市町は？');
    const trained = answer.groups
      .flatMap((group) => group.rows)
      .filter((row) => /研修|研究会|勉強会|講座/.test(row.text))
      .flatMap((row) => row.areas);
    expect(areas.filter((area) => !trained.includes(area))).toEqual([]);
  });

  it('では鈴鹿は？ asks the same of another place', () => {
    const told = ask('四日市市の連携拠点は？', 'では鈴鹿は？');
    expect(told.answer.understood.map((slot) => slot.label)).toEqual(['鈴鹿市', '連携拠点']);
    expect(rowAreas(told)).toEqual(new Set(['鈴鹿市']));
    expect(told.text).toContain('すずらん');
    expect(told.text).not.toContain('つなぐ');
  });

  it('その連絡先は？ asks for the contact of what was just told', () => {
    const told = ask('木曽岬町のICTは？', 'その連絡先は？');
    expect(told.answer.intent).toBe('get');
    expect(told.text).toContain('TEL 0567-68-8183');
    expect(rowAreas(told)).toEqual(new Set(['木曽岬町']));
  });

  it('two steps back: the place of the second question, the subject of the first', () => {
    const told = ask('四日市市の連携拠点は？', 'では鈴鹿は？', 'その連絡先は？');
    expect(told.answer.understood.map((slot) => slot.label)).toEqual(['鈴鹿市', '連携拠点']);
  });

  it('a new subject is asked of the same place', () => {
    const told = ask('鈴鹿市のACPは？', '伊勢は？', 'ICTは？');
    expect(told.answer.understood.map((slot) => slot.label)).toEqual(['伊勢市', 'ICT']);
    expect(rowAreas(told)).toEqual(new Set(['伊勢市']));
  });

  it.each([
    ['町だけ', ['東員町', '御浜町', '紀宝町']],
    ['町だけに絞って', ['東員町', '御浜町', '紀宝町']],
    ['市は抜いて', ['東員町', '御浜町', '紀宝町']],
    ['市だけに絞って', ['いなべ市', '鳥羽市', '熊野市']],
  ])('%s narrows the list', (narrowing, wanted) => {
    const { areas, answer } = ask('MCSを使っている市町は？', narrowing);
    expect(areas).toEqual(wanted);
    expect(countsIn(answer.headline)?.doing).toBe(3);
  });

  it('a row of a joint record names only the towns that are left', () => {
    const rows = ask('MCSを使っている市町は？', '町だけ').answer.groups.flatMap((group) => group.rows);
    expect(rows.flatMap((row) => row.areas)).not.toContain('熊野市');
    expect(rows.map((row) => row.areas.join('・'))).toContain('御浜町・紀宝町');
  });

  it('表にして makes a table of the list, one line a town', () => {
    const told = ask('ACPシートを共有している市町は？', '町だけ', '表にして');
    expect(told.answer.table?.columns).toEqual(['市町', '名称', '種類', '入手先・問合せ先']);
    expect(told.answer.table?.rows.map((row) => row[0])).toEqual([
      '木曽岬町',
      '菰野町',
      '玉城町',
      '南伊勢町',
      '度会町',
    ]);
    expect(told.answer.table?.rows.every((row) => row.length === 4)).toBe(true);
    expect(told.answer.table?.rows[1]?.[1]).toBe('わたしの気持ちシート');
  });

  // Fault: two named places are compared before the wish for a table is looked at.
  it.fails('表にして after a comparison makes a table of it', () => {
    expect(ask('津市と鈴鹿市のICTを比べて', '表にして').answer.table).not.toBeNull();
  });

  it('ほかには？ leaves out the towns already listed', () => {
    const { areas } = ask('ACPシートを共有している市町は？', 'ほかには？');
    for (const listed of ask('ACPシートを共有している市町は？').areas) expect(areas).not.toContain(listed);
  });

  it('なぜ…入っていないの？ is answered from the records of that town', () => {
    const told = ask('ICTの欄が空欄の市町は？', 'なぜ鈴鹿市は入っていないの？');
    expect(told.answer.groups.flatMap((group) => group.rows).every((row) => row.areas.includes('鈴鹿市'))).toBe(true);
  });

  it('いつ時点？ names document and as-of date of what was told', () => {
    expect(ask('MCSを使っている市町は？', 'いつ時点？').answer.headline).toContain('令和7年11月～12月時点');
  });

  it('a question that says all it needs begins anew', () => {
    const whole = 'どの市町がMCSを使っていますか？';
    expect(ask('鈴鹿市のICTは？', whole).areas).toEqual(ask(whole).areas);
    expect(ask(whole).areas).toHaveLength(6);
  });

  // The commonest form 「…市町は？」 ends as 「では…は？」 does, yet it names whom it asks about: all the towns.
  it.each([['MCSを使っている市町は？'], ['バイタルリンクを使っている市町は？'], ['地域BCPを作成している市町は？']])(
    '「…市町は？」 after a question about one town asks all towns: %s',
    (question) => {
      expect(ask('鈴鹿市のACPは？', question).areas).toEqual(ask(question).areas);
    },
  );

  // Fault: 「いくつ？」 after a list of towns gives a figure from one of its records (200 registered users).
  it.each([
    ['MCSを使っている市町は？', 'いくつ？'],
    ['Which towns use MCS?', 'How many?'],
  ])('how many after a list counts its towns: %s %s', (list, count) => {
    expect(ask(list, count).answer.number).toBe(6);
  });

  it('without the former turn nothing is left of it', () => {
    const alone = ask('その連絡先は？');
    expect(alone.turn.understood.places).toEqual([]);
    expect(alone.text).not.toContain('木曽岬町地域包括支援センター TEL');
  });

  it('a conversation leaves the lookup as it was: the same question is answered alike afterwards', () => {
    const before = ask('バイタルリンクを使っている市町は？').text;
    ask('MCSを使っている市町は？', '町だけ', 'その連絡先は？', '表にして');
    expect(ask('バイタルリンクを使っている市町は？').text).toBe(before);
  });
});

describe('a conversation in English', () => {
  it('"And Tsu?" asks the same of another place', () => {
    const told = ask('What does Suzuka do about ICT?', 'And Tsu?');
    expect(told.answer.language).toBe('en');
    expect(told.answer.understood.map((slot) => slot.label)).toEqual(['津市', 'ICT']);
    expect(rowAreas(told)).toEqual(new Set(['津市']));
  });

  it('"and in Mihama?" asks a list’s subject of one town', () => {
    const told = ask('Which towns use MCS?', 'and in Mihama?');
    expect(told.answer.understood.map((slot) => slot.label)).toEqual(['御浜町', 'MCS（メディカルケアステーション）']);
    expect(told.text).toContain('御浜町');
  });

  it('"What is the contact?" asks for the contact of what was just told', () => {
    const told = ask('What does Kisosaki do about ICT?', 'What is the contact?');
    expect(told.answer.intent).toBe('get');
    expect(told.text).toContain('TEL 0567-68-8183');
  });

  it('"Which of those" asks among the towns just listed', () => {
    const { areas, answer } = ask('Which towns use MCS?', 'Which of those distribute an emergency kit?');
    expect(areas).toEqual(['熊野市', '御浜町', '紀宝町']);
    expect(countsIn(answer.headline)?.total).toBe(6);
  });

  it('"Make it a table" makes a table of the list, with English headings', () => {
    const { answer } = ask('Which municipalities share an ACP sheet?', 'Make it a table');
    expect(answer.table?.columns).toEqual(['municipality', 'name', 'kind', 'access']);
    expect(answer.table?.rows).toHaveLength(8);
  });

  it('"share" is no subject of its own: it is not told as one', () => {
    const { answer } = ask('What does Tsu share with hospitals?');
    expect(answer.understood.map(({ label }) => label)).toEqual(['津市', '病院']);
  });

  it('the table holds what was asked for, not every tool of the towns', () => {
    const { answer } = ask('Which municipalities share an ACP sheet?', 'Make it a table');
    const komono = answer.table?.rows.find((row) => row[0] === '菰野町');
    expect(komono?.[1]).toBe('わたしの気持ちシート');
  });

  it('"Only the towns, not the cities" narrows the list', () => {
    expect(ask('Which towns use MCS?', 'Only the towns, not the cities').areas).toEqual(['東員町', '御浜町', '紀宝町']);
  });

  // Fault: the language is read off each question alone; one with a Japanese name and few words passes for Japanese.
  it('a short question of an English conversation is answered in English', () => {
    expect(ask("What is Kitakami's maturity rating for 看取り?", 'and 急変時の対応?').answer.language).toBe('en');
  });
});
