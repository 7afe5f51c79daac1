import * as panel from '../contract/issue-panel';
import * as column from '../contract/key-result-column';
import * as contract from '../contract/project-page';
import * as refinement from '../contract/refinement';
import * as planning from '../contract/sprint-planning';
import * as review from '../contract/sprint-review';
import { checkIn } from '../usecases/check-in';
import { continueIntent, plansNext } from '../usecases/continue-intent';
import { loadHistory } from '../usecases/load-history';
import { loadKeyResultWork } from '../usecases/load-key-result-work';
import { loadObjectives } from '../usecases/load-objectives';
import { loadProjectPage } from '../usecases/load-project-page';
import { loadRefinement } from '../usecases/load-refinement';
import { loadSprintPlanning } from '../usecases/load-sprint-planning';
import { loadSprintReview } from '../usecases/load-sprint-review';
import { editsSomeOf, refreshColumn } from '../usecases/refresh-column';
import { loadReviewedKeyResults } from '../usecases/reviewed-key-results';
import { changeCycleState, saveCycle } from '../usecases/save-cycle';
import { archiveKeyResult, saveKeyResult } from '../usecases/save-key-result';
import { archiveObjective, saveObjective } from '../usecases/save-objective';
import { savePlanningSettings } from '../usecases/save-planning-settings';
import { saveSprintIntent } from '../usecases/save-sprint-intent';
import { givesVerdict, saveVerdict } from '../usecases/save-verdict';
import { saveVisibility } from '../usecases/save-visibility';
import { plansBoard, plansSprint } from '../usecases/sprint-planning-rights';
import {
  anybodyLoggedIn,
  checksIn,
  editsKeyResult,
  editsObjective,
  managesCycles,
  managesTeam,
  savesObjective,
  seesKeyResult,
} from '../usecases/who-may';
import { handle } from './handle';
import { surface } from './surface';

/** Of the project page and of the screens that it shares with the menus of backlogs, boards and sprints and with dashboards. */
export const projectPage = surface<
  contract.ProjectPageApi &
    refinement.RefinementApi &
    planning.SprintPlanningApi &
    review.SprintReviewApi &
    column.KeyResultColumnApi
>({
  loadProjectPage: handle(contract.loadProjectPage, anybodyLoggedIn, loadProjectPage),
  loadHistory: handle(contract.loadHistory, seesKeyResult, loadHistory),
  saveCycle: handle(contract.saveCycle, managesCycles, saveCycle),
  changeCycleState: handle(contract.changeCycleState, managesCycles, changeCycleState),
  saveObjective: handle(contract.saveObjective, savesObjective, saveObjective),
  archiveObjective: handle(contract.archiveObjective, editsObjective, archiveObjective),
  saveKeyResult: handle(contract.saveKeyResult, editsKeyResult, saveKeyResult),
  archiveKeyResult: handle(contract.archiveKeyResult, editsKeyResult, archiveKeyResult),
  checkIn: handle(contract.checkIn, checksIn, checkIn),
  loadRefinement: handle(refinement.loadRefinement, anybodyLoggedIn, loadRefinement),
  loadObjectives: handle(panel.loadObjectives, anybodyLoggedIn, loadObjectives),
  refreshColumn: handle(column.refreshColumn, editsSomeOf, refreshColumn),
  loadSprintPlanning: handle(planning.loadSprintPlanning, anybodyLoggedIn, loadSprintPlanning),
  saveSprintIntent: handle(planning.saveSprintIntent, plansSprint, saveSprintIntent),
  savePlanningSettings: handle(planning.savePlanningSettings, plansBoard, savePlanningSettings),
  loadSprintReview: handle(review.loadSprintReview, anybodyLoggedIn, loadSprintReview),
  loadReviewedKeyResults: handle(review.loadReviewedKeyResults, anybodyLoggedIn, loadReviewedKeyResults),
  loadKeyResultWork: handle(review.loadKeyResultWork, seesKeyResult, loadKeyResultWork),
  saveVerdict: handle(review.saveVerdict, givesVerdict, saveVerdict),
  continueIntent: handle(review.continueIntent, plansNext, continueIntent),
  saveVisibility: handle(contract.saveVisibility, managesTeam, saveVisibility),
});
