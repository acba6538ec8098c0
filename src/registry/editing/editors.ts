import type { ChangeKind } from '../../records/changes.ts';
import { answerEditor, toolEditor, valueEditor } from './compound.ts';
import { deadlineEditor, submissionEditor } from './deadlines.ts';
import type { Editor, State } from './editor.ts';
import { meetingPlanEditor, occurrenceEditor } from './meetings.ts';
import {
  evaluationEditor,
  hubEditor,
  indicatorEditor,
  initiativeEditor,
  meetingEditor,
  planEditor,
  surveyEditor,
} from './simple.ts';
import { surveyReplyEditor } from './survey-replies.ts';
import { surveyRoundEditor } from './survey-rounds.ts';

const editors = {
  initiative: initiativeEditor,
  answer: answerEditor,
  hub: hubEditor,
  plan: planEditor,
  tool: toolEditor,
  survey: surveyEditor,
  meeting: meetingEditor,
  indicator: indicatorEditor,
  value: valueEditor,
  evaluation: evaluationEditor,
  meetingPlan: meetingPlanEditor,
  occurrence: occurrenceEditor,
  deadline: deadlineEditor,
  submission: submissionEditor,
  surveyRound: surveyRoundEditor,
  surveyReply: surveyReplyEditor,
};

/** An editor of any kind: its states and fields go only to itself. */
export type AnyState = State<ChangeKind, { id: string }>;
export type AnyFields = Record<string, unknown>;
export type AnyEditor = Omit<Editor<ChangeKind>, 'fields'> & { fields(state: AnyState): AnyFields };

/** How records of a kind are changed. */
export function editorOf<K extends ChangeKind>(kind: K): AnyEditor {
  return editors[kind] as unknown as AnyEditor;
}
