import { describe, expect, it } from 'vitest';
import { type Known, readShortcut } from '../../src/forms/shortcut.ts';
import { day } from '../calendar/day.ts';

const known: Known = {
  areas: [
    { id: 'suzuka', names: ['鈴鹿市', '鈴鹿', 'suzuka'] },
    { id: 'tsu', names: ['津市', '津'] },
    { id: 'sakai', names: ['坂井地区'] },
  ],
  titles: [
    { id: 'a', title: '多職種事例検討会', areaIds: ['suzuka'], scene: '日常の療養支援' },
    { id: 'b', title: '事例検討会', areaIds: ['tsu'], scene: '日常の療養支援' },
    { id: 'c', title: '事例検討会', areaIds: ['tsu'], scene: '看取り' },
    { id: 'd', title: '入退院支援', areaIds: ['tsu'], scene: '入退院支援' },
    { id: 'e', title: '市民公開講座（第2回）', areaIds: ['sakai'], scene: '看取り' },
    { id: 'f', title: '多職種研修会 開催回数', areaIds: ['sakai'], scene: null },
  ],
  own: ['suzuka'],
};
const read = (text: string) => readShortcut(text, known, day('2026-11-21'));

describe('one line after a command', () => {
  it('fills the form: title, day, status, participants', () => {
    const shortcut = read('事例検討会 7/8に開催済み 35人');
    expect(shortcut).toMatchObject({
      title: '事例検討会',
      typed: { date: '7/8', status: '開催済み', participants: '35' },
    });
    expect(shortcut.typed).not.toHaveProperty('memo');
    expect(shortcut.fits.slice(0, 3)).toEqual([
      { id: 'b', how: 'same', here: true },
      { id: 'c', how: 'same', here: true },
      { id: 'a', how: 'part', here: true },
    ]);
  });

  it('knows area, scene and title; of the same title elsewhere it says that it is elsewhere', () => {
    const shortcut = read('津市　看取り　事例検討会');
    expect(shortcut).toMatchObject({ areaIds: ['tsu'], scene: '看取り', title: '事例検討会', typed: {} });
    expect(shortcut.fits[0]).toEqual({ id: 'c', how: 'same', here: true });
    expect(shortcut.fits).toContainEqual({ id: 'b', how: 'same', here: false });
  });

  it('knows areas that are listed as people list them', () => {
    for (const text of ['鈴鹿市・津市', '鈴鹿市、津市', '鈴鹿/津', '鈴鹿市 津市']) {
      expect([text, read(`${text} 事例検討会`)]).toEqual([
        text,
        expect.objectContaining({ areaIds: ['suzuka', 'tsu'], title: '事例検討会', typed: {} }),
      ]);
    }
  });

  it('takes a scene beside a title as the scene, though an initiative is called like it', () => {
    expect(read('津市 入退院支援 事例検討会')).toMatchObject({ scene: '入退院支援', title: '事例検討会' });
    expect(read('津市 入退院支援').fits[0]).toEqual({ id: 'd', how: 'same', here: true });
  });

  it('offers what is like it and attaches nothing by guess', () => {
    const shortcut = read('鈴鹿市 事例検討かい 中止');
    expect(shortcut).toMatchObject({ areaIds: ['suzuka'], title: '事例検討かい', typed: { status: '中止' } });
    expect(shortcut.fits.every(({ how }) => how === 'like')).toBe(true);
    expect(read('まったく別の催し').fits).toEqual([]);
  });

  it('leaves two statuses and two days to the person', () => {
    expect(read('事例検討会 中止から予定に').typed).not.toHaveProperty('status');
    expect(read('事例検討会 7/8、7/15').typed).not.toHaveProperty('date');
  });

  it('puts a fiscal year into its own field', () => {
    expect(read('坂井地区 看取り R8年度')).toMatchObject({
      areaIds: ['sakai'],
      scene: '看取り',
      title: '',
      typed: { fiscalYear: 'R8年度' },
    });
  });

  it('knows an indicator by title and measure, and its figures', () => {
    const shortcut = read('多職種研修会 開催回数 R7年度 実績 12回');
    expect(shortcut.fits[0]).toEqual({ id: 'f', how: 'same', here: true });
    expect(shortcut.typed).toEqual({ actual: '12', fiscalYear: 'R7年度' });
  });

  it('keeps what it does not understand as the memo, once the title is certain', () => {
    expect(read('市民公開講座（第2回） 講師の都合でACPの回を調整').typed).toEqual({
      memo: '講師の都合でACPの回を調整',
    });
  });

  it('bears anything', () => {
    for (const text of ['', ' ', '<!channel>', '(((', '\\', 'あ'.repeat(5_000), '35人'.repeat(500)]) {
      expect(() => read(text)).not.toThrow();
    }
  });
});
