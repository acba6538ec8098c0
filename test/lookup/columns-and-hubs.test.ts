import { beforeAll, describe, expect, it } from 'vitest';
import { openShippedLookup, type ShippedLookup } from './shipped-lookup.ts';

const BLANK = ['菰野町', '鈴鹿市', '松阪市', '多気町', '大台町', '大紀町', '鳥羽市', '尾鷲市', '紀北町'];

let shipped: ShippedLookup;
beforeAll(async () => {
  shipped = await openShippedLookup();
});
const areas = (question: string): string[] => shipped.ask(question).areas;
const slots = (question: string): string[] => shipped.ask(question).answer.understood.map(({ label }) => label);

describe('columns of the sheet', () => {
  it.each([['空欄がひとつでもある市町はどこですか'], ['which towns have any blank column?']])(
    'are all looked at where none is named: %s',
    (question) => expect(areas(question)).toEqual(BLANK),
  );

  it.each([
    ['救急の欄は空欄やけどACPの欄は書いてある市町', ['菰野町', '鈴鹿市', '大紀町', '尾鷲市', '紀北町']],
    ['who left the ICT column blank but filled in the BCP column?', ['菰野町', '多気町', '大台町', '大紀町', '鳥羽市']],
  ])('may be asked for blank beside one that is filled in: %s', (question, towns) => {
    expect(areas(question)).toEqual(towns);
  });
});

describe('hubs', () => {
  it('that are contracted out are those whose record says so, not all that a note calls 委託', () => {
    const towns = areas('連携拠点を委託してる市町は？');
    expect(towns).toContain('桑名市');
    expect(towns).not.toContain('松阪市');
    expect(towns).not.toContain('大台町');
  });

  it('say in the first line by whom they are to be run', () => {
    expect(slots('連携拠点が直営の市町は？')).toContain('直営');
  });

  it('that the towns run directly are the 直営 ones, in cities alone where only those are asked for', () => {
    expect(areas('Which cities (not towns) run the hub directly?')).toEqual(['鈴鹿市', '亀山市', '伊賀市', '志摩市']);
  });
});

describe('what was said', () => {
  it('denies both of two things together: who does neither is told with counts that add up', () => {
    const { answer } = shipped.ask('MCSもバイタルリンクも使ってない市町は？');
    expect(answer.headline).toContain('29市町のうち 実施 9、予定・検討中 0、記載なし 20');
  });

  it('means a Latin word as a word: LINE is no part of guideline, and AI none of another name', () => {
    expect(areas('LINEを情報共有に使っている市町は？')).toEqual([]);
    expect(areas('Which municipalities use AI to match patients with hospitals?')).toEqual([]);
  });

  it('takes 検討中 and 予定 together as either', () => {
    expect(areas('地域BCPを「検討中」「予定」としている市町は')).toEqual(['菰野町', '川越町', '大紀町', '志摩市']);
  });

  it('leaves out a district that is named in English', () => {
    const towns = areas('Apart from the Ise area, who runs trainings online or hybrid?');
    expect(towns).toEqual(expect.arrayContaining(['桑名市', '四日市市', '松阪市', '明和町', '大台町']));
    expect(towns).not.toContain('玉城町');
  });
});
