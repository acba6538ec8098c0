import { asShiftJis, asUtf8, csvText } from '../src/documents/csv.ts';
import type { Answer } from '../src/lookup/answer.ts';
import { plainText, stateOf } from '../src/lookup/plain-text.ts';
import type { UploadedFile } from '../src/slack/voice.ts';
import type { Language } from '../src/words/labels.ts';
import { slackWords } from '../src/words/slack.ts';

/** An answer to take along: as text, and as tables for spreadsheets old and new. */
export function answerFiles(answer: Answer, day: string, language: Language): UploadedFile[] {
  const { fileTitles } = slackWords[language];
  const table = csvText(tableOf(answer));
  const name = (ending: string) => `tonarimachi-${day}${ending}`;
  return [
    { name: name('.txt'), title: fileTitles.text, content: asUtf8(plainText(answer).replaceAll('\n', '\r\n')) },
    { name: name('.csv'), title: fileTitles.utf8, content: asUtf8(table) },
    { name: name('-sjis.csv'), title: fileTitles.shiftJis, content: asShiftJis(table) },
  ];
}

function tableOf(answer: Answer): string[][] {
  if (answer.table) return [answer.table.columns, ...answer.table.rows];
  const { columns, counted } = slackWords[answer.language].csv;
  const rows = answer.groups.flatMap(({ title, rows: each }) =>
    each.map((row) => [
      title ?? counted,
      row.areas.join('・'),
      row.text,
      stateOf(row, answer.language),
      row.place,
      row.source,
      row.asOf,
      row.recordId,
    ]),
  );
  return [[...columns], ...rows];
}
