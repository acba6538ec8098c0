import type { DocumentReport, ImportProblem } from '../src/registry/documents/report.ts';
import { changeWords } from '../src/words/changes.ts';
import { documentProblems } from '../src/words/document-forms.ts';
import { documentTalk } from '../src/words/document-talk.ts';
import type { Language } from '../src/words/labels.ts';
import { refusedWords } from './outcomes.ts';

/** So many places are named at once. */
const MOST = 15;

/** What keeps documents from being saved: file, cell and reason, each on a line of its own. */
export function problemLines(
  files: readonly { name: string }[],
  reports: readonly DocumentReport[],
  language: Language,
): string[] {
  const refused = reports.find((report) => report.refused)?.refused;
  if (refused) return [refusedWords(refused, language)];
  const words = documentTalk[language];
  const lines = reports.flatMap(({ problems }, at) =>
    problems.map((problem) => words.inFile(`${files[at]?.name ?? ''} ${problem.at}`.trim(), saidOf(problem, language))),
  );
  return shortened(lines, language);
}

/** The first of many, and how many there are. */
export function shortened(lines: readonly string[], language: Language): string[] {
  const words = documentTalk[language];
  const rest = lines.length - MOST;
  return [words.wrong(lines.length), ...lines.slice(0, MOST), ...(rest > 0 ? [words.more(rest)] : [])];
}

function saidOf({ code, value }: ImportProblem, language: Language): string {
  const said = documentProblems[language][code];
  if (said) return said(value ?? '');
  const general = changeWords[language].problem as Readonly<Record<string, unknown>>;
  const words = general[code];
  return typeof words === 'string' ? words : `${code} ${value ?? ''}`;
}
