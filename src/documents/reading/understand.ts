import type { ReadDocument, ReadSheet } from '../../records/read-document.ts';
import type { DocumentKind, Understood, UnderstoodPart } from '../../records/understood.ts';
import { understandCentre } from './centre.ts';
import { eventsIn } from './events.ts';
import { mended } from './letters.ts';
import { understandPdca } from './pdca.ts';
import { understandPlan } from './plan.ts';
import { understandScenes } from './scenes.ts';
import { understandSurvey } from './survey.ts';
import { filled, lineOf, Taking } from './taking.ts';

const READERS: Record<DocumentKind, (sheets: readonly ReadSheet[], taking: Taking) => UnderstoodPart[]> = {
  survey: understandSurvey,
  scenes: understandScenes,
  plan: understandPlan,
  centre: understandCentre,
  pdca: understandPdca,
};

/** What a document of some kind says. Pure: nothing is looked up, and nothing is guessed. */
export function understand(kind: DocumentKind, { sheets }: ReadDocument): Understood {
  const taking = new Taking();
  const parts = READERS[kind](sheets, taking)
    .filter(({ records }) => records.length > 0)
    .map((part) => ({ ...part, records: [...part.records, ...eventsIn(part)] }));
  const lines = sheets.flatMap(linesOf);
  return { kind, draft: sheets.some(isDraft), parts, lines, problems: taking.problems, warnings: taking.warnings };
}

/** Whether it calls itself a draft (案) at its head. */
const isDraft = ({ rows }: ReadSheet): boolean => rows.slice(0, 20).some((row) => /[（(]案[)）]/.test(lineOf(row)));

const linesOf = ({ rows }: ReadSheet): string[] =>
  rows.flatMap((row) => filled(row).flatMap(({ text }) => mended(text).split(/\n|(?<=。)/)));
