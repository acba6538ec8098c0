import { beforeAll, describe, expect, it } from 'vitest';
import { answerFiles } from '../../commands/answer-files.ts';
import { answerMessage } from '../../src/slack/answer-view.ts';
import { openShippedLookup, type ShippedLookup } from '../lookup/shipped-lookup.ts';

let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
});

const shown = (answer: ReturnType<ShippedLookup['ask']>['answer']) =>
  answerMessage({ answer, id: 'q1', offers: [], language: 'ja', alone: true });

it('the name of a table is what it is about and how long it is, since the conclusion stands above it', () => {
  const { answer } = shipped.ask('バイタルリンクを使っている市町は？');
  const table = shown(answer).blocks.find(({ type }) => type === 'data_table');
  expect(table).toMatchObject({ caption: 'バイタルリンクの記録（6件）' });
});

describe('a plan whose day has passed is what was planned then (rule 1.5)', () => {
  const THEN = '時点で予定';
  const question = '令和8年4月に発行予定のものがある市町は？';
  const on = (day: string) => shipped.askOn(day, question).answer;

  it('in tables and lists', () => {
    expect(JSON.stringify(shown(on('2026-11-21')).blocks)).toContain(THEN);
    expect(JSON.stringify(shown(on('2026-01-15')).blocks)).not.toContain(THEN);
  });

  it('in the files of the answer', () => {
    const csv = (day: string) => answerFiles(on(day), day, 'ja')[1]?.content.toString('utf8');
    expect(csv('2026-11-21')).toContain(THEN);
    expect(csv('2026-01-15')).not.toContain(THEN);
  });
});
