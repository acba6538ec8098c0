import { describe, expect, it } from 'vitest';
import { eventsIn } from '../../../src/documents/reading/events.ts';
import { readDocument } from '../../../src/documents/reading/read-document.ts';
import { understand } from '../../../src/documents/reading/understand.ts';
import type { AnyUnderstood, DocumentKind } from '../../../src/records/understood.ts';

// What a text calls a meeting, a training or an enquiry, on texts of our own.

const namesOf = (records: readonly AnyUnderstood[]): string[] =>
  records.flatMap(({ kind, fields }) => (kind === 'meeting' || kind === 'survey' ? [fields.title] : []));

function namedIn(text: string): string[] {
  const said = { facet: 'practice', stated: 'yes', text, statements: [{ text, status: 'doing' }] } as const;
  const fields = { ...said, statements: [...said.statements] };
  return namesOf(eventsIn({ records: [{ kind: 'answer', place: '', at: '', source: null, fields }] }));
}

const read = async (kind: DocumentKind, lines: readonly string[]) =>
  understand(kind, await readDocument('資料.txt', Buffer.from(lines.join('\n')))).parts.flatMap(
    ({ records }) => records,
  );

describe('a meeting that a text names', () => {
  it.each([
    ['with whom it is held', '北部看護協会と合同研修会を開く。', ['北部看護協会との合同研修会']],
    ['with whom it is held regularly', '歯科衛生士会との定例会を毎月開催。', ['歯科衛生士会との定例会']],
    ['beside another thing that bears its message', '冊子と講演会で伝える。', []],
    ['beside another meeting', '講演会と研修会を開く。', []],
    ['in quotation marks, whatever letters it has', '「ひだまりのにわ講座」で後見を伝える。', ['ひだまりのにわ講座']],
    ['two in one pair of quotation marks', '「夜間連携会・薬局勉強会」を開く。', ['夜間連携会', '薬局勉強会']],
    ['for whom it is', '訪問薬剤師を対象に実技講習会を行う。', ['訪問薬剤師を対象とした実技講習会']],
    ['after which people are asked', '終活講話の後には、アンケートを取る。', ['終活講話', '終活講話の後のアンケート']],
    ['of what people are asked', '夜間の往診について、アンケートを配る。', ['夜間の往診についてのアンケート']],
  ])('is called by %s', (_, text, names) => {
    expect(namedIn(text)).toEqual(names);
  });

  it('is called by the whole item of a list, and by each of several', async () => {
    const rows = [
      '4場面別にみた連携の推進 取り組み',
      '看取り',
      '願いを聞く',
      '・こころづもり学習会、出張講座',
      '・冊子の配布',
    ];
    expect(namesOf(await read('centre', rows))).toEqual(['こころづもり学習会', '出張講座']);
  });

  it('stands in a line by itself that says that it was held; words of a chart do not', async () => {
    const records = await read('centre', [
      '夜間の連携について',
      '平常どおり 14%',
      '「夜間相談の集い」を開催',
      '往診についてアンケートを実施',
      '一部を検討 52%',
    ]);
    expect(namesOf(records)).toEqual(['夜間相談の集い', '往診についてアンケート']);
    const said = records.flatMap(({ kind, fields }) => (kind === 'answer' ? fields.statements : []));
    expect(said.map(({ text }) => text)).toEqual(['「夜間相談の集い」を開催', '往診についてアンケートを実施']);
  });
});

describe('next year’s plan of a PDCA table', () => {
  it('gives initiatives of the next year, planned or still thought about; what goes on is not told twice', async () => {
    const heads =
      '4つの場面\t目指すべき姿\t令和8年度主な事務事業(D)\t評価(C)\t改善・見直し(A)\t次年度事業計画\t成熟度評価';
    const plan = '・夜間の当番表を広げる。 ・薬局との合同訓練を検討していく。 ・夜間相談';
    const records = await read('pdca', [
      '鈴鹿市の事業',
      heads,
      `看取り\t支える\t・夜間相談\t・続いた。\t・なし。\t${plan}\t3.2`,
    ]);
    const initiatives = records.flatMap(({ kind, fields, place }) =>
      kind === 'initiative' ? [{ ...fields, place }] : [],
    );
    expect(initiatives).toMatchObject([
      { title: '夜間相談', status: '記載なし', fiscalYear: 'R8', place: 'PDCA「看取り」 (D)' },
      { title: '夜間の当番表を広げる', status: '予定', fiscalYear: 'R9', place: 'PDCA「看取り」 次年度計画' },
      { title: '薬局との合同訓練を検討していく', status: '検討中', fiscalYear: 'R9' },
    ]);
    expect(initiatives).toHaveLength(3);
  });
});
