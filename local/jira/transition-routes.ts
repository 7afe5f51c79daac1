import * as v from 'valibot';
import { idOrKey, readBody } from './body';
import { badRequest } from './http-error';
import { changeIssue, historyItem, type HistoryItem } from './issue-change';
import type { Issue, Status } from './model';
import { byId, statusJson } from './named-json';
import { getIssue, getIssueFor, holdsOnIssue } from './permissions';
import { noContent, ok, param, type Answer, type Call, type Route } from './route';
import type { JiraState } from './state';

const PATH = '/rest/api/3/issue/{issue}/transitions';

/** The site's workflow is open: from any status to any other that the project's boards show. */
export const TRANSITION_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, anonymous: true, run: (call) => listTransitions(call) },
  { method: 'POST', path: PATH, anonymous: true, run: (call) => transition(call) },
];

const listTransitions = (call: Call): Answer => {
  const { state, caller } = call;
  const issue = getIssue(call, param(call, 'issue'));
  const may = holdsOnIssue(state, caller, 'TRANSITION_ISSUES', issue);
  return ok({
    expand: 'transitions',
    transitions: (may ? reachable(state, issue) : []).map((status) => ({
      id: status.id,
      name: status.name,
      to: statusJson(state, status),
      hasScreen: false,
      isGlobal: true,
      isInitial: false,
      isAvailable: true,
      isConditional: false,
      isLooped: false,
    })),
  });
};

const transitionBody = v.strictObject({ transition: v.strictObject({ id: idOrKey }) });

const transition = (call: Call): Answer => {
  const issue = getIssueFor(call, param(call, 'issue'), 'TRANSITION_ISSUES');
  const { id } = readBody(call, transitionBody).transition;
  const to = reachable(call.state, issue).find((status) => status.id === id);
  if (!to)
    throw badRequest(
      "It seems that you have tried to perform a workflow operation that isn't valid for the current state of this issue.",
    );
  const from = byId(call.state.site.statuses, issue.statusId, 'status');
  const resolved = resolving(call, issue, to);
  const items = [...resolved.items, historyItem('status', [from.id, from.name], [to.id, to.name])];
  changeIssue(call, issue, { statusId: to.id, ...resolved.patch }, items);
  return noContent();
};

const reachable = ({ site }: JiraState, { projectId, statusId }: Issue): Status[] => {
  const shown = site.boards
    .filter((board) => board.projectId === projectId)
    .flatMap(({ columns }) => columns.flatMap(({ statusIds }) => statusIds));
  return site.statuses.filter(({ id }) => id !== statusId && (shown.length === 0 || shown.includes(id)));
};

/** What becomes of the resolution: set on the way into a done status, cleared on the way out. */
const resolving = (
  { state }: Call,
  issue: Issue,
  to: Status,
): { readonly patch: Partial<Issue>; readonly items: HistoryItem[] } => {
  const { resolutions } = state.site;
  const done = to.category === 'done';
  const unchanged = done === (issue.resolutionId !== null);
  const fallback = resolutions.find(({ name }) => name === 'Done') ?? resolutions[0];
  if (unchanged || !fallback) return { patch: {}, items: [] };
  if (done) {
    return {
      patch: { resolutionId: fallback.id, resolved: state.now().toISOString() },
      items: [historyItem('resolution', [null, null], [fallback.id, fallback.name])],
    };
  }
  const before = byId(resolutions, issue.resolutionId ?? '', 'resolution');
  return {
    patch: { resolutionId: null, resolved: null },
    items: [historyItem('resolution', [before.id, before.name], [null, null])],
  };
};
