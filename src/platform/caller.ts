import { getAppContext } from '@forge/api';
import { fail } from '../contract/outcome';
import { dayOf, type IsoDate, type IsoInstant } from '../domain/dates';
import type { AccountId, ProjectId } from '../domain/ids';
import type { JiraApi } from '../jira/jira-api';
import { jiraAsUser } from './jira-as-user';

/** Who calls, when, and Jira as that person. Nothing in it comes from the payload. */
export type Caller = {
  readonly accountId: AccountId;
  readonly jira: JiraApi;
  readonly now: IsoInstant;
  readonly today: IsoDate;
  /**
   * The project that the page claims to be in. A hint to read ahead by, and no more: whoever calls can write what they
   * like there, so nothing is decided by it.
   */
  readonly projectHint: ProjectId | null;
  readonly permissionKey: (appPermission: AppPermission) => string;
};

/** The app's own permissions, by the keys of their modules in the manifest. */
export type AppPermission = 'manage-company-okrs' | 'manage-team-okrs';

/** Reads who calls from Forge's context. @throws `forbidden` for people who are not logged in. */
export const callerOf = (context: Readonly<Record<string, unknown>>): Caller => {
  const { accountId } = context;
  if (typeof accountId !== 'string' || accountId === '' || accountId === 'unidentified') {
    return fail({ code: 'forbidden', message: 'Log in to Jira to see objectives and key results.' });
  }
  const now = new Date().toISOString() as IsoInstant;
  return {
    accountId: accountId as AccountId,
    jira: jiraAsUser,
    now,
    today: dayOf(now),
    projectHint: projectHintOf(context['extension']),
    permissionKey,
  };
};

const permissionKey = (appPermission: AppPermission): string => {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${appPermission}`;
};

const projectHintOf = (extension: unknown): ProjectId | null => {
  const id = (extension as { readonly project?: { readonly id?: unknown } } | undefined)?.project?.id;
  return typeof id === 'string' && /^\d{1,18}$/.test(id) ? (id as ProjectId) : null;
};
