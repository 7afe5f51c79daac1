import * as contract from '../contract/project-page';
import { checkIn } from '../usecases/check-in';
import { loadHistory } from '../usecases/load-history';
import { loadProjectPage } from '../usecases/load-project-page';
import { changeCycleState, saveCycle } from '../usecases/save-cycle';
import { archiveKeyResult, saveKeyResult } from '../usecases/save-key-result';
import { archiveObjective, saveObjective } from '../usecases/save-objective';
import { saveVisibility } from '../usecases/save-visibility';
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

export const projectPage = surface<contract.ProjectPageApi>({
  loadProjectPage: handle(contract.loadProjectPage, anybodyLoggedIn, loadProjectPage),
  loadHistory: handle(contract.loadHistory, seesKeyResult, loadHistory),
  saveCycle: handle(contract.saveCycle, managesCycles, saveCycle),
  changeCycleState: handle(contract.changeCycleState, managesCycles, changeCycleState),
  saveObjective: handle(contract.saveObjective, savesObjective, saveObjective),
  archiveObjective: handle(contract.archiveObjective, editsObjective, archiveObjective),
  saveKeyResult: handle(contract.saveKeyResult, editsKeyResult, saveKeyResult),
  archiveKeyResult: handle(contract.archiveKeyResult, editsKeyResult, archiveKeyResult),
  checkIn: handle(contract.checkIn, checksIn, checkIn),
  saveVisibility: handle(contract.saveVisibility, managesTeam, saveVisibility),
});
