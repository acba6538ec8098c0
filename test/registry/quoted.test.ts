import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openRegistry, type TestRegistry } from './open-registry.ts';
import { DocumentTaker, surveySheet } from './take-document.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const { take, takeText } = new DocumentTaker(() => registry);

describe('the wording of an imported document', () => {
  it.each([
    [
      'a survey sheet',
      async () => take('survey', await surveySheet({ ict: '・連絡帳の画面を医師会と見直している。' })),
      '鈴鹿市の連絡帳は？',
      '連絡帳の画面を医師会と見直している。',
    ],
    [
      'a plan',
      async () => takeText('plan', ['1 相談支援', '退院前の相談窓口を病院の中に置いています。'], { area: '鈴鹿市' }),
      '鈴鹿市の相談窓口は？',
      '退院前の相談窓口を病院の中に置いています。',
    ],
  ] as const)('of %s is quoted with its place, where it is asked for', async (_, bring, question, wording) => {
    expect(await bring()).toMatchObject({ problems: [], saved: true });
    const answer = await registry.ask(question);
    expect(answer).toContain(wording);
    expect(answer).toContain('原文: ');
  });
});
