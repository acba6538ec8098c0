import { describe, expect, it } from 'vitest';
import { findPersonalData, type PersonalDataKind } from '../../src/records/personal-data.ts';

const refused: [PersonalDataKind, string][] = [
  ['individual-number', '個人番号は123456789012です'],
  ['individual-number', '1234-5678-9012 の方'],
  ['individual-number', '１２３４　５６７８　９０１２'],
  ['individual-number', 'マイナンバー 123456789012'],
  ['individual-number', 'my number: 1234 5678 9012'],
  ['insured-number', '被保険者番号 0012345678 の方の要介護度'],
  ['insured-number', '介護保険証の番号は０００１２３４５６７'],
  ['insured-number', 'insured person number: 0012345678'],
  ['birth-date', '氏名: 山田太郎 生年月日: 昭和12年3月4日'],
  ['birth-date', '山田様、S12.3.4生まれ、の退院支援'],
  ['birth-date', '山田花子（昭和12年3月4日生）の支援'],
  ['birth-date', 'Name: Taro Yamada, born on 4 March 1937'],
  ['birth-date', '田中さんは1937年3月4日生まれ'],
  ['home-address', '自宅は桑名市中央町2丁目37番地です'],
  ['home-address', '三重県津市栄町1丁目954番地'],
  ['home-address', '鈴鹿市神戸１－１８－１８に住む方'],
  ['home-address', '田中さん（いなべ市北勢町阿下喜31番地）'],
  ['one-case', '一人の事例ですが、退院後に行き先がない'],
  ['one-case', 'ある利用者の事例で相談したい'],
  ['one-case', '84歳の女性で一人暮らし、末期がんの方に使える制度は？'],
  ['one-case', '80代男性、独居'],
  ['one-case', '84歳の方に退院後の案内をした'],
  ['one-case', 'Aさんが退院したときの対応'],
  ['one-case', '田中さんのケースではどうすればいい？'],
  ['one-case', 'an 84-year-old woman living alone'],
];

const passes = [
  '連絡先は0594-24-1234です',
  '電話 0567-68-8183、FAX 0567-68-8184',
  'TEL059-382-0001（内線1234）',
  '080-1234-5678 は公用携帯です',
  '登録者は123,456,789,012人',
  '令和8年3月25日から令和9年3月31日まで',
  '202603251000に開催',
  '講師は三重大学の山田太郎先生です',
  '鈴鹿市神戸1丁目18番18号 鈴鹿市役所で開催',
  '会場: 桑名市中央町2丁目37番地 くわなメディアライヴ',
  '65歳以上の方の割合は？',
  '75歳以上の男性は何人？',
  '一人暮らしの事例を共有している市町は？',
  '困難事例の検討会をしている市町は？',
  '患者さんの事例検討会はありますか',
  '身寄りのない方のケースで困っている市町は？',
  '80歳代以上の方向けの講座',
  '1人暮らしの65歳の方と、夫婦とも75歳の世帯に、救急キットの案内を送っている',
  '在宅医療の相談は何番の窓口？',
  '4つの場面ごとの目標は？',
  'ACPシートを共有している市町は？',
  '協議会は平成27年4月1日に生まれ変わった',
  '生年月日を書く欄がある様式は？',
  'お医者さんとケアマネさんの連携は？',
];

describe('personal data', () => {
  it.each(refused)('is refused (%s): %s', (kind, text) => {
    expect(findPersonalData(text)?.kind).toBe(kind);
  });

  it.each(passes)('is not seen where there is none: %s', (text) => {
    const found = findPersonalData(text);
    expect(found?.certain ? found.kind : null).toBeNull();
  });

  it('may be an official number where twelve digits stand without label and grouping', () => {
    expect(findPersonalData('管理番号123456789012')).toEqual({ kind: 'individual-number', certain: false });
    expect(findPersonalData('1234 5678 9012')).toEqual({ kind: 'individual-number', certain: true });
  });
});
