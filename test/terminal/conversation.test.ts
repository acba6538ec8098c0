import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { Conversation } from '../../src/terminal/conversation.ts';
import type { AskReply } from '../../src/terminal/reply.ts';
import { scriptedAsker } from './scripted-asker.ts';

function start(reply: Partial<AskReply> | (() => Partial<AskReply>) = {}) {
  const { asker, requests } = scriptedAsker(() => (typeof reply === 'function' ? reply() : reply));
  const said: string[] = [];
  const conversation = new Conversation(
    asker,
    (text) => said.push(text),
    createLog('error', () => {}),
  );
  const asked = () => requests.map((request) => request.conversation);
  return { conversation, said, asked };
}

const UNDERSTOOD = [
  { key: 'place:tsu', label: '津市' },
  { key: 'term:ict', label: 'ICT' },
];

describe('a conversation in the terminal', () => {
  it('shows how a question was understood, numbered, before the answer', async () => {
    const { conversation, said } = start({ understood: UNDERSTOOD });
    await conversation.take('津市のICTは？');
    expect(said[0]).toMatch(/^［理解］1 津市 × 2 ICT\n[^\n]*1を外す[^\n]*\n答: 津市のICTは？\n\n$/);
    await conversation.take('津市のICTは？');
    expect(said[1]).not.toContain('1を外す');
  });

  it('takes each question in the light of those before it', async () => {
    const { conversation, asked } = start();
    await conversation.take('津市のICTは？');
    await conversation.take('鈴鹿は？');
    expect(asked()[1]?.map(({ question }) => question)).toEqual(['津市のICTは？', '鈴鹿は？']);
  });

  it.each([
    ['1を外す', ['place:tsu']],
    ['２を外して', ['term:ict']],
    ['1と2を外す', ['place:tsu', 'term:ict']],
    ['drop 2', ['term:ict']],
    ['Drop 1, 2', ['place:tsu', 'term:ict']],
  ])('asks the same again without what was taken out: %s', async (line, dropped) => {
    const { conversation, asked } = start({ understood: UNDERSTOOD });
    await conversation.take('前の質問');
    await conversation.take('津市のICTは？');
    await conversation.take(line);
    expect(asked()[2]).toEqual([{ question: '前の質問' }, { question: '津市のICTは？', dropped }]);
  });

  it('takes out one thing after another', async () => {
    const understood = [...UNDERSTOOD];
    const { conversation, asked } = start(() => ({ understood: [...understood] }));
    await conversation.take('津市のICTは？');
    understood.shift();
    await conversation.take('1を外す');
    await conversation.take('1を外す');
    expect(asked()[2]).toEqual([{ question: '津市のICTは？', dropped: ['place:tsu', 'term:ict'] }]);
  });

  it('says so when there is nothing of that number, in the language it was asked in', async () => {
    const { conversation, said, asked } = start({ understood: UNDERSTOOD });
    await conversation.take('1を外す');
    expect(said[0]).toContain('外せるものはありません');
    await conversation.take('津市のICTは？');
    await conversation.take('3を外す');
    await conversation.take('drop 9');
    expect(said[2]).toContain('1から2まで');
    expect(said[3]).toContain('There is no 9');
    expect(asked()).toHaveLength(1);
  });

  it('asks what was offered under the number typed', async () => {
    const offers = [
      { label: '紀北町', question: '紀北町' },
      { label: '紀宝町', question: '紀宝町' },
    ];
    const { conversation, said, asked } = start({ offers });
    await conversation.take('きほうのICTは？');
    expect(said[0]).toContain('  1. 紀北町\n  2. 紀宝町\n');
    await conversation.take('２');
    expect(asked()[1]?.map(({ question }) => question)).toEqual(['きほうのICTは？', '紀宝町']);
    await conversation.take('5');
    expect(said[2]).toContain('1から2まで');
  });

  it('takes a number for a question where nothing was offered', async () => {
    const { conversation, asked } = start();
    await conversation.take('29');
    expect(asked()[0]).toEqual([{ question: '29' }]);
  });

  it.each(['終了', 'exit', 'EXIT', '終わり', 'quit', 'ｅｘｉｔ'])('ends at 「%s」', async (line) => {
    const { conversation, asked } = start();
    expect(await conversation.take('')).toBe(true);
    expect(await conversation.take(line)).toBe(false);
    expect(asked()).toEqual([]);
  });

  it('survives an answer that fails, and tells a reference instead of the error', async () => {
    const { conversation, said } = start(() => {
      throw new Error('秘密');
    });
    expect(await conversation.take('津市')).toBe(true);
    expect(said[0]).toMatch(/受付番号 [0-9A-F]{6}/);
    expect(said[0]).not.toContain('秘密');
  });

  it('speaks English where the question does', async () => {
    const { conversation, said } = start({ language: 'en', understood: UNDERSTOOD });
    await conversation.take('ICT in Tsu?');
    expect(said[0]).toContain('［Understood as］1 津市');
    expect(said[0]).toContain('drop 1');
  });
});
