import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

let ask: ShippedLookup['ask'];
beforeAll(async () => {
  ({ ask } = await openShippedLookup());
});

describe('a word that no record holds, stuck to a known one', () => {
  it.each([
    ['VR研修をしている市町は？'],
    ['VR研修をしていない市町は？'],
    ['鈴鹿市はVR研修をしている？'],
    ['Which towns give VR training?'],
  ])('is not dropped: no record speaks of it: %s', (question) => {
    const { answer, areas } = ask(question);
    expect(answer.intent).toBe('not-recorded');
    expect(areas).toEqual([]);
    expect(answer.headline.toLowerCase()).toContain('vr');
  });

  it('a rare English word is no name of a thing, and the rest of the question is still answered', () => {
    expect(ask('Whose vision talks about avoiding readmission to hospital?').answer.intent).not.toBe('not-recorded');
  });

  it('the same question without it is answered', () => {
    expect(ask('研修をしている市町は？').areas.length).toBeGreaterThan(20);
  });
});
