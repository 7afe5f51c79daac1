import api, { getAppContext, route } from '@forge/api';
import { fail } from '../contract/outcome';
import { dayOf, type IsoDate, type IsoInstant } from '../domain/dates';
import type { AccountId, ProjectId } from '../domain/ids';
import type { JiraApi } from '../jira/jira-api';

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

/** Jira as the person who calls: it refuses what that person may not see or do. */
const jiraAsUser = {
  requestJira: async (path: Parameters<RequestAsUser>[0], init: Parameters<RequestAsUser>[1]) => {
    try {
      return await api.asUser().requestJira(path, init);
    } catch {
      return fail({ code: 'jira-unavailable', message: isRead(init) ? UNREACHABLE : MAYBE_SAVED });
    }
  },
  route,
} as unknown as JiraApi;

/** What the app sends Jira with POST are questions that are too long for a URL. */
const isRead = (init: Parameters<RequestAsUser>[1]): boolean =>
  init?.method === undefined || init.method === 'GET' || init.method === 'POST';

const UNREACHABLE = 'Jira could not be reached. Nothing was changed. Try again in a moment.';

/** A request whose answer got lost may have been carried out. */
const MAYBE_SAVED =
  'Jira could not be reached. What you were saving may or may not have arrived: reload to see. Then try again.';

type RequestAsUser = ReturnType<typeof api.asUser>['requestJira'];

const permissionKey = (appPermission: AppPermission): string => {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${appPermission}`;
};

const projectHintOf = (extension: unknown): ProjectId | null => {
  const id = (extension as { readonly project?: { readonly id?: unknown } } | undefined)?.project?.id;
  return typeof id === 'string' && /^\d{1,18}$/.test(id) ? (id as ProjectId) : null;
};
