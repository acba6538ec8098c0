import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const { noDay, noContact, points } = answerWords.ja;

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ask = (await openShippedLookup()).ask;
});

describe('what is asked for and stands in no record is named', () => {
  it('a day', () => {
    const { text } = ask('四日市の堀ちえみさんの講演会はいつあった？');
    expect(text).toContain(noDay);
    expect(text).toContain('普及啓発シンポジウム');
  });

  it('whom to contact, and not where somebody is recorded', () => {
    expect(ask('鳥羽市のMCSの連絡先は？').text).toContain(noContact);
    expect(ask('四日市市の「わたしの気持ち」の連絡先は？').text).not.toContain(noContact);
  });

  it('a telephone number: not the hub itself is said to be unrecorded', () => {
    const { answer, text } = ask('いなべ市の連携拠点の電話番号は？');
    expect(answer.found).toBe(false);
    expect(text).toContain('連携拠点の電話番号についての記載はありません');
    expect(ask("What is Inabe's hub?", 'its phone number?').text).toContain('the telephone number of 連携拠点');
  });

  it.each([
    ['松阪のもめんノートは有料？', '金額'],
    ['鈴鹿市長の名前は？', '首長の名前'],
  ])('whether it costs something, who the mayor is: %s', (question, lacking) => {
    const { answer, text } = ask(question);
    expect(answer.found).toBe(false);
    expect(text).toContain(`${lacking}についての記載はありません`);
  });

  it('a number to call is not missed where offices meet', () => {
    expect(ask('Which departments meet regularly in Yokkaichi?').text).not.toContain(answerWords.en.noContact);
  });

  it('a rating in points of a town that has none', () => {
    const { answer, text } = ask('桑名市は５段階評価で何点？');
    expect(answer.found).toBe(false);
    expect(text).toContain(points);
  });
});

describe('a figure that is asked for is told', () => {
  it('though the question ends like one for towns', () => {
    expect(ask('紀南の看取りをテーマにした研修会は全部で何回やったん').answer.number).toBe(10);
  });

  it.each([
    ['第9期計画の出前講座、参加人数の計画はR6からR8までで何人増える？', 40],
    ['R3からR5までの出前講座の参加人数、どれだけ減った？', 227],
  ])('as the difference between the ends of a range: %s', (question, number) => {
    expect(ask(question).answer.number).toBe(number);
  });

  it('of every measure that the question leaves open, planned and actual alike', () => {
    const { answer, text } = ask('普及啓発イベントのR4の実績とR6の計画の差は？');
    expect(answer.number).toBeNull();
    expect(text).toContain('差 0回');
    expect(text).toContain('差 700人');
  });

  it('with all years that share the highest', () => {
    expect(ask('出前講座の開催回数、計画が一番多い年は？').text).toContain('令和6年度・令和7年度・令和8年度');
  });

  it('by the year before or after the one that was asked about, of the same measure', () => {
    const former = ['R7の出前講座の計画回数は？', '参加人数は？'] as const;
    expect(ask(...former, 'じゃあ前の年は？').answer.number).toBe(300);
    expect(ask(...former, 'じゃあ次の年は？').answer.number).toBe(340);
    expect(ask('How many participants are planned for 出前講座 in FY2025?', 'and the year before?').answer.number).toBe(
      300,
    );
  });
});

describe('another tool named after a list of who uses one', () => {
  it.each([
    ['バイタルリンクを使っている市町は？', 'じゃあすずの輪は？'],
    ['Which towns use Vital Link?', 'how about すずの輪?'],
  ])('is asked of all towns: %s %s', (first, next) => {
    expect(ask(first, next).areas).toEqual(['松阪市', '明和町']);
  });
});

it('what two towns have in common is asked of both', () => {
  const { answer, text } = ask('朝日町と川越町、困っていることで共通してるのは？');
  expect(answer.intent).toBe('compare');
  expect(text.match(/これからノート/g)?.length).toBeGreaterThanOrEqual(2);
});

describe('of one town a question by the sense of a column is answered', () => {
  it('from what it finds hard', () => {
    const { answer } = ask('明和町が困難に感じてることって何でしょうか');
    expect(answer.groups[0]?.rows[0]?.text).toContain('気軽に相談できる医師が減った');
    expect(answer.groups.flatMap(({ rows }) => rows).length).toBeLessThanOrEqual(2);
  });

  it('from the improvements of its evaluation before its other parts', () => {
    const { answer } = ask('北上の入退院支援の評価は？', '改善点は何て書いてある？');
    const [first, second, third] = answer.groups[0]?.rows ?? [];
    for (const row of [first, second, third]) expect(row?.text).toMatch(/改善・見直し\(A\)【入退院支援】/);
  });

  it('from the record that tells who runs it', () => {
    const { answer } = ask('Is the Nabari community support center run directly by the city?');
    expect(answer.groups[0]?.rows[0]?.text).toContain('直営');
  });
});

it('a question in rōmaji is answered in Japanese, whatever English words stand in it', () => {
  expect(ask('kisosaki no ACP sheet doko ni aru?').turn.understood.language).toBe('ja');
});
