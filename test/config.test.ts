import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { startOf } from '../src/transport.ts';

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
      confirmMonths: 12,
      conversationMinutes: 30,
      keptDays: 90,
      startAt: undefined,
      logLevel: 'info',
      port: undefined,
      slack: { botToken: undefined, appToken: undefined, signingSecret: undefined },
      slackApiUrl: undefined,
      publicUrl: undefined,
      admins: [],
    });
  });

  it('says after how many months Home asks whether a record still holds', () => {
    expect(readConfig({ TONARI_CONFIRM_MONTHS: '6' }).confirmMonths).toBe(6);
    expect(problems({ TONARI_CONFIRM_MONTHS: '0' })).toEqual([expect.stringContaining('TONARI_CONFIRM_MONTHS')]);
  });

  it('says how long a conversation in direct messages goes on, and how long questions are kept', () => {
    expect(readConfig({})).toMatchObject({ conversationMinutes: 30, keptDays: 90 });
    const set = readConfig({ TONARI_CONVERSATION_MINUTES: '10', TONARI_KEPT_DAYS: '365' });
    expect(set).toMatchObject({ conversationMinutes: 10, keptDays: 365 });
    expect(problems({ TONARI_KEPT_DAYS: '0' })).toEqual([expect.stringContaining('TONARI_KEPT_DAYS')]);
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

  it('takes administrators by Slack id or mail address, and nothing else', () => {
    expect(readConfig({ TONARI_ADMINS: 'U0AKIYAMA, kei@example.jp、W01' }).admins).toEqual([
      'U0AKIYAMA',
      'kei@example.jp',
      'W01',
    ]);
    expect(problems({ TONARI_ADMINS: '秋山' })).toEqual([expect.stringContaining('TONARI_ADMINS')]);
  });
});

describe('how npm start reaches Slack', () => {
  const start = (env: Record<string, string>) => startOf(readConfig(env));
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };

  it('is the local workspace where no Slack variable is set', () => {
    expect(start({})).toEqual({ mode: 'local', port: 3000 });
    expect(start({ PORT: '3100' })).toEqual({ mode: 'local', port: 3100 });
  });

  it('is Socket Mode with an app token, and HTTP with a signing secret', () => {
    expect(start({ ...bot, SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      transport: { mode: 'socket', appToken: 'xapp-1', port: undefined },
    });
    expect(start({ ...bot, SLACK_SIGNING_SECRET: 's' })).toMatchObject({ transport: { mode: 'http', port: 3000 } });
    expect(start({ ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's', PORT: '80' })).toMatchObject({
      transport: { mode: 'socket', port: 80 },
    });
  });

  it('is refused without a complete pair, naming what is missing and where it is to be had', () => {
    expect(() => start(bot)).toThrow(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET[\s\S]*Basic Information/);
    expect(() => start({ SLACK_APP_TOKEN: 'xapp-1' })).toThrow(/SLACK_BOT_TOKEN[\s\S]*OAuth & Permissions/);
    expect(() => start({ SLACK_SIGNING_SECRET: 's' })).toThrow(ConfigError);
  });

  it("refuses a rehearsal's clock at Slack itself", () => {
    const env = { ...bot, SLACK_APP_TOKEN: 'xapp-1', TONARI_NOW: '2026-11-24T09:00:00+09:00' };
    expect(() => start(env)).toThrow(/TONARI_NOW/);
    expect(() => start({ ...env, SLACK_API_URL: 'https://slack.com/api/' })).toThrow(/TONARI_NOW/);
    expect(start({ ...env, SLACK_API_URL: 'http://127.0.0.1:3000/api/' }).mode).toBe('slack');
  });
});
