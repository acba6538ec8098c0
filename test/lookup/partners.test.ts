import { beforeAll, describe, expect, it } from 'vitest';
import { answerWords } from '../../src/words/answers.ts';
import { namesIn, openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('who works together with a town', () => {
  it.each([
    ['桑名市と共同でやっている町は？', ['木曽岬町']],
    ['桑名と一緒にやってる市町', ['木曽岬町']],
    ['which towns work together with Kuwana?', ['木曽岬町']],
    ['いなべ市と合同で取り組んでいる市町は？', ['東員町']],
    ['Which municipalities cooperate with Inabe City?', ['東員町']],
    ['東員町と連携してやっているところは？', ['いなべ市']],
    ['伊勢市と一緒に拠点を設置している町は？', ['玉城町', '南伊勢町', '度会町']],
    ['大台町と協働している町は？', ['松阪市', '多気町', '明和町']],
  ])(
    'the partner is not the place to look in; who names it, or whom it names, is the answer: %s',
    (question, towns) => {
      expect(ask(question).areas).toEqual(towns);
    },
  );

  it('is counted out of the other towns, with the records that say so', () => {
    const { answer } = ask('桑名市と共同でやっている町は？');
    expect(answer.headline).toContain('ほかの28市町のうち1市町です。（記載なし 27）');
    expect(new Set(namesIn(answer, null))).toEqual(new Set(['木曽岬町']));
  });

  it('where nobody says so, that is the answer', () => {
    const { answer, areas } = ask('四日市市と一緒にやっている市町');
    expect(areas).toEqual([]);
    expect(answer.headline).toContain('四日市市と共同で行っていること');
    expect(answer.notes).toContain(answerWords.ja.nothingSaysSo);
  });

  it('joint work on something else is shown as the nearest, not as the answer', () => {
    const { answer, areas } = ask('いなべ市と合同でエンディングノートを作っている市町は？');
    expect(areas).toEqual([]);
    expect(namesIn(answer, answerWords.ja.nearest)).toContain('東員町');
  });

  it('a town beside which nobody is asked for stays the place to look in', () => {
    expect(ask('桑名市が医師会と共同でやっていることは？').answer.headline).not.toContain('ほかの28市町');
  });
});
