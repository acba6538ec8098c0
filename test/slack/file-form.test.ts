import { Agent } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { optionalList } from '../../src/forms/field.ts';
import { files, shortText } from '../../src/forms/fields.ts';
import { defineForm } from '../../src/forms/form.ts';
import { FILE_BYTES } from '../../src/forms/readings/files.ts';
import { openedState } from '../../src/forms/state.ts';
import type { ChosenFile } from '../../src/forms/typed.ts';
import { downloadFile } from '../../src/slack/files.ts';
import { callbackOf, formView, typedIn } from '../../src/slack/form-view.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { faultsOf } from '../../src/slack/referee.ts';
import { both, form as formWords } from '../../src/words/form-parts.ts';
import { day } from '../calendar/day.ts';
import { type OpenWorkspace, openWorkspace, TRANSPORTS } from '../workspace/open-workspace.ts';

// A form of the tests' own with a field for files, from its definition to what was in the file.

const words = formWords({
  title: both('様式の受け取り', 'Receiving a sheet'),
  submit: both('取り込む', 'Take it'),
  fields: { title: { label: both('件名', 'Title') }, sheets: { label: both('調査票', 'Sheets') } },
});
const fileForm = defineForm({
  id: 'test-files',
  words,
  fields: {
    title: shortText(words.fields.title),
    sheets: files(words.fields.sheets, { types: ['xlsx', 'csv'], upTo: 2 }),
  },
});
const today = day('2026-11-24');
const state = (language: 'ja' | 'en' = 'ja') => openedState({ form: fileForm.id, language });

const file = (parts: Partial<ChosenFile> = {}): ChosenFile => ({
  id: 'F1',
  name: '様式.xlsx',
  size: 10,
  filetype: 'xlsx',
  address: 'https://files.slack.com/x',
  ...parts,
});

/** What is said at the field. */
const saidOf = (sheets: ChosenFile[], language: 'ja' | 'en' = 'ja') => {
  const outcome = fileForm.read({ title: 'x', sheets }, state(language), today);
  return outcome.kind === 'errors' ? outcome.errors.sheets : outcome.kind;
};

describe('a field for files', () => {
  it('is drawn as Slack’s, with its types and how many', () => {
    const view = formView(fileForm.sheet(state()));
    expect(faultsOf('modal', view)).toEqual([]);
    expect(view.blocks[1]).toMatchObject({
      type: 'input',
      block_id: 'sheets',
      optional: false,
      element: { type: 'file_input', filetypes: ['xlsx', 'csv'], max_files: 2 },
    });
  });

  it('does not trust Slack’s chooser: type, size, number and address are judged again, in both languages', () => {
    expect(saidOf([file(), file({ name: 'B.CSV', filetype: 'csv' })])).toBe('values');
    expect(saidOf([file({ name: '写真.png', filetype: 'png' })])).toContain('.xlsx・.csv');
    expect(saidOf([file({ filetype: 'pdf' })], 'en')).toContain('.xlsx, .csv');
    expect(saidOf([file({ size: FILE_BYTES + 1 })])).toContain('10MB');
    expect(saidOf([file({ size: 0 })])).toContain('中身');
    expect(saidOf([file({ address: '' })])).toContain('選び直し');
    expect(saidOf([file(), file(), file()], 'en')).toContain('at most 2 files');
    expect(saidOf([])).toContain('調査票');
    expect(FILE_BYTES).toBe(LIMITS.fileBytes);
  });

  it('may be left empty where it is optional', () => {
    const optional = defineForm({
      id: 'test-files',
      words,
      fields: { sheets: optionalList(files(words.fields.sheets, { types: ['csv'], upTo: 1 })) },
    });
    expect(optional.read({ sheets: [] }, state(), today)).toMatchObject({ kind: 'values', values: { sheets: [] } });
  });

  it('reads a file that is gone meanwhile as one without an address', () => {
    const sheets = { value: { type: 'file_input', files: [{ id: 'F1', mode: 'tombstone' }] } };
    expect(typedIn({ sheets })).toEqual({ sheets: [{ id: 'F1', name: '', size: 0, filetype: '', address: '' }] });
    expect(typedIn({ sheets: { value: { type: 'file_input', files: [] } } })).toEqual({ sheets: [] });
  });
});

describe.each(TRANSPORTS)('a file on its way through a form, by %s', (transport) => {
  let office: OpenWorkspace;
  afterEach(() => office.close());

  it('is chosen, judged, and fetched with the bot’s token', async () => {
    const received: string[] = [];
    office = await openWorkspace(transport, (app) => {
      app.command('/form', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: formView(fileForm.sheet(state())) });
      });
      app.view(callbackOf(fileForm.id), async ({ ack, view }) => {
        const outcome = fileForm.read(typedIn(view.state.values), state(), today);
        if (outcome.kind === 'errors') return ack({ response_action: 'errors', errors: outcome.errors });
        await ack();
        if (outcome.kind !== 'values') throw new Error(outcome.kind);
        const parts = { token: office.secrets.botToken, apiUrl: office.apiUrl, dispatcher: new Agent() };
        for (const sheet of outcome.values.sheets ?? []) {
          received.push(`${sheet.name} ${sheet.filetype} ${await downloadFile(parts, sheet, LIMITS.fileBytes)}`);
        }
      });
    });
    const morino = office.as('U0MORINO');
    await morino.command('/form');
    await morino.waitForView('調査票');
    await morino.fill({ 件名: '令和8年度' });
    await morino.submit();
    expect(morino.errors().sheets).toBe('このフィールドは必須です。');
    await morino.attach('調査票', { name: '様式.CSV', bytes: Buffer.from('市町,件数') });
    expect((await morino.submit()).ok).toBe(true);
    await expect.poll(() => received).toEqual(['様式.CSV csv 市町,件数']);
  });
});
