/** What jira.js saw of a site on its walk. */
export type Seen = {
  readonly accountId: string;
  readonly projectKeys: readonly string[];
  readonly boardIds: readonly number[];
  readonly sprints: readonly {
    readonly id: number;
    readonly boardId: number;
    readonly state: string;
    readonly issueKeys: readonly string[];
  }[];
  /** Keys of everything that a search over all projects found. */
  readonly found: readonly string[];
  /** One issue that was moved to another status and given a property. */
  readonly change: {
    readonly issueKey: string;
    readonly status: string;
    /** Lines of the history, newest first. */
    readonly history: readonly string[];
    /** How many entries the history has, read page by page. */
    readonly pagedHistory: number;
    readonly property: unknown;
  };
};
