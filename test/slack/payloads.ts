// Payloads for the referee's tests: good ones, and ones that break one rule each.

type Kind = 'message' | 'modal' | 'home';
type Block = Record<string, unknown>;

export interface Good {
  name: string;
  kind: Kind;
  payload: unknown;
}

export interface Bad extends Good {
  /** The one fault. */
  code: string;
  pointer: string;
}

export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const a = (count: number) => 'あ'.repeat(count);
const many = <Item>(count: number, make: (at: number) => Item) => Array.from({ length: count }, (_, at) => make(at));
const option = (value: string, text = value) => ({ text: plain(text), value });
const button = (extra: Block = {}) => ({ type: 'button', action_id: 'press', text: plain('押す'), ...extra });
const section = (extra: Block = {}) => ({ type: 'section', text: plain('はい'), ...extra });
const actions = (...elements: Block[]) => ({ type: 'actions', elements });
const rich = (...elements: Block[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const cell = (text: string) => ({ type: 'raw_text', text });
const dataTable = (extra: Block = {}) => ({
  type: 'data_table',
  caption: '市町の一覧',
  rows: [
    [cell('市町'), cell('回数')],
    [cell('桑名市'), { type: 'raw_number', value: 3, text: '3回' }],
  ],
  ...extra,
});
const table = (extra: Block = {}) => ({ type: 'table', rows: [[cell('市町'), cell('回数')]], ...extra });
const input = (element: Block, extra: Block = {}) => ({
  type: 'input',
  block_id: 'field',
  label: plain('件名'),
  element: { action_id: 'value', ...element },
  ...extra,
});

const message = (...blocks: Block[]) => ({ channel: 'C1', text: '3市町です', blocks });
const modal = (...blocks: Block[]) => ({ type: 'modal', title: plain('記録'), submit: plain('登録する'), blocks });
const home = (...blocks: Block[]) => ({ type: 'home', blocks });
const field = (element: Block) => modal(input(element));

export const GOOD: Good[] = [
  { name: 'a text alone', kind: 'message', payload: { channel: 'C1', text: '3市町です' } },
  {
    name: 'rich text with every style, a list, a quote and a link',
    kind: 'message',
    payload: message({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: '太字', style: { bold: true, italic: true, strike: true, code: true } },
            { type: 'link', url: 'https://www.pref.mie.lg.jp/', text: '県のページ' },
            { type: 'user', user_id: 'U1' },
            { type: 'emoji', name: 'memo' },
            { type: 'date', timestamp: 1_800_000_000, format: '{date_num}', fallback: '令和9年1月15日' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          indent: 8,
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<!channel> *桑名市*' }] }],
        },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: '引用' }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'そのまま' }] },
      ],
    }),
  },
  {
    name: 'an answer with a table of 100 rows, buttons and feedback',
    kind: 'message',
    payload: {
      ...message(
        section({ block_id: 'b1' }),
        dataTable({ rows: [[cell('市町')], ...many(100, (at) => [cell(`市${at}`)])], page_size: 100 }),
        actions(button(), button({ action_id: 'other', style: 'primary', value: 'x'.repeat(2000) })),
        { type: 'divider' },
        { type: 'context', elements: [plain('出典'), mrkdwn('<https://example.jp/|資料>')] },
        {
          type: 'context_actions',
          elements: [
            {
              type: 'feedback_buttons',
              action_id: 'feedback',
              positive_button: { text: plain('役に立った'), value: 'good' },
              negative_button: { text: plain('違う'), value: 'bad' },
            },
          ],
        },
      ),
      metadata: { event_type: 'answer', event_payload: { id: 'q1', areas: 3, nested: { ok: true } } },
      unfurl_links: false,
    },
  },
  {
    name: 'mrkdwn with what code writes: mentions, links, dates, quotes, bold between blanks',
    kind: 'message',
    payload: message(
      section({
        text: mrkdwn('<@U1> <#C1|自席> <!date^1800000000^{date}|1月15日> &lt;!here&gt; &amp; *bold* です\n> 引用'),
      }),
    ),
  },
  { name: 'fifty blocks', kind: 'message', payload: message(...many(50, () => ({ type: 'divider' }))) },
  { name: 'taking the original away', kind: 'message', payload: { delete_original: true } },
  {
    name: 'a form with every input',
    kind: 'modal',
    payload: {
      ...modal(
        ...[
          { type: 'plain_text_input', multiline: true, min_length: 0, max_length: 3000, initial_value: a(3000) },
          { type: 'number_input', is_decimal_allowed: true, min_value: '1', max_value: '5', initial_value: '3.5' },
          { type: 'datepicker', initial_date: '2028-02-29', placeholder: plain('日') },
          { type: 'timepicker', initial_time: '23:59', timezone: 'Asia/Tokyo' },
          { type: 'datetimepicker', initial_date_time: 1_800_000_000 },
          { type: 'static_select', options: [option('a'), option('b')], initial_option: option('b') },
          {
            type: 'multi_static_select',
            option_groups: [{ label: plain('北勢'), options: [option('a')] }],
            initial_options: [option('a')],
            max_selected_items: 1,
          },
          { type: 'external_select', min_query_length: 0, initial_option: option('x') },
          { type: 'users_select' },
          { type: 'multi_users_select', initial_users: ['U1'] },
          { type: 'conversations_select', default_to_current_conversation: true, response_url_enabled: true },
          { type: 'checkboxes', options: many(10, (at) => option(`v${at}`)) },
          { type: 'radio_buttons', options: [option('a')], initial_option: option('a') },
          { type: 'email_text_input' },
          { type: 'url_text_input' },
          { type: 'file_input', max_files: 10, filetypes: ['csv'] },
          { type: 'rich_text_input', min_lines: 1, max_lines: 100 },
        ].map((element, at) => input(element, { block_id: `f${at}`, hint: plain('書き方'), optional: true })),
        { type: 'alert', text: plain('気をつけて'), level: 'warning' },
      ),
      close: plain('やめる'),
      private_metadata: 'x'.repeat(3000),
      callback_id: 'record',
      notify_on_close: true,
    },
  },
  {
    name: 'a form without inputs needs no submit',
    kind: 'modal',
    payload: { type: 'modal', title: plain('例'), blocks: [] },
  },
  {
    name: 'Home with a hundred blocks and a table',
    kind: 'home',
    payload: home(dataTable(), ...many(99, (at) => section({ block_id: `b${at}` }))),
  },
  {
    name: 'an option whose description is mrkdwn: Slack takes it in checkboxes',
    kind: 'modal',
    payload: field({ type: 'checkboxes', options: [{ ...option('a'), description: mrkdwn('plain words') }] }),
  },
  {
    name: 'an option with a value of 150: Slack takes it, whatever the comment says',
    kind: 'message',
    payload: message(actions({ type: 'static_select', action_id: 's', options: [option('v'.repeat(150), 'a')] })),
  },
  {
    name: 'an image as a file of the workspace, and one by its address',
    kind: 'message',
    payload: message(
      { type: 'image', slack_file: { id: 'F1' }, alt_text: '図' },
      { type: 'image', image_url: 'https://example.jp/a.png', alt_text: '図', title: plain('図') },
    ),
  },
];

const bad = (kind: Kind, name: string, payload: unknown, code: string, pointer: string): Bad => ({
  kind,
  name,
  payload,
  code,
  pointer,
});
const inMessage = (name: string, block: Block, code: string, pointer: string) =>
  bad('message', name, message(block), code, `/blocks/0${pointer}`);
const inField = (name: string, element: Block, code: string, pointer: string) =>
  bad('modal', name, field(element), code, `/blocks/0/element${pointer}`);

export const BAD: Bad[] = [
  // Structure and limits, from the types and their comments.
  inMessage('an unknown block', { type: 'chart' }, 'unknown_type', ''),
  inMessage('a block without a type', { text: plain('x') }, 'missing', ''),
  inMessage('a field that nobody knows', section({ colour: 'red' }), 'unknown_field', ''),
  inMessage('a text of 3,001', section({ text: plain(a(3001)) }), 'too_long', '/text/text'),
  inMessage('an empty text', section({ text: plain('') }), 'too_short', '/text/text'),
  inMessage('a number as text', section({ text: { type: 'plain_text', text: 3 } }), 'wrong_type', '/text/text'),
  inMessage('a header of 151', { type: 'header', text: plain(a(151)) }, 'too_long', '/text/text'),
  inMessage('a header in mrkdwn', { type: 'header', text: mrkdwn('x') }, 'wrong_value', '/text/type'),
  inMessage('eleven fields', section({ fields: many(11, () => plain('x')) }), 'too_many', '/fields'),
  inMessage('a field of 2,001', section({ fields: [plain(a(2001))] }), 'too_long', '/fields/0/text'),
  inMessage('26 elements', actions(...many(26, (at) => button({ action_id: `b${at}` }))), 'too_many', '/elements'),
  inMessage('eleven notes', { type: 'context', elements: many(11, () => plain('x')) }, 'too_many', '/elements'),
  inMessage('a block_id of 256', section({ block_id: 'x'.repeat(256) }), 'too_long', '/block_id'),
  inMessage(
    'an action_id of 256',
    actions(button({ action_id: 'x'.repeat(256) })),
    'too_long',
    '/elements/0/action_id',
  ),
  inMessage('a button of 76', actions(button({ text: plain(a(76)) })), 'too_long', '/elements/0/text/text'),
  inMessage('a button in mrkdwn', actions(button({ text: mrkdwn('x') })), 'wrong_value', '/elements/0/text/type'),
  inMessage('a value of 2,001', actions(button({ value: 'x'.repeat(2001) })), 'too_long', '/elements/0/value'),
  inMessage('a style of its own', actions(button({ style: 'big' })), 'wrong_value', '/elements/0/style'),
  inMessage(
    'a question of 301 before an act',
    actions(button({ confirm: { text: plain(a(301)) } })),
    'too_long',
    '/elements/0/confirm/text/text',
  ),
  inMessage(
    'a confirming button of 31',
    actions(button({ confirm: { text: plain('x'), confirm: plain(a(31)) } })),
    'too_long',
    '/elements/0/confirm/confirm/text',
  ),
  inMessage(
    '101 options',
    actions({ type: 'static_select', options: many(101, (at) => option(`v${at}`)) }),
    'too_many',
    '/elements/0/options',
  ),
  inMessage(
    'an option of 76',
    actions({ type: 'static_select', options: [option('v', a(76))] }),
    'too_long',
    '/elements/0/options/0/text/text',
  ),
  inMessage(
    'six entries in an overflow menu',
    section({ accessory: { type: 'overflow', options: many(6, (at) => option(`v${at}`)) } }),
    'too_many',
    '/accessory/options',
  ),
  inMessage(
    'eleven boxes',
    actions({ type: 'checkboxes', options: many(11, (at) => option(`v${at}`)) }),
    'too_many',
    '/elements/0/options',
  ),
  inMessage('an image without words', { type: 'image', image_url: 'https://a.jp/a.png' }, 'missing', ''),
  inMessage('an image from nowhere', { type: 'image', alt_text: '図' }, 'missing', ''),
  inMessage('an input where a button stands', actions({ type: 'plain_text_input' }), 'unknown_type', '/elements/0'),
  inMessage(
    'a rich text that speaks mrkdwn',
    rich({ type: 'mrkdwn', text: 'x' }),
    'unknown_type',
    '/elements/0/elements/0',
  ),
  inMessage(
    'a list nine deep',
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_list', style: 'bullet', indent: 9, elements: [{ type: 'rich_text_section', elements: [] }] },
      ],
    },
    'out_of_range',
    '/elements/0/indent',
  ),
  inMessage(
    'an empty piece of rich text',
    rich({ type: 'text', text: '' }),
    'too_short',
    '/elements/0/elements/0/text',
  ),
  bad('modal', 'a title of 25', { ...modal(), title: plain(a(25)) }, 'too_long', '/title/text'),
  bad('modal', 'no title', { type: 'modal', blocks: [] }, 'missing', ''),
  bad('modal', 'a submit of 25', { ...modal(), submit: plain(a(25)) }, 'too_long', '/submit/text'),
  bad(
    'modal',
    'a private_metadata of 3,001',
    { ...modal(), private_metadata: a(3001) },
    'too_long',
    '/private_metadata',
  ),
  bad('modal', 'an unknown block', modal({ type: 'chart' }), 'unknown_type', '/blocks/0'),
  bad('home', 'a title on Home', { ...home(), title: plain('x') }, 'unknown_field', ''),
  bad('message', 'metadata without a type', { ...message(), metadata: { event_payload: {} } }, 'missing', '/metadata'),
  bad(
    'message',
    'metadata two levels deep',
    { ...message(), metadata: { event_type: 'x', event_payload: { a: { b: { c: 1 } } } } },
    'wrong_type',
    '/metadata/event_payload/a',
  ),
  inField(
    'a placeholder of 151',
    { type: 'plain_text_input', placeholder: plain(a(151)) },
    'too_long',
    '/placeholder/text',
  ),
  inField('eleven files', { type: 'file_input', max_files: 11 }, 'out_of_range', '/max_files'),
  inField('no file at all', { type: 'file_input', max_files: 0 }, 'out_of_range', '/max_files'),
  inField('a file type of nothing', { type: 'file_input', filetypes: ['csv', ''] }, 'too_short', '/filetypes/1'),
  inField('a field that is no input', { type: 'button', text: plain('x') }, 'unknown_type', ''),
  bad(
    'modal',
    'a label of 2,001',
    modal(input({ type: 'plain_text_input' }, { label: plain(a(2001)) })),
    'too_long',
    '/blocks/0/label/text',
  ),
  bad(
    'modal',
    'a hint in mrkdwn',
    modal(input({ type: 'plain_text_input' }, { hint: mrkdwn('x') })),
    'wrong_value',
    '/blocks/0/hint/type',
  ),

  // Between fields.
  inMessage('a section of nothing', { type: 'section' }, 'missing', ''),
  inMessage('no element at all', actions(), 'too_few', '/elements'),
  inMessage('a button to nowhere', actions(button({ url: 'javascript:alert(1)' })), 'wrong_value', '/elements/0/url'),
  inMessage(
    'a link to nowhere',
    rich({ type: 'link', url: 'not an address' }),
    'wrong_value',
    '/elements/0/elements/0/url',
  ),
  inMessage('an action twice', actions(button(), button()), 'duplicate', '/elements/1/action_id'),
  inMessage('no options', actions({ type: 'static_select', options: [] }), 'too_few', '/elements/0'),
  inMessage(
    'options and groups',
    actions({
      type: 'static_select',
      options: [option('a')],
      option_groups: [{ label: plain('g'), options: [option('b')] }],
    }),
    'not_allowed_here',
    '/elements/0',
  ),
  inMessage(
    'an option without a value',
    actions({ type: 'static_select', options: [{ text: plain('x') }] }),
    'missing',
    '/elements/0/options/0',
  ),
  inMessage(
    'a value twice',
    actions({ type: 'static_select', options: [option('a'), option('a', 'b')] }),
    'duplicate',
    '/elements/0/options/1/value',
  ),
  inMessage(
    'a choice that is none of the options',
    actions({ type: 'radio_buttons', options: [option('a')], initial_option: option('b') }),
    'not_an_option',
    '/elements/0/initial_option',
  ),
  inMessage(
    'a group whose label has 76',
    actions({ type: 'static_select', option_groups: [{ label: plain(a(76)), options: [option('a')] }] }),
    'too_long',
    '/elements/0/option_groups/0/label/text',
  ),
  inField(
    'a day that does not exist',
    { type: 'datepicker', initial_date: '2027-02-29' },
    'wrong_value',
    '/initial_date',
  ),
  inField('a day in another form', { type: 'datepicker', initial_date: '2027/02/01' }, 'wrong_value', '/initial_date'),
  inField('a time past midnight', { type: 'timepicker', initial_time: '24:00' }, 'wrong_value', '/initial_time'),
  inField(
    'an instant in milliseconds',
    { type: 'datetimepicker', initial_date_time: 1_800_000_000_000 },
    'wrong_value',
    '/initial_date_time',
  ),
  inField(
    'a least above the most',
    { type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '1' },
    'out_of_range',
    '/min_value',
  ),
  inField(
    'a fraction where whole is needed',
    { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' },
    'wrong_value',
    '/initial_value',
  ),
  inField(
    'a shortest above the longest',
    { type: 'plain_text_input', min_length: 10, max_length: 5 },
    'out_of_range',
    '/min_length',
  ),
  inField('a longest of 3,001', { type: 'plain_text_input', max_length: 3001 }, 'out_of_range', '/max_length'),
  inField(
    'a first value above the longest',
    { type: 'plain_text_input', max_length: 5, initial_value: a(6) },
    'too_long',
    '/initial_value',
  ),
  inField(
    'lines the wrong way round',
    { type: 'rich_text_input', min_lines: 9, max_lines: 2 },
    'out_of_range',
    '/min_lines',
  ),

  // What stands where, and how much.
  bad('message', '51 blocks', message(...many(51, () => ({ type: 'divider' }))), 'too_many', '/blocks'),
  bad('home', '101 blocks', home(...many(101, () => ({ type: 'divider' }))), 'too_many', '/blocks'),
  bad(
    'message',
    'a block_id twice',
    message(section({ block_id: 'x' }), section({ block_id: 'x' })),
    'duplicate',
    '/blocks/1/block_id',
  ),
  bad('modal', 'a table in a form', modal(dataTable()), 'not_allowed_here', '/blocks/0'),
  bad('home', 'markdown on Home', home({ type: 'markdown', text: 'x' }), 'not_allowed_here', '/blocks/0'),
  bad(
    'message',
    'an alert in a message',
    message({ type: 'alert', text: plain('x') }),
    'not_allowed_here',
    '/blocks/0',
  ),
  bad(
    'modal',
    'feedback in a form',
    modal({ type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('x') }] }),
    'not_allowed_here',
    '/blocks/0',
  ),
  bad(
    'message',
    'a file block',
    message({ type: 'file', source: 'remote', external_id: 'x' }),
    'not_allowed_here',
    '/blocks/0',
  ),
  bad(
    'modal',
    'the cursor in two fields',
    modal(
      input({ type: 'plain_text_input', focus_on_load: true }, { block_id: 'x' }),
      input({ type: 'plain_text_input', focus_on_load: true }, { block_id: 'y' }),
    ),
    'duplicate',
    '/blocks/1/element/focus_on_load',
  ),
  bad(
    'modal',
    'inputs without a submit',
    { type: 'modal', title: plain('x'), blocks: [input({ type: 'plain_text_input' })] },
    'missing',
    '',
  ),
  bad(
    'home',
    'a view above 250 KB',
    home(...many(90, (at) => section({ block_id: `b${at}`, text: plain(a(1000)) }))),
    'view_too_large',
    '',
  ),
  bad('message', 'two tables', message(table(), table()), 'too_many', '/blocks/1'),
  bad(
    'message',
    '12,001 characters of markdown',
    message({ type: 'markdown', text: a(7000) }, { type: 'markdown', text: a(5001) }),
    'too_long',
    '/blocks',
  ),
  bad(
    'message',
    '13,201 characters in all',
    message(...many(5, () => section({ text: plain(a(2641)) }))),
    'msg_blocks_too_long',
    '/blocks',
  ),

  // Tables.
  inMessage(
    'rows of unequal length',
    dataTable({ rows: [[cell('a'), cell('b')], [cell('c')]] }),
    'unequal_rows',
    '/rows/1',
  ),
  inMessage('101 rows', dataTable({ rows: [[cell('a')], ...many(101, () => [cell('b')])] }), 'too_many', '/rows'),
  inMessage('a header alone', dataTable({ rows: [[cell('a')]] }), 'too_few', '/rows'),
  inMessage('21 columns', dataTable({ rows: many(2, () => many(21, () => cell('a'))) }), 'too_many', '/rows/0'),
  inMessage('an empty cell', dataTable({ rows: [[cell('a')], [cell('')]] }), 'too_short', '/rows/1/0/text'),
  inMessage(
    'rich text in the header',
    dataTable({ rows: [[rich({ type: 'text', text: 'a' })], [cell('b')]] }),
    'not_allowed_here',
    '/rows/0/0',
  ),
  inMessage('no caption', dataTable({ caption: '' }), 'too_short', '/caption'),
  inMessage('pages of 101', dataTable({ page_size: 101 }), 'out_of_range', '/page_size'),
  inMessage(
    'a naming column that is not there',
    dataTable({ row_header_column_index: 2 }),
    'out_of_range',
    '/row_header_column_index',
  ),
  bad(
    'home',
    '20,001 characters in a table',
    home(dataTable({ rows: [[cell('a')], ...many(20, () => [cell(a(1000))])] })),
    'too_long',
    '/blocks/0/rows',
  ),
  bad(
    'home',
    '10,001 characters in a short table',
    home(table({ rows: many(11, () => [cell(a(1000))]) })),
    'too_long',
    '/blocks/0/rows',
  ),
  inMessage(
    'settings for columns that are not there',
    table({ column_settings: many(3, () => ({ align: 'left' })) }),
    'too_many',
    '/column_settings',
  ),

  // Words; these are our own.
  bad('message', 'no text', { channel: 'C1', blocks: [section()] }, 'no_text', '/text'),
  bad('message', 'a text of blanks', { channel: 'C1', text: ' \n' }, 'no_text', '/text'),
  bad('message', 'a text of 4,001', { channel: 'C1', text: a(4001) }, 'too_long', '/text'),
  bad('message', 'everybody in the text', { channel: 'C1', text: '<!channel> です' }, 'house_broadcast', '/text'),
  inMessage('everybody in mrkdwn', section({ text: mrkdwn('<!here|here>') }), 'house_broadcast', '/text/text'),
  inMessage(
    'everybody in rich text',
    rich({ type: 'broadcast', range: 'channel' }),
    'house_broadcast',
    '/elements/0/elements/0',
  ),
  inMessage('a sign that was not escaped', section({ text: mrkdwn('a < b') }), 'house_unescaped', '/text/text'),
  inMessage('an ampersand that was not escaped', section({ text: mrkdwn('A&B') }), 'house_unescaped', '/text/text'),
  inMessage('a disguised address', section({ text: mrkdwn('<javascript:x|見た目>') }), 'house_unescaped', '/text/text'),
  inMessage('bold beside Japanese', section({ text: mrkdwn('*太字*です') }), 'house_bold', '/text/text'),
  inMessage('italics in full-width brackets', section({ text: mrkdwn('「_x_」') }), 'house_bold', '/text/text'),
  bad('message', 'bold beside Japanese in a text alone', { channel: 'C1', text: '*太字*です' }, 'house_bold', '/text'),
  inMessage('half a character', section({ text: plain('a\uD83D') }), 'broken_character', '/text/text'),
  bad('message', 'attachments', { ...message(), attachments: [] }, 'house_unused', '/attachments'),
  bad('message', 'names that become links', { ...message(), link_names: true }, 'house_unused', '/link_names'),
  bad('message', 'a message that is no object', 'text', 'wrong_type', ''),
  bad('message', 'blocks that are no list', { text: 'x', blocks: '[]' }, 'wrong_type', '/blocks'),
];
