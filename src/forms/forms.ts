import {
  adminAreaForm,
  blackOutForm,
  channelForm,
  chooseWordForm,
  handoverForm,
  joinForm,
  memberChangeForm,
  memberForm,
  sectionForm,
  wordForm,
} from './admin.ts';
import { answerForm, chooseAnswerForm, hubForm, planForm } from './answer.ts';
import { decideDraftForm } from './draft.ts';
import { chooseEvaluationForm, evaluationForm } from './evaluate.ts';
import { addIndicatorForm, chooseIndicatorForm, figuresForm } from './indicator.ts';
import { chooseSharedForm, surveyForm, toolForm, withdrawForm } from './share.ts';
import {
  addInitiativeForm,
  chooseInitiativeForm,
  confirmSceneForm,
  initiativeDetailsForm,
  initiativeItemForm,
  initiativePlaceForm,
  updateForm,
} from './update.ts';

/** Every form there is. */
export const FORMS = [
  chooseInitiativeForm,
  addInitiativeForm,
  updateForm,
  initiativeDetailsForm,
  initiativePlaceForm,
  initiativeItemForm,
  confirmSceneForm,
  chooseAnswerForm,
  answerForm,
  hubForm,
  planForm,
  chooseSharedForm,
  toolForm,
  surveyForm,
  withdrawForm,
  decideDraftForm,
  chooseIndicatorForm,
  addIndicatorForm,
  figuresForm,
  chooseEvaluationForm,
  evaluationForm,
  joinForm,
  adminAreaForm,
  memberForm,
  memberChangeForm,
  sectionForm,
  handoverForm,
  channelForm,
  chooseWordForm,
  wordForm,
  blackOutForm,
] as const;
