import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('names of people', () => {
  it.each([
    ['堀ちえみさんを講師に呼んだのはどこ', ['四日市市']],
    ['堀ちえみを呼んだ市は？', ['四日市市']],
    ['良雪先生の講演をした町', ['多気町']],
    ['武田教授を呼んだのは？', ['明和町']],
    ['講師の孫先生を呼んだ市町', ['桑名市', '木曽岬町']],
    ['孫大輔先生の講演会をやったのは？', ['桑名市', '木曽岬町']],
    ['孫大輔氏を招いたのは？', ['桑名市', '木曽岬町']],
    ['Which town invited Dr. Son as a lecturer?', ['桑名市', '木曽岬町']],
  ])('a title is no part of a name, and a name of kanji and kana is one: %s', (question, towns) => {
    expect(ask(question).areas).toEqual(towns);
  });

  it.each([
    ['山田太郎さんを講師に呼んだのはどこ'],
    ['山田太郎を講師に呼んだ市町は？'],
    ['Which town invited Mr. Tanaka as a lecturer?'],
  ])('a name that no record holds is not answered with other lecturers: %s', (question) => {
    const { answer, areas, text } = ask(question);
    expect(areas).toEqual([]);
    expect(answer.found).toBe(false);
    expect(text).toMatch(/山田太郎|tanaka/);
  });

  it.each([
    ['看護師さん向けの研修をしている市町は？', '四日市市'],
    ['お医者さんの団体に拠点を任せている市町は？', '桑名市'],
  ])('what people are called by their work is no name: %s', (question, town) => {
    expect(ask(question).areas).toContain(town);
  });

  it('a name can be dropped from the question like any other word', async () => {
    const { askWithout } = await openShippedLookup();
    expect(askWithout('山田太郎さんを講師に呼んだのはどこ', 'unknown:山田太郎').areas.length).toBeGreaterThan(1);
  });
});
