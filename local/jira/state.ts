import type { Clock, Exchange, Told } from '../seams';
import type { IndexedProperty } from './entity-property';
import type { AppJqlFunction } from './jql-function';
import { createPrecomputations, type Precomputations } from './jql-precomputation';
import { installAppFields, type AppField } from './app-field';
import { createIssueIndex, type IssueIndex } from './issue-index';
import { createIssueNumbers, type IssueNumbers } from './issue-numbers';
import type { Site } from './model';
import type { PointPool } from './point-pool';
import type { JiraLimits } from './rate-limits';
import { createTasks, type Tasks } from './tasks';
import { createSearchLag, type SearchLag } from './search-lag';

/** A permission that the installed app adds, as its manifest declares it. */
export type AppPermission = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** Of a global permission: `all`, `jira-administrators`, `none`. It holds until the site grants it otherwise. */
  readonly defaultGrants?: readonly string[];
  /** Of a global permission: whether somebody who is not logged in can hold it. */
  readonly anonymousAllowed?: boolean;
};

/** A function of the manifest, and the module for which it is called. */
export type DeclaredFunction = { readonly functionKey: string; readonly moduleKey: string };

export type JiraOptions = {
  readonly clock: Clock;
  /** The manifest's `jira:globalPermission` and `jira:projectPermission` modules. */
  readonly appPermissionKeys: {
    readonly global: readonly AppPermission[];
    readonly project: readonly AppPermission[];
  };
  /** The manifest's `jira:entityProperty` modules of issues, path by path. */
  readonly indexedProperties: readonly IndexedProperty[];
  /** The manifest's `jira:jqlFunction` modules. */
  readonly jqlFunctions?: readonly AppJqlFunction[];
  /** The manifest's `jira:customField` modules. */
  readonly appFields?: readonly AppField[];
  /** Has the app compute one of its JQL functions or fields. @throws when it fails or takes too long. */
  readonly runFunction?: (declared: DeclaredFunction, body: unknown) => Promise<unknown>;
  /** How much of the asked-for size a page of a search has at most; 1 unless given. */
  readonly searchPageShare?: () => number;
  /** How long search trails writes; 0 unless given. */
  readonly searchLagMs?: number;
  /** How long a bulk operation takes, in milliseconds; none unless given. */
  readonly bulkTaskMs?: () => number;
  /** How much the app may ask; what is published unless given. */
  readonly limits?: () => JiraLimits;
  /** The app's points, where it shares them with other sites; a pool of its own unless given. */
  readonly pointPool?: PointPool;
  /** Prefix of links in replies, such as `http://127.0.0.1:4000`; links have no host unless given. */
  readonly baseUrl?: string;
  /** Told of every request with its reply; what it throws fails the request. */
  readonly onExchange?: (exchange: Exchange) => void;
};

/** What the routes share. */
export type JiraState = {
  readonly site: Site;
  readonly options: JiraOptions;
  readonly now: () => Date;
  readonly issues: IssueIndex;
  readonly lag: SearchLag;
  readonly numbers: IssueNumbers;
  /** Bulk operations. */
  readonly tasks: Tasks;
  /** What the app's JQL functions came to. */
  readonly precomputations: Precomputations;
  /** A new id for a changelog entry. */
  readonly nextHistoryId: () => string;
  readonly link: (path: string) => string;
  readonly changed: (kind: string, id: string, told?: Told) => void;
};

export const createState = (site: Site, options: JiraOptions, changed: JiraState['changed']): JiraState => {
  installAppFields(site, options.appFields ?? []);
  let lastHistoryId = site.issues.reduce(
    (highest, { history }) => history.reduce((most, { id }) => Math.max(most, Number(id) || 0), highest),
    0,
  );
  return {
    site,
    options,
    now: options.clock.now,
    issues: createIssueIndex(site, options.indexedProperties),
    numbers: createIssueNumbers(site),
    lag: createSearchLag(options.clock, options.searchLagMs ?? 0),
    tasks: createTasks(options.clock.now, options.bulkTaskMs ?? (() => 0)),
    precomputations: createPrecomputations(options.clock.now),
    nextHistoryId: () => String((lastHistoryId += 1)),
    link: (path) => `${options.baseUrl ?? ''}${path}`,
    changed,
  };
};
