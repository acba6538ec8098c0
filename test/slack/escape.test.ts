import { describe, expect, it } from 'vitest';
import { asLetters, escaped, shorten, shortenThen, split, unescaped } from '../../src/slack/escape.ts';
import { faultsOf } from '../../src/slack/referee.ts';

const family = '👨‍👩‍👧‍👦'; // one character of eleven units
const lone = /\p{Surrogate}/u;

describe('text that people wrote', () => {
  it('is escaped in exactly three signs, and comes back as it was', () => {
    expect(escaped(`<!channel> & "it's" *x*`)).toBe(`&lt;!channel&gt; &amp; "it's" *x*`);
    for (const text of ['&lt;', '&amp;lt;', '<@U1>', '&', '']) expect(unescaped(escaped(text))).toBe(text);
  });

  it('as letters it neither mentions, links, formats, quotes nor smiles', () => {
    const hostile =
      '> <!channel> *太字*です _x_ ~y~ `z` :smile: https://evil.example/ <https://a.example|見た目> mailto:a@b.jp';
    const shown = asLetters(hostile);
    expect(shown).not.toMatch(/[*_~`](?!\u2060)|(?<!\u2060)[*_~`]/);
    expect(shown).not.toMatch(/^&gt;|:smile:|https:\/\/|mailto:a/m);
    expect(faultsOf('message', { text: shown })).toEqual([]);
    expect(unescaped(shown).replaceAll('\u2060', '')).toBe(hostile);
  });

  it('as letters a time and an ordinary sentence stay as they are', () => {
    expect(asLetters('10:30:45から、桑名市：3回（前年比+1）')).toBe('10:30:45から、桑名市：3回（前年比+1）');
  });
});

describe('shortening', () => {
  it('leaves what fits alone, and says with … that something is missing', () => {
    expect(shorten('桑名市', 3)).toBe('桑名市');
    expect(shorten('桑名市と', 3)).toBe('桑名…');
    expect(shorten('桑名 市と', 4)).toBe('桑名…');
  });

  it('never cuts within a character', () => {
    for (let most = 1; most < 30; most += 1) {
      const short = shorten(`あ${family}が\u0301\u{20BB7}野家👍🏽です`, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(short).not.toMatch(lone);
      expect(short).not.toMatch(/\u200D…|👨…|👍…$/u);
    }
  });

  it('comes before escaping: no entity is cut, and the limit holds after it', () => {
    const text = '&<>'.repeat(100);
    for (const form of [escaped, asLetters]) {
      const short = shortenThen(text, 50, form);
      expect(short.length).toBeLessThanOrEqual(50);
      expect(short.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&;]/);
    }
  });
});

describe('splitting', () => {
  it('cuts after a line break, else after 。, else between characters, and loses nothing', () => {
    expect(split('一行目\n二行目。三', 6)).toEqual(['一行目\n', '二行目。三']);
    expect(split('一つ。二つ。三つ', 7)).toEqual(['一つ。二つ。', '三つ']);
    expect(split('あいうえお', 2)).toEqual(['あい', 'うえ', 'お']);
    expect(split('', 5)).toEqual([]);
  });

  it('keeps characters whole at every limit', () => {
    const text = `${'あ'.repeat(7)}${family.repeat(3)}\u{20BB7}${'い'.repeat(5)}`;
    for (let most = 12; most < 40; most += 1) {
      const parts = split(text, most);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(most);
        expect(part).not.toMatch(lone);
        expect(part).not.toMatch(/^\u200D|\u200D$/);
      }
    }
  });

  it('ends even where one character is longer than a part', () => {
    const text = `a${'\u0301'.repeat(5000)}`;
    const parts = split(text, 1000);
    expect(parts.join('')).toBe(text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(1000);
    for (const part of split('\u{1F468}\u200D'.repeat(1000), 7)) expect(part).not.toMatch(lone);
  });

  it('splits 200,000 characters at once', () => {
    const began = performance.now();
    expect(split('あ'.repeat(200_000)).length).toBe(67);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
