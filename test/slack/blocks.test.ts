import { describe, expect, it } from 'vitest';
import {
  actions,
  bold,
  button,
  context,
  dataTable,
  fallback,
  fields,
  header,
  input,
  link,
  linkTo,
  list,
  mrkdwn,
  option,
  paragraph,
  person,
  preformatted,
  quote,
  richText,
  section,
} from '../../src/slack/blocks.ts';
import { faultsOf } from '../../src/slack/referee.ts';

const HOSTILE = [
  '',
  '   ',
  '<!channel> <https://evil.example|見た目>',
  '*太字*です',
  'あ'.repeat(20_000),
  '👨‍👩‍👧‍👦'.repeat(2_000),
  '& < >'.repeat(3_000),
  '\u202Eabc\u200B',
  'half a character \uD83D',
];

describe('the helpers make what Slack takes, whatever the words are', () => {
  it.each(HOSTILE)('words %#', (words) => {
    const message = {
      text: fallback(words),
      blocks: [
        header(words),
        richText(paragraph([bold(words.slice(0, 500)), linkTo('https://example.jp/', 'ページ')])),
        richText(list(['一', [words.slice(0, 500), person('U1')]]), quote('引用'), preformatted(words.slice(0, 500))),
        actions('answer', [button({ action: 'share', label: words, value: 'q1' })]),
      ],
    };
    expect(faultsOf('message', message)).toEqual([]);
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: '記録' },
      submit: { type: 'plain_text', text: '登録する' },
      blocks: [
        section(words),
        fields([words, words]),
        context(words),
        input({
          name: 'town',
          label: words,
          hint: words,
          element: { type: 'static_select', options: [option('a', words, words)] },
        }),
      ],
    };
    expect(faultsOf('modal', view)).toEqual([]);
  });

  it('a link in mrkdwn keeps its label from becoming anything else', () => {
    const block = { type: 'section', text: mrkdwn(link('https://example.jp/?a=1', 'A|B <c>')) };
    expect(faultsOf('message', { text: 'x', blocks: [block] })).toEqual([]);
    expect(block.text.text).toBe('<https://example.jp/?a=1|A｜B &lt;c&gt;>');
  });

  it('an address that Slack would refuse is shown as letters', () => {
    expect(linkTo('javascript:alert(1)', '資料')).toEqual({ type: 'text', text: '資料 javascript:alert(1)' });
  });
});

describe('a table', () => {
  const rows = (count: number, words: string) => Array.from({ length: count }, (_, at) => [`市${at}`, words, at]);

  it('says 「－」 where there is nothing, and keeps numbers sortable', () => {
    const { block, left } = dataTable({
      caption: '市町の一覧',
      columns: ['市町', '名称', '回数（回）'],
      rows: [['桑名市', ' ', { value: 3, shown: '3回' }], ['いなべ市']],
    });
    expect(left).toBe(0);
    expect(block.rows[1]?.[1]).toEqual({ type: 'raw_text', text: '－' });
    expect(block.rows[1]?.[2]).toEqual({ type: 'raw_number', value: 3, text: '3回' });
    expect(block.rows[2]).toHaveLength(3);
    expect(faultsOf('message', { text: 'x', blocks: [block] })).toEqual([]);
  });

  it('above 100 rows, or above what a message holds, it shows the first and says how many are left', () => {
    const many = dataTable({ caption: 'x', columns: ['a', 'b', 'c'], rows: rows(130, 'あ') });
    expect(many.left).toBe(30);
    const long = dataTable({ caption: 'x', columns: ['a', 'b', 'c'], rows: rows(60, 'あ'.repeat(400)) });
    expect(long.left).toBeGreaterThan(20);
    for (const { block } of [many, long]) {
      expect(faultsOf('message', { text: 'x', blocks: [block] })).toEqual([]);
    }
  });
});
