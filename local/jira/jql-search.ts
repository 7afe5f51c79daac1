import type { Query } from '@atlaskit/jql-ast';
import { compile, type Place } from './jql-compile';
import { expandFunctions } from './jql-expand';
import type { JqlContext } from './jql-field';
import { jqlFields } from './jql-fields';
import { orderOf, type Order } from './jql-order';
import { parseJql } from './jql-parse';
import type { Issue } from './model';
import { browsing, findAccount } from './permissions';
import type { Call } from './route';
import type { JiraState } from './state';

/** Ids of issues that a search must see as they are, whatever the index still says. */
export type Reconcile = ReadonlySet<string>;

/**
 * The issues that match, in order, as search sees them (see `SearchLag`) and as far as the caller may browse them.
 * @throws 400 for JQL that is wrong or not served, with the name of what.
 */
export const searchJql = async (
  call: Call,
  jql: string,
  reconcile: Reconcile = new Set(),
): Promise<Issue[]> => {
  const { issues, order } = await find(call, parseJql(jql), reconcile);
  return order.all(issues);
};

/** What a query finds before it is put into order, since a page needs only the first of it. */
export type Found = { readonly issues: readonly Issue[]; readonly order: Order };

/** The same as `searchJql` for a parsed query, still out of order. */
export const find = async (call: Call, query: Query, reconcile: Reconcile = new Set()): Promise<Found> => {
  const { state } = call;
  const { context, condition, order } = await prepareSearch(call, query);
  const issues: Issue[] = [];
  for (const issue of gather(state, condition?.places ?? null)) {
    const seen = reconcile.has(issue.id) ? issue : state.lag.seen(issue);
    if (seen !== null && context.mayBrowse(seen) && (condition?.matches(seen) ?? true)) issues.push(seen);
  }
  return { issues, order };
};

/**
 * Reads a query to the end without looking for issues; the app is asked for what its functions stand for.
 * @throws 400 for JQL that is wrong or not served, with the name of what.
 */
export const prepareSearch = async (call: Call, query: Query) => {
  const { state } = call;
  const context = contextOf(call);
  const fields = jqlFields(context);
  const order = orderOf(state.site, query.orderBy ?? undefined, fields);
  const expansions = await expandFunctions(state, query, fields);
  const weigh = (places: readonly Place[]): number => weightOf(state, places);
  const fragmentFields = expansions.size === 0 ? fields : jqlFields({ ...context, isFragment: true });
  const condition = query.where && compile(query.where, { fields, weigh, expansions, fragmentFields });
  return { context, condition, order };
};

const contextOf = ({ state, caller }: Call): JqlContext => ({
  state,
  caller,
  now: state.now(),
  timeZone: (caller.as === 'user' ? findAccount(state, caller.accountId)?.timeZone : undefined) ?? 'UTC',
  mayBrowse: browsing(state, caller),
});

/** Also those whose last write search does not see yet: the index is ahead of what they seem to be. */
const gather = (state: JiraState, places: readonly Place[] | null): Iterable<Issue> => {
  if (places === null || weightOf(state, places) > state.issues.all().length / 2) return state.issues.all();
  const trailing = state.lag.trailing();
  const [only, ...more] = places;
  // A place may hold most of the site: it is not copied unless there is something to join it with.
  if (only && more.length === 0 && trailing.length === 0) return issuesAt(state, only);
  const found = new Set(trailing);
  for (const place of places) for (const issue of issuesAt(state, place)) found.add(issue);
  return found;
};

const issuesAt = (state: JiraState, place: Place): Iterable<Issue> => {
  if ('entry' in place) return state.issues.under(place.entry);
  const issue = state.issues.find(place.issueId);
  return issue ? [issue] : [];
};

const weightOf = (state: JiraState, places: readonly Place[]): number =>
  places.reduce((sum, place) => sum + ('entry' in place ? state.issues.under(place.entry).size : 1), 0);
