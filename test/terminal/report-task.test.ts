import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/calendar/calendar-date.ts';
import { carryOut, type Task, type TaskReply } from '../../src/terminal/tasks.ts';
import { type Office, openOffice } from '../bot/open-office.ts';

describe('npm run export -- report', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice('socket', { records: 'shipped' });
  });
  afterAll(() => office.close());

  const asked = (more: Partial<Extract<Task, { report: unknown }>>): Promise<TaskReply> =>
    carryOut(office.app, { report: 'survey', areas: [], year: null, day: null, format: 'xlsx', ...more });

  async function fileOf(reply: Promise<TaskReply>): Promise<Buffer> {
    const made = await reply;
    return Buffer.from('file' in made ? made.file : '', 'base64');
  }

  it('makes all 29 municipalities’ sheets at once, and one by its name', async () => {
    expect(await readXlsxFile(await fileOf(asked({ year: 'R8' })))).toHaveLength(26);
    const [one, ...others] = await readXlsxFile(await fileOf(asked({ areas: ['桑名市'], year: 'R7' })));
    expect(one?.sheet).toBe('桑名市');
    expect(others).toEqual([]);
  });

  it('makes the same tables as /tonari-report', async () => {
    const zip = unzipSync(await fileOf(asked({ report: 'indicators', areas: ['市名記載なし'], format: 'csv' })));
    expect(Object.keys(zip)).toContain('indicator_values.csv');
  });

  it('makes the pictures of a report, with their text', async () => {
    const zip = unzipSync(await fileOf(asked({ report: 'indicators', areas: ['市名記載なし'], format: 'png' })));
    expect(Object.keys(zip).filter((name) => name.endsWith('.png'))).toHaveLength(6);
    const maps = unzipSync(await fileOf(asked({ format: 'png' })));
    expect(Object.keys(maps).filter((name) => name.endsWith('.png'))).toHaveLength(12);
    expect(await asked({ format: 'png', year: 'R3' })).toEqual({
      refused: expect.stringContaining('記録がありません'),
    });
  });

  it('says what it cannot make, and why', async () => {
    expect(await asked({ areas: ['桑名町'] })).toEqual({ refused: expect.stringContaining('桑名町') });
    expect(await asked({ report: 'scenes', day: '2030-01-01' as CalendarDate })).toEqual({
      refused: expect.stringContaining('--day'),
    });
    expect(await asked({ report: 'evaluations', areas: ['桑名市'] })).toEqual({
      refused: expect.stringContaining('記録がありません'),
    });
  });
});
