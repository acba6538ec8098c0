import type { CalendarDate } from '../src/calendar/calendar-date.ts';
import { parseFiscalYearLabel } from '../src/calendar/fiscal-year.ts';
import { reportFile } from '../src/documents/reports/report.ts';
import type { ReportFile } from '../src/documents/reports/report-file.ts';
import { reportPictures } from '../src/documents/reports/report-pictures.ts';
import type { Wanted } from '../src/documents/reports/wanted.ts';
import { reportForm } from '../src/forms/report.ts';
import type { Part } from '../src/forms/sheet.ts';
import type { Typed } from '../src/forms/typed.ts';
import { REPORT_FORMATS, REPORTS } from '../src/records/reports.ts';
import { townsIn } from '../src/records/towns.ts';
import type { Rights } from '../src/registry/members/permissions.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import type { Language } from '../src/words/labels.ts';
import { formatNames, reportFormWords, reportKindWords, reportNames, reportTalk } from '../src/words/reports.ts';
import { documentDoor } from './document-import.ts';
import { type AnyRecordForm, recordForm, type Sent, type Step, said } from './record-form.ts';
import { areaChoices, choosing, readLine, recordsOf } from './records.ts';
import { defineCommand, opensForm } from './slash-command.ts';

export const report = defineCommand({
  name: '/tonari-report',
  alias: '/書き出し',
  description: '調査票・4場面シート・指標表・PDCA表・市町のまとめを、Excel・CSV・図で書き出します',
  usage: '[書類 市町 年度]',
  run: opensForm('report'),
});

const documents = recordForm({
  form: reportForm,
  async open(sitting) {
    const { own, line, opened } = await choosing(sitting);
    return {
      kind: 'sheet',
      state: opened,
      showing: { typed: typedIn(line, own, { ...sitting, state: opened }), after: [door(sitting.state.language)] },
    };
  },
  choices: (sitting) => ({ areaIds: areaChoices(sitting) }),
  async send(sent) {
    const { bot, state, values, who, key } = sent;
    const words = reportTalk[state.language];
    const { report: kind = 'survey', areaIds = [], format = 'xlsx' } = values;
    const towns = areaIds.length > 0 ? areaIds : homeTowns(sent);
    const what = reportKindWords[kind][state.language];
    if (!(await bot.desk.isNew(key))) return told(words.twice);
    await sent.tell([{ kind: 'said', text: words.making(what, towns.length) }]);
    const wanted: Wanted = {
      report: kind,
      areaIds: towns,
      fiscalYear: values.fiscalYear ? parseFiscalYearLabel(values.fiscalYear) : null,
      day: (values.day as CalendarDate | null | undefined) ?? bot.clock.today(),
      format,
      submissionsOf: submissionsOf(sent, await bot.registrar.rights(who)),
    };
    const shown = format === 'png' ? await picturesSent(sent, wanted) : 0;
    if (shown > 0) return told(words.sent(what, words.pictures(shown)));
    const file = await made(sent, wanted);
    if (!file) return { kind: 'sheet', state, showing: { typed: sent.typed, notices: [words.nothing] } };
    await sent.tell([{ kind: 'said', text: words.sending(what) }]);
    await bot.voice.sendFiles(who.user, [file], words.comment(file.title));
    return told(words.sent(file.title, sizeOf(file, state.language)));
  },
});

/** So many pictures are sent one by one, each with its text; more come as one file. */
const SHOWN = 6;

/** Sends the pictures themselves, where they are few. Says how many it sent. */
async function picturesSent({ bot, who, state }: Sent<unknown>, wanted: Wanted): Promise<number> {
  const pictures = await reportPictures(recordsOf(bot), wanted, state.language);
  if (pictures.length > SHOWN) return 0;
  for (const { twin, ...file } of pictures) await bot.voice.sendFiles(who.user, [file], twin);
  return pictures.length;
}

const told = (text: string): Step => said(reportFormWords.title, [{ kind: 'said', text } satisfies Part]);

async function made({ bot }: Sent<unknown>, wanted: Wanted): Promise<ReportFile | null> {
  const day = wanted.report === 'scenes' ? wanted.day : null;
  const source = await bot.registrar.reportSource(recordsOf(bot), day);
  return reportFile(source, wanted);
}

/** The way for documents in, beside the way out. */
const door = (language: Language): Part => ({
  kind: 'buttons',
  name: 'documents',
  buttons: [documentDoor(documentTalk[language].documents, 'scenes')],
});

const homeTowns = ({ bot }: Sent<unknown>): string[] =>
  townsIn(recordsOf(bot), bot.lookup.lookup.options.homePrefecture).map(({ id }) => id);

/** Who has not submitted is for the area itself and its prefecture (rule 1.6). */
const submissionsOf = ({ bot }: Sent<unknown>, rights: Rights): string[] =>
  recordsOf(bot)
    .areas.filter((area) => rights.mayAdminister || rights.over([area]).may)
    .map(({ id }) => id);

const sizeOf = ({ name, size }: ReportFile, language: Language): string =>
  reportTalk[language][/\.xlsx$/.test(name) ? 'sheets' : /-png\.zip$/.test(name) ? 'pictures' : 'rows'](size);

/** What a line after the command says: 調査票 桑名市 R8 csv. One's own areas where it names none. */
function typedIn(line: string, own: readonly string[], sitting: Parameters<typeof readLine>[2]): Typed {
  const said = ` ${line.normalize('NFKC').toLowerCase()} `;
  const named = <T extends string>(names: Readonly<Record<T, readonly string[]>>, all: readonly T[]): T | undefined =>
    all
      .flatMap((each) => names[each].map((name) => ({ each, name: name.normalize('NFKC').toLowerCase() })))
      .sort((one, other) => other.name.length - one.name.length)
      .find(({ name }) => said.includes(name))?.each;
  const report = named(reportNames, REPORTS) ?? 'survey';
  const { areaIds, typed } = readLine(line, [], sitting);
  const time = typed.fiscalYear ?? typed.date;
  return {
    report,
    areaIds: areaIds.length > 0 ? areaIds : [...own],
    format: named(formatNames, REPORT_FORMATS) ?? 'xlsx',
    ...(time ? { [report === 'scenes' ? 'day' : 'fiscalYear']: time } : {}),
  };
}

export const reportForms: readonly AnyRecordForm[] = [documents];
