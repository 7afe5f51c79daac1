import type { AppFieldType } from './app-field';
import type { Grant, Permission, PermissionScheme, SecurityScheme } from './permission-scheme';

/**
 * A Jira site as the stand-in holds it: plain data, so that one file can be its state. Loaders and the generator make
 * it, the REST API and JQL read it, writes change it in place. Moments are ISO strings, ids are strings as in Jira's
 * replies (boards and sprints are numbers there, and so here).
 */
export type Site = {
  readonly name: string;
  /** What the site's first page says to try, in order. */
  readonly tour: readonly {
    readonly title: string;
    readonly text: string;
    readonly link: string;
    readonly account?: string;
  }[];
  readonly accounts: Account[];
  readonly groups: Group[];
  /** `ADMINISTER`, and an app's global permissions by module key; without an entry, what the manifest grants. */
  readonly globalPermissions: Record<Permission, Grant[]>;
  readonly permissionSchemes: PermissionScheme[];
  readonly securitySchemes: SecurityScheme[];
  readonly projects: Project[];
  readonly issueTypes: IssueType[];
  readonly statuses: Status[];
  readonly priorities: Named[];
  readonly resolutions: Named[];
  /** Custom fields beside the system's. The sprint field always exists, story points only where a site has them. */
  readonly customFields: CustomField[];
  readonly boards: Board[];
  readonly sprints: Sprint[];
  readonly issues: Issue[];
  readonly dashboards: Dashboard[];
  /** The highest id of an issue that was ever here; absent until one is made or deleted. */
  lastIssueId?: number;
};

export type Named = { readonly id: string; readonly name: string };

export type Account = {
  readonly accountId: string;
  /** What `Basic` auth and the switch of users call the account: `admin`, `outsider`, … Unique. */
  readonly userName: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly active: boolean;
  readonly timeZone: string;
  readonly locale: string;
  /** One sentence for the switch of users: what this person may do. */
  readonly about: string;
  /** The person asked to be forgotten: what apps keep of them has to go. */
  readonly closed?: boolean;
  /** When the name last changed, for apps that keep it. */
  readonly changedAt?: string;
};

export type Group = { readonly groupId: string; readonly name: string; readonly members: string[] };

export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly lead: string;
  /** Role name → accounts and groups. */
  readonly roles: Record<string, { readonly accounts: string[]; readonly groups: string[] }>;
  readonly permissionSchemeId: string;
  /** `null` where issues cannot be given a level. */
  readonly securitySchemeId: string | null;
  readonly issueTypeIds: string[];
  /** The highest number of an issue that was ever here; absent until one is made or deleted. */
  lastIssueNumber?: number;
};

export type IssueType = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  /** -1 sub-task, 0 story and the like, 1 epic, 2 above. */
  readonly hierarchyLevel: number;
};

export type StatusCategory = 'new' | 'indeterminate' | 'done';
export type Status = { readonly id: string; readonly name: string; readonly category: StatusCategory };

export type CustomField =
  | { readonly id: string; readonly name: string; readonly type: 'number' | 'string' | 'sprint' }
  | AppCustomField;

/** A field of the installed app; see `installAppFields`. */
export type AppCustomField = {
  readonly id: string;
  readonly name: string;
  readonly type: 'app';
  /** The ARI of its module. */
  readonly key: string;
  readonly moduleKey: string;
  readonly valueType: AppFieldType;
  readonly isList: boolean;
};

export type Board = {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
  /** `null` of a board without a location, which everybody sees who is logged in. */
  readonly projectId: string | null;
  /** Left to right; the last one is Done. */
  readonly columns: { readonly name: string; readonly statusIds: string[] }[];
  /** The custom field that holds the estimate, or `null` where the board counts issues. */
  readonly estimationFieldId: string | null;
  /** Which issues the board shows. */
  readonly filterJql: string;
};

export type Sprint = {
  readonly id: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  startDate: string | null;
  endDate: string | null;
  completeDate: string | null;
  goal: string | null;
  readonly originBoardId: number | null;
  /** Entity properties; absent is none. */
  properties?: Record<string, unknown>;
};

export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  typeId: string;
  summary: string;
  description: string;
  statusId: string;
  priorityId: string | null;
  resolutionId: string | null;
  assignee: string | null;
  reporter: string | null;
  /** A level of the project's security scheme; absent is none. */
  securityLevelId?: string | null;
  readonly created: string;
  updated: string;
  resolved: string | null;
  /** The parent's issue id: a story's epic, a sub-task's story. */
  parentId: string | null;
  labels: string[];
  components: string[];
  fixVersions: string[];
  /** Every sprint the issue is or was in, oldest first. */
  sprintIds: number[];
  /** Values of custom fields by field id; `null` is none. */
  fields: Record<string, unknown>;
  /** Position in the backlog; lower comes first. */
  rank: number;
  /** Entity properties. */
  properties: Record<string, unknown>;
  history: HistoryEntry[];
  links: { readonly type: string; readonly direction: 'in' | 'out'; readonly key: string }[];
};

/** As in Jira's changelog: one change of several fields by one person at one moment. */
export type HistoryEntry = {
  readonly id: string;
  readonly created: string;
  readonly author: string | null;
  readonly items: {
    readonly field: string;
    readonly fieldId: string;
    readonly from: string | null;
    readonly fromString: string | null;
    readonly to: string | null;
    readonly toString: string | null;
  }[];
};

export type Dashboard = {
  readonly id: string;
  readonly name: string;
  /** An app's widgets and gadgets: the manifest module's key and what its edit view saved. */
  readonly items: {
    readonly id: string;
    readonly moduleKey: string;
    config: Record<string, unknown> | null;
    /** Entity properties; absent is none. */
    properties?: Record<string, unknown>;
  }[];
};
