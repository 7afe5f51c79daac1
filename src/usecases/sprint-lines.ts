import {
  goneLine,
  ledgerLineOf,
  ledgerTagOf,
  sprintRule,
  startLineOf,
  type LedgerWindow,
  type StartLine,
  type TaggedLine,
} from '../domain/sprint-ledger';
import type { IsoInstant } from '../domain/dates';
import { readBoardSetup } from '../jira/board-setup';
import type { JiraApi } from '../jira/jira-api';
import { fetchHistories } from '../jira/sprint-histories';
import { readSprintWork, type SprintToRead } from '../jira/sprint-work';
import { resolveTags } from '../jira/tags';

/** A sprint and where it stands. */
export type SprintPlace = {
  readonly sprintId: number;
  readonly boardId: number | null;
  readonly projectId: string | null;
};

/** What is in a sprint at its start, with the tags that its issues have now. Lines are in the order of the issues' ids. */
export const readStartLines = async (
  jira: JiraApi,
  place: SprintPlace,
  start: IsoInstant,
  now: IsoInstant,
): Promise<StartLine[]> => {
  const sprint = await sprintToRead(jira, place, { start, close: now });
  const { issues, tags } = await readSprintWork(jira, sprint, now, mostFor);
  const lines = issues.map(({ id, history }) =>
    startLineOf(history, start, sprint.rule, ledgerTagOf(tags.get(id) ?? null)),
  );
  return lines.filter((line) => line !== null).sort(byIssue);
};

/**
 * What became of a sprint's work between two moments, with the tags that its issues have now and those that were written
 * down at the start. What was in it then and no search finds is asked for by its id; what is gone counts as it was.
 */
export const readTaggedLines = async (
  jira: JiraApi,
  place: SprintPlace,
  window: LedgerWindow,
  atStart: readonly StartLine[] | null,
  now: IsoInstant,
): Promise<{ readonly lines: TaggedLine[]; readonly mayMissRemoved: boolean }> => {
  const sprint = await sprintToRead(jira, place, window);
  const work = await readSprintWork(jira, sprint, now, mostFor);
  const found = new Set(work.issues.map(({ id }) => id));
  const missing = (atStart ?? []).filter(({ issueId }) => !found.has(issueId));
  const left = await fetchHistories(
    jira,
    missing.map(({ issueId }) => issueId),
    { pointsField: sprint.pointsField, since: window.start, inSprint: null },
  );
  const tags = new Map([...work.tags, ...(await resolveTags(jira, left))]);
  const startTags = new Map((atStart ?? []).map(({ issueId, tag }) => [issueId, tag]));
  const there = [...work.issues, ...left].flatMap(({ id, history }): TaggedLine[] => {
    const line = ledgerLineOf(history, window, sprint.rule);
    if (line === null) return [];
    const tag = ledgerTagOf(tags.get(id) ?? null);
    const tagAtStart = startTags.get(id);
    return [{ ...line, tag, ...(tagAtStart === undefined ? {} : { tagAtStart }) }];
  });
  const seen = new Set(there.map(({ issueId }) => issueId));
  const gone = missing.filter(({ issueId }) => !seen.has(issueId)).map(goneLine);
  return { lines: [...there, ...gone].sort(byIssue), mayMissRemoved: work.mayMissRemoved };
};

const sprintToRead = async (
  jira: JiraApi,
  { sprintId, boardId, projectId }: SprintPlace,
  window: LedgerWindow,
): Promise<SprintToRead> => {
  const { pointsField, doneStatusIds } = await readBoardSetup(jira, boardId);
  return {
    id: sprintId,
    projectId,
    pointsField,
    window,
    rule: sprintRule(sprintId, new Set(doneStatusIds)),
  };
};

/** All customers share the points: a sprint costs less than a fifth more than its issues, and a small one a little more. */
const mostFor = (members: number): number => Math.max(400, Math.floor(members * 1.16));

const byIssue = (a: { readonly issueId: string }, b: { readonly issueId: string }): number =>
  Number(a.issueId) - Number(b.issueId);
