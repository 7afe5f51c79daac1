/** The parts of Jira's replies that the pages show. */
export type User = { readonly accountId: string; readonly displayName: string };
export type Project = { readonly id: string; readonly key: string; readonly name: string };
export type Status = {
  readonly id: string;
  readonly name: string;
  readonly statusCategory: { readonly key: 'new' | 'indeterminate' | 'done' };
};
export type IssueType = {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
  readonly hierarchyLevel?: number;
};
export type Sprint = {
  readonly id: number;
  readonly name: string;
  readonly state: 'future' | 'active' | 'closed';
  readonly startDate?: string;
  readonly endDate?: string;
  readonly completeDate?: string;
  readonly goal?: string;
};
export type Board = {
  readonly id: number;
  readonly name: string;
  readonly type: 'scrum' | 'kanban' | 'simple';
};
export type Issue = {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>> & {
    readonly summary: string;
    readonly status: Status;
    readonly issuetype: IssueType;
    readonly project: Project;
    readonly assignee: User | null;
    readonly reporter?: User | null;
    readonly labels?: readonly string[];
    readonly parent?: { readonly key: string; readonly fields?: { readonly summary: string } };
    readonly description?: unknown;
  };
};
export type Transition = { readonly id: string; readonly name: string; readonly to: Status };
export type Field = {
  readonly id: string;
  readonly name: string;
  readonly schema?: { readonly custom?: string };
};
