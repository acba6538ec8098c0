import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const problems = (env: Record<string, string>) => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)];
  }
};

describe('the environment', () => {
  it('needs nothing at all', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      dataDir: path.resolve('.data'),
      homePrefecture: '三重県',
      data: 'shipped',
      startAt: undefined,
      logLevel: 'info',
      slack: [],
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ DATABASE_URL: '', LOG_LEVEL: ' ', SLACK_BOT_TOKEN: '' })).toEqual(readConfig({}));
  });

  it('is refused with all problems at once, each naming its variable', () => {
    const found = problems({
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      TONARI_DATA: 'some',
      PORT: 'x',
      TONARI_HOME: '津市',
    });
    expect(found.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'TONARI_DATA',
      'TONARI_HOME',
    ]);
  });

  it('starts the clock at TONARI_NOW, which needs its offset', () => {
    expect(readConfig({ TONARI_NOW: '2026-11-24T09:00:00+09:00' }).startAt).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(problems({ TONARI_NOW: '2026-11-24T09:00:00' })).toEqual([expect.stringContaining('TONARI_NOW')]);
  });

  it('refuses TONARI_NOW in production, whatever else is wrong', () => {
    const env = { TONARI_NOW: '2026-11-24T09:00:00+09:00', NODE_ENV: 'production' };
    expect(problems(env)).toEqual([expect.stringContaining('TONARI_NOW')]);
    expect(problems({ ...env, LOG_LEVEL: 'loud' })).toHaveLength(2);
  });

  it('recognises the Slack variables', () => {
    expect(readConfig({ SLACK_APP_TOKEN: 'xapp-1' }).slack).toEqual(['SLACK_APP_TOKEN']);
  });
});
