import type { LedgerView, ReviewedSprint, SprintReviewView } from '../../src/contract/sprint-review';
import { addDays, type IsoDate, type IsoInstant } from '../../src/domain/dates';
import type { Period } from '../../src/domain/period';
import {
  goneLine,
  ledgerLineOf,
  ledgerTagOf,
  periodRule,
  type LedgerWindow,
  type TaggedLine,
} from '../../src/domain/sprint-ledger';
import type { EffectiveTag } from '../../src/domain/tag';
import { readBoardSetup, type BoardSetup } from '../../src/jira/board-setup';
import type { Issue } from '../../src/jira/issues';
import type { JiraApi } from '../../src/jira/jira-api';
import { searchHistories } from '../../src/jira/sprint-histories';
import { resolveTags } from '../../src/jira/tags';
import { rebuildSprint } from '../shared/rebuilt-sprint';
import type { IssueWords } from './issue-words';
import { workOfPeriod } from './period-work';
import type { ReviewedWork, WorkSource } from './review-model';

export type ReadWork = {
  readonly work: ReviewedWork;
  /** What the issues are called, which came along. */
  readonly words: ReadonlyMap<string, IssueWords>;
};

type Reviewed = Pick<SprintReviewView, 'sprint' | 'period' | 'ledger' | 'today' | 'projectId'>;

/**
 * The work of a sprint or period that nobody wrote down, from its issues' histories, as the viewer: one request for the
 * board, one for each 100 issues and one for parents that carry tags.
 */
export const readWork = async (
  jira: JiraApi,
  boardId: number,
  { sprint, period, ledger, today, projectId }: Reviewed,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const setup = await readBoardSetup(jira, sprint?.boardId ?? boardId);
  if (sprint) return readSprint(jira, sprint, ledger, projectId, setup, latest(today), onIssues);
  if (period && projectId) return readPeriod(jira, period, projectId, setup, today, onIssues);
  return { work: { source: 'period', lines: [], mayMissRemoved: true }, words: new Map() };
};

const readSprint = async (
  jira: JiraApi,
  sprint: ReviewedSprint,
  ledger: LedgerView | null,
  projectId: string | null,
  setup: BoardSetup,
  now: IsoInstant,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const { state, startDate } = sprint;
  const atStart = ledger?.state === 'running' ? ledger.atStart : [];
  // What has left since the start is known from what was written down then, and not looked for while the sprint runs.
  const looksOutside = state === 'closed' || (state === 'active' && ledger === null);
  const { lines, issues, tags, mayMissRemoved } = await rebuildSprint(
    jira,
    { ...sprint, startDate: state === 'future' ? null : (ledger?.startedAt ?? startDate) },
    looksOutside ? projectId : null,
    setup,
    now,
    onIssues,
  );
  const startTags = new Map(atStart.map(({ issueId, tag }) => [issueId, tag]));
  const seen = new Set(lines.map(({ issueId }) => issueId));
  const known = lines.map((line): TaggedLine => {
    const tagAtStart = startTags.get(line.issueId);
    return tagAtStart === undefined ? line : { ...line, tagAtStart };
  });
  const gone = atStart.filter(({ issueId }) => !seen.has(issueId)).map(goneLine);
  return {
    work: {
      source: SOURCES[state],
      lines: [...known, ...gone],
      mayMissRemoved: looksOutside && mayMissRemoved,
    },
    words: wordsOf(issues, tags),
  };
};

const SOURCES: Readonly<Record<ReviewedSprint['state'], WorkSource>> = {
  active: 'running',
  closed: 'rebuilt',
  future: 'planned',
};

const readPeriod = async (
  jira: JiraApi,
  { start, end }: Period,
  projectId: string,
  { pointsField, begunStatusIds, doneStatusIds }: BoardSetup,
  today: IsoDate,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const window: LedgerWindow = {
    start: firstMomentOf(start),
    close: end < today ? lastMomentOf(end) : latest(today),
  };
  const rule = periodRule(new Set(begunStatusIds), new Set(doneStatusIds));
  const { issues, isCut } = await searchHistories(
    jira,
    workOfPeriod(projectId, start),
    { pointsField, since: window.start, inSprint: null },
    MOST_IN_PERIOD,
    onIssues,
  );
  const told = issues.flatMap((issue) => {
    const line = ledgerLineOf(issue.history, window, rule);
    // What was done before and stayed so is none of the period's work.
    return line === null || line.outcome === 'completed-elsewhere' ? [] : [{ issue, line }];
  });
  const own = told.map(({ issue }) => issue);
  const tags = await resolveTags(jira, own);
  const lines = told.map(({ line }): TaggedLine => ({
    ...line,
    tag: ledgerTagOf(tags.get(line.issueId) ?? null),
  }));
  return { work: { source: 'period', lines, mayMissRemoved: isCut }, words: wordsOf(own, tags) };
};

const MOST_IN_PERIOD = 1000;

const wordsOf = (
  issues: readonly Pick<Issue, 'id' | 'key' | 'summary' | 'status'>[],
  tags: ReadonlyMap<string, EffectiveTag | null>,
): ReadonlyMap<string, IssueWords> =>
  new Map(
    issues.map(({ id, key, summary, status }) => {
      const effective = tags.get(id) ?? null;
      const note = effective?.tag.state === 'exempt' ? effective.tag.note : '';
      return [id, { key, summary, status, inheritedFrom: effective?.inheritedFrom ?? null, note }];
    }),
  );

const firstMomentOf = (day: IsoDate): IsoInstant => `${day}T00:00:00.000Z` as IsoInstant;

const lastMomentOf = (day: IsoDate): IsoInstant => `${day}T23:59:59.999Z` as IsoInstant;

/** A moment that everything that has happened lies before: clocks go differently, so it is one of tomorrow. */
const latest = (today: IsoDate): IsoInstant => lastMomentOf(addDays(today, 1));
