/** Jira's permission keys, or an app's permission by its module key. */
export type Permission = string;

/**
 * Who holds a permission or is in a security level: anyone at all, everybody logged in, the installed app, a group, an
 * account, holders of a project role, the project's lead, and who reported the issue or is assigned to it now.
 */
export type Grant =
  | { readonly to: 'anyone' }
  | { readonly to: 'logged-in' }
  | { readonly to: 'app' }
  | { readonly to: 'group'; readonly groupId: string }
  | { readonly to: 'account'; readonly accountId: string }
  | { readonly to: 'role'; readonly role: string }
  | { readonly to: 'project-lead' }
  | { readonly to: 'reporter' }
  | { readonly to: 'assignee' };

/** Who may do what, shared by any number of projects; roles and leads are each project's own. */
export type PermissionScheme = {
  readonly id: string;
  readonly name: string;
  readonly permissions: Record<Permission, Grant[]>;
};

/** The levels that issues of a project may be given. An issue with one is seen only by who is in it. */
export type SecurityScheme = {
  readonly id: string;
  readonly name: string;
  readonly levels: {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly members: Grant[];
  }[];
};
