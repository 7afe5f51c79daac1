import type { CheckInPayload, SaveObjective } from '../contract/project-page';
import { objectiveIdOf, type KeyResultId, type ObjectiveId, type ProjectId } from '../domain/ids';
import type { KeyResult, Objective } from '../domain/objective';
import { getIssue } from '../jira/issues';
import { readPermissions } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import type { Versioned } from '../storage/record';
import { getKeyResult, getObjective } from './get-objective';
import {
  COMPANY_MANAGERS,
  forbidden,
  managersOf,
  managesScope,
  mayCheckIn,
  mayEdit,
  rightsFor,
  rightsIn,
  TEAM_MANAGERS,
  type Rights,
} from './rights';

/**
 * Who may call what. Each answers with what it had to read to decide, so that the use case need not read it again, or
 * throws `not-found` (also for what is hidden from the caller) or `forbidden`. Everybody here is logged in: `callerOf`
 * turns others away.
 */

/** For calls that answer each person with what that person may see. */
export const anybodyLoggedIn = (): null => null;

export const editsIssue = async (caller: Caller, { issueId }: { readonly issueId: string }) => {
  const issue = await getIssue(caller.jira, issueId);
  return issue.mayEdit
    ? issue
    : forbidden('edit this issue', 'a project administrator for the permission to edit issues');
};

export const seesKeyResult = (caller: Caller, { keyResultId }: { readonly keyResultId: KeyResultId }) =>
  getKeyResult(caller, keyResultId);

export const managesCycles = async (caller: Caller): Promise<Rights> => {
  const rights = await rightsIn(caller, null);
  return rights.managesCompany ? rights : forbidden('manage cycles', COMPANY_MANAGERS);
};

export const managesTeam = async (
  caller: Caller,
  { projectId }: { readonly projectId: ProjectId },
): Promise<Rights> => {
  const rights = await rightsIn(caller, projectId);
  return rights.managesTeam ? rights : forbidden('decide who sees this team’s OKRs', TEAM_MANAGERS);
};

/** Jira's own administrators: they alone take everything out, restricted teams' OKRs included, and bring it in. */
export const administersSite = async (caller: Caller): Promise<null> => {
  const held = await readPermissions(caller.jira, ['ADMINISTER'], null);
  return held.has('ADMINISTER')
    ? null
    : forbidden('export or import the OKRs of this site', 'a Jira administrator');
};

/** An objective that the caller may edit, as it was read to find out. */
export type Editable = { readonly read: Versioned<Objective>; readonly rights: Rights };

export const editsObjective = async (
  caller: Caller,
  { id }: { readonly id: ObjectiveId },
): Promise<Editable> => {
  const read = await getObjective(caller, id);
  const rights = await rightsFor(caller, read.value.scope);
  if (mayEdit(caller, rights, read.value)) return { read, rights };
  return forbidden('change this objective', `its owner, or ${managersOf(read.value.scope)}`);
};

export const editsKeyResult = (caller: Caller, { id }: { readonly id: KeyResultId }): Promise<Editable> =>
  editsObjective(caller, { id: objectiveIdOf(id) });

/** Creating asks for the rights in the scope, changing for those on the stored objective. */
export const savesObjective = async (
  caller: Caller,
  { id, scope, expectedRevision }: SaveObjective,
): Promise<Editable | { readonly read: null; readonly rights: Rights }> => {
  if (expectedRevision !== null) return editsObjective(caller, { id });
  const rights = await rightsFor(caller, scope);
  return managesScope(rights, scope)
    ? { read: null, rights }
    : forbidden('create an objective here', managersOf(scope));
};

export const checksIn = async (
  caller: Caller,
  { keyResultId }: CheckInPayload,
): Promise<Editable & { readonly keyResult: KeyResult }> => {
  const { objective: read, keyResult } = await getKeyResult(caller, keyResultId);
  const rights = await rightsFor(caller, read.value.scope);
  if (mayCheckIn(caller, rights, read.value, keyResult)) return { read, rights, keyResult };
  return forbidden('check in on this key result', `its owner, or ${managersOf(read.value.scope)}`);
};
