import type { ReplyAnswers, ReplyCell, RoundColumn } from '../../records/survey-round.ts';
import type { UnderstoodPart } from '../../records/understood.ts';
import { SCENES } from '../../records/vocabulary.ts';
import { continuedHub } from './continued-hub.ts';
import { continued } from './likeness.ts';
import type { Taking } from './to-changes.ts';

/** A filled sheet as the reply to a round: the columns that the round asks, each statement with what it goes on from. */
export function replyOf(
  { records }: UnderstoodPart,
  columns: readonly RoundColumn[],
  { standing, statusOf, areasIn }: Taking,
  proposed: (text: string) => Pick<ReplyCell['statements'][number], 'topics' | 'tools'>,
): Partial<ReplyAnswers> {
  const answers: Partial<ReplyAnswers> = {};
  const hubs = records.filter((record) => record.kind === 'hub');
  const plans = records.filter((record) => record.kind === 'plan');
  if (columns.includes('hub')) {
    answers.hub = {
      stated: hubs.length > 0 ? 'yes' : 'blank',
      hubs: hubs.map(({ fields }) => {
        const was = standing.hub(fields);
        return { ...continuedHub(fields, was), from: was?.id ?? null };
      }),
    };
  }
  if (columns.includes('vision')) {
    answers.vision = SCENES.map((scene) => {
      const said = plans.find(({ fields }) => fields.scene === scene)?.fields;
      const was = standing.plan({ scene }, true);
      const { stated = 'blank', vision = null, goal = null } = said ?? {};
      return { scene, from: was?.id ?? null, stated, vision, goal: goal ?? was?.goal ?? null };
    });
  }
  for (const { kind, fields, at } of records) {
    if (kind !== 'answer' || fields.facet === 'policy' || !columns.includes(fields.facet)) continue;
    const goesOn = continued(
      fields.statements.map(({ text }) => text),
      standing.statements(fields.facet),
      ({ text }) => text,
    );
    const cell: ReplyCell = {
      stated: fields.stated,
      text: fields.text === '' ? null : fields.text,
      statements: fields.statements.map((statement, index) => ({
        from: goesOn[index]?.id ?? null,
        text: statement.text,
        status: statusOf(statement, `${at}#${index + 1}`),
        areaIds: areasIn(statement.text),
        scenes: goesOn[index]?.scenes ?? [],
        when: goesOn[index]?.when ?? null,
        ...proposed(statement.text),
      })),
    };
    answers[fields.facet] = cell;
  }
  return answers;
}
