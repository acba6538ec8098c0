import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ask = (await openShippedLookup()).ask;
});

describe('Japanese in Latin letters is read as Japanese', () => {
  it.each([
    ['minsei iin to joho kyoyu shiteru machi doko?', '民生委員と情報共有してる町どこ？'],
    ['shōbōsho to kenshū shiteru tokoro wa doko desu ka', '消防署と研修してるところはどこですか'],
    ['kyuukyuu kit kubatteru machi doko', '救急kit配ってる町どこ'],
    ['taburetto tsukatteru no wa doko?', 'タブレット使ってるのはどこ？'],
    ['Eiga no joei shita no wa doko', '映画の上映したのはどこ'],
  ])('%s', (latin, japanese) => {
    expect(ask(latin).areas).toEqual(ask(japanese).areas);
    expect(ask(latin).areas.length).toBeGreaterThan(0);
  });

  it('names of towns stay names of towns', () => {
    const { turn } = ask('Shima to Toba wa nani wo kubatteru?');
    expect(turn.understood.places.map((place) => place.area.name)).toEqual(['志摩市', '鳥羽市']);
  });

  it('an English question is left as it is, Japanese words in it and all', () => {
    for (const question of [
      'Which towns work with minsei iin?',
      'Who made a note to be handed out?',
      'Dare I ask who?',
    ])
      expect(ask(question).turn.understood.language).toBe('en');
  });
});

describe('who uses what another made', () => {
  it('is asked by 「…が作った〜を使っている」: the maker is not among the answers', () => {
    expect(ask('桑名の医師会が作った手引きを使っている町は？').areas).toContain('朝日町');
    expect(ask('桑名の医師会が作った手引きを使っている町は？').areas).not.toContain('桑名市');
  });
});
