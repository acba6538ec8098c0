import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scenePage } from '../../src/documents/reports/scene-page.ts';
import type { LexiconRow } from '../../src/records/rows.ts';
import { readShippedRecords } from '../../src/registry/files/shipped-records.ts';
import { readRegistry } from '../../src/registry/read-records.ts';
import { fewRecords } from './few-records.ts';
import { openRegistry, SUZUKI, type TestRegistry } from './open-registry.ts';
import { DocumentTaker, surveySheet } from './take-document.ts';

let registry: TestRegistry;
let lexicon: LexiconRow[];
beforeAll(async () => {
  ({ lexicon } = await readShippedRecords());
  registry = await openRegistry();
});
afterAll(() => registry.database.close());
beforeEach(() => registry.fresh());

const { take, takeText } = new DocumentTaker(() => registry);

const Answered = z.object({
  groups: z.array(
    z.object({
      rows: z.array(z.object({ text: z.string(), source: z.string(), place: z.string(), asOf: z.string() })),
    }),
  ),
});

/** The rows of an answer that say `wording`. */
async function rowsWith(wording: string, question: string) {
  const { groups } = Answered.parse(JSON.parse(await registry.ask(question)));
  return groups.flatMap(({ rows }) => rows).filter(({ text }) => text.includes(wording));
}

const SCENES = [
  '鈴鹿市における在宅医療・介護連携推進事業',
  '①看取り',
  '※取組状況は令和8年10月31日時点',
  '目指す姿\t情報共有に支えられ、家の布団で眠る人が増える',
  '取組\t<p>①情報共有の紙の見直し</p><p>②情報共有の当番表</p>',
  '取組状況\t<p>①情報共有の紙の見直し：令和8年10月6日（火）訪問看護の代表四人で試し刷りを実施済み</p>',
];
const CENTRE = [
  '鈴鹿市在宅医療介護連携支援センター',
  '4場面別にみた連携の推進 取り組み',
  '看取り',
  '情報共有を土台に、家で迎える朝を支える',
  '・情報共有の会を薬局と開く',
  '当センターについて',
  '薬局と訪問看護のあいだの情報共有を、',
  '毎朝の電話で続けています。',
];
const PDCA = [
  '鈴鹿市在宅医療介護連携推進事業（案）',
  '4つの場面\t目指すべき姿\t事業方針\t令和8年度主な事務事業(D)\t評価(C)\t改善・見直し(A)\t次年度事業計画\t成熟度評価',
  '看取り\t情報共有ができている\t①情報共有の土台を広げる\t・情報共有の輪番表\t・情報共有の紙は七つの診療所で使われた。\t・情報共有の書式が二通りあり紛らわしい。\t・情報共有の書式を一つにする。\t3.2 5 4 3 2 1',
];

const PLAN = ['1 相談支援', '情報共有の机を病院の中に置いています。'];

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

  // Asked in the words of the shipped lexicon, as offices do.
  const WORDS = ['鈴鹿市の情報共有は？', 'What does Suzuka do about information sharing?'] as const;
  const VISION = ['鈴鹿市の目指す姿は？', 'What is the vision of Suzuka?'] as const;
  const POLICY = ['鈴鹿市の事業方針は？', 'What is the policy of Suzuka?'] as const;
  const whole = (wording: string, place: string, asked: readonly [string, string] = WORDS) => ({
    ...{ asked, say: [wording, wording], place: [`原文: ${place}`, `original wording: ${place}`] },
  });
  /** Beside what is recorded else of an initiative. */
  const within = (wording: string, place: string) => ({
    ...{ asked: WORDS, say: [`原文「${wording}」`, `original wording "${wording}"`], place: [place, place] },
  });

  it.each([
    [
      ...['a four-scene sheet', 'scenes', SCENES, '令和8年10月31日'],
      [
        whole('情報共有に支えられ、家の布団で眠る人が増える', '看取り（目指す姿・目標）', VISION),
        within('令和8年10月6日（火）訪問看護の代表四人で試し刷りを実施済み', '看取り'),
        within('情報共有の当番表', '看取り'),
      ],
    ],
    [
      ...['a centre’s material', 'centre', CENTRE, '令和8年10月20日'],
      [
        whole('情報共有を土台に、家で迎える朝を支える', '取り組み「看取り」', VISION),
        whole('薬局と訪問看護のあいだの情報共有を、毎朝の電話で続けています。', '本文'),
        within('情報共有の会を薬局と開く', '取り組み「看取り」'),
      ],
    ],
    [
      ...['a PDCA table', 'pdca', PDCA, '令和8年10月20日'],
      [
        whole('情報共有ができている', '目指すべき姿（看取り）', VISION),
        whole('情報共有の土台を広げる', '事業方針', POLICY),
        whole('情報共有の紙は七つの診療所で使われた。', 'PDCA「看取り」'),
        whole('情報共有の書式が二通りあり紛らわしい。', 'PDCA「看取り」'),
        whole('情報共有の書式を一つにする。', 'PDCA「看取り」'),
        within('情報共有の輪番表', 'PDCA「看取り」 (D)'),
      ],
    ],
    [
      ...['a plan', 'plan', PLAN, '令和8年10月20日'],
      [
        whole('情報共有の机を病院の中に置いています。', '相談支援'),
        within('情報共有の机を病院の中に置いています。', '相談支援'),
      ],
    ],
  ] as const)(
    'of %s is quoted in both languages with document, place and day',
    async (_, kind, lines, asOf, quoted) => {
      await registry.fresh({ ...fewRecords(), lexicon });
      const more = { title: '連携の記録', asOf: kind === 'scenes' ? null : asOf, area: '鈴鹿市' };
      expect(await takeText(kind, lines, more)).toMatchObject({ problems: [], saved: true });
      for (const { asked, say, place } of quoted) {
        for (const at of [0, 1] as const) {
          const rows = await rowsWith(say[at] ?? '', asked[at]);
          const row = rows.find((each) => each.place === place[at]);
          expect(row, `${say[at]} ${JSON.stringify(rows)}`).toMatchObject({ source: '連携の記録', asOf });
          expect(row?.text.split(say[at] ?? '')).toHaveLength(2);
        }
      }
    },
  );

  it('is no longer given as such once somebody has written the initiative anew', async () => {
    await takeText('scenes', SCENES, { asOf: null });
    const { id } = await registry.database.prisma.initiative.findFirstOrThrow({
      where: { title: '情報共有の紙の見直し' },
    });
    const saved = await registry.at().save({
      ...{ person: SUZUKI, via: 'form', key: 'submission:anew', kind: 'initiative', id, version: null },
      fields: { content: '紙を表裏にまとめる' },
    });
    expect(saved.outcome).toBe('saved');
    const [row] = await rowsWith('紙を表裏にまとめる', '鈴鹿市の情報共有は？');
    expect(row?.text).not.toContain('原文');
  });

  it('of a title stands in no report as how the initiative goes on', async () => {
    await takeText('centre', CENTRE, { asOf: '令和8年10月20日' });
    const { records } = await readRegistry(registry.database.prisma);
    const page = JSON.stringify(scenePage(records, 'suzuka', '2026-11-24' as never));
    expect(page).toContain('情報共有の会を薬局と開く：記載なし');
  });
});
