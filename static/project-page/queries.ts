import type { Outcome } from '../../src/contract/outcome';
import type {
  ArchiveKeyResult,
  ArchiveObjective,
  ChangeCycleState,
  CheckedIn,
  CheckInPayload,
  History,
  SaveCycle,
  SaveKeyResult,
  SaveObjective,
  SaveVisibility,
} from '../../src/contract/project-page';
import type { KeyResultWork } from '../../src/contract/sprint-review';
import type { CycleView, ObjectiveView } from '../../src/contract/views';
import type { KeyResultId } from '../../src/domain/ids';
import { searchUsers, type User } from '../../src/jira/users';
import { invokeProjectPage } from '../shared/invoke';
import { jira } from '../shared/jira';
import { saved, unwrap } from '../shared/loading';
import { createWorkStore, type WorkStore } from './work-store';

export const loadHistory = async (keyResultId: KeyResultId): Promise<History> =>
  unwrap(await invokeProjectPage('loadHistory', { keyResultId }));

export const loadKeyResultWork = async (
  keyResultId: KeyResultId,
  sprintIds: readonly number[],
): Promise<KeyResultWork> =>
  unwrap(await invokeProjectPage('loadKeyResultWork', { keyResultId, sprintIds: [...sprintIds] }));

export const createProjectWork = (projectId: string): WorkStore => createWorkStore(jira, projectId);

export const findPeople = (query: string): Promise<User[]> => searchUsers(jira, query);

export const saveCycle = (payload: SaveCycle): Promise<Outcome<CycleView>> =>
  saved(invokeProjectPage('saveCycle', payload));

export const changeCycleState = (payload: ChangeCycleState): Promise<Outcome<CycleView>> =>
  saved(invokeProjectPage('changeCycleState', payload));

export const saveObjective = (payload: SaveObjective): Promise<Outcome<ObjectiveView>> =>
  saved(invokeProjectPage('saveObjective', payload));

export const archiveObjective = (payload: ArchiveObjective): Promise<Outcome<ObjectiveView>> =>
  saved(invokeProjectPage('archiveObjective', payload));

export const saveKeyResult = (payload: SaveKeyResult): Promise<Outcome<ObjectiveView>> =>
  saved(invokeProjectPage('saveKeyResult', payload));

export const archiveKeyResult = (payload: ArchiveKeyResult): Promise<Outcome<ObjectiveView>> =>
  saved(invokeProjectPage('archiveKeyResult', payload));

export const checkIn = (payload: CheckInPayload): Promise<Outcome<CheckedIn>> =>
  saved(invokeProjectPage('checkIn', payload));

export const saveVisibility = (payload: SaveVisibility): Promise<Outcome<{ readonly restricted: boolean }>> =>
  saved(invokeProjectPage('saveVisibility', payload));
