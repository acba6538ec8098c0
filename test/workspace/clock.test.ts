import { describe, expect, it } from 'vitest';
import { fixedClock } from '../../src/calendar/clock.ts';
import { WorkspaceClock } from '../../src/workspace/clock.ts';

const breathe = async () => {};
const at = '2026-11-24T09:00:00+09:00';

describe('the clock of the workspace', () => {
  it('stops at each timer on the way, in the order in which they are due', async () => {
    const clock = new WorkspaceClock(fixedClock(at));
    const rung: string[] = [];
    const ring = (name: string) => () => rung.push(`${name} ${clock.now().toISOString().slice(11, 19)}`);
    clock.after(5_000, ring('late'));
    clock.after(1_000, () => {
      ring('early')();
      clock.after(1_000, ring('from early'));
    });
    clock.after(2_000, ring('called off'))();
    clock.after(60_000, ring('much later'));
    await clock.advance(10_000, breathe);
    expect(rung).toEqual(['early 00:00:01', 'from early 00:00:02', 'late 00:00:05']);
    expect(clock.now().toISOString()).toBe('2026-11-24T00:00:10.000Z');
    expect(clock.today()).toBe('2026-11-24');
    clock.stop();
  });

  it('runs with real time as well', async () => {
    const clock = new WorkspaceClock();
    await new Promise<void>((resolve) => clock.after(5, resolve));
    clock.stop();
  });
});
