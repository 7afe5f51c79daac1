import type { SprintReviewView } from '../../src/contract/sprint-review';
import { addDays, type IsoDate, type IsoInstant } from '../../src/domain/dates';
import type { Period } from '../../src/domain/period';
import {
  goneLine,
  ledgerLineOf,
  ledgerTagOf,
  periodRule,
  sprintRule,
  type LedgerRule,
  type LedgerWindow,
  type StartLine,
  type TaggedLine,
} from '../../src/domain/sprint-ledger';
import { readBoardSetup } from '../../src/jira/board-setup';
import type { JiraApi } from '../../src/jira/jira-api';
import { searchHistories, type HistoryIssue } from '../../src/jira/sprint-histories';
import { readSprintWork } from '../../src/jira/sprint-work';
import { resolveTags } from '../../src/jira/tags';
import type { EffectiveTag } from '../../src/domain/tag';
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
  view: Reviewed,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const setup = await readBoardSetup(jira, boardId);
  const done = new Set(setup.doneStatusIds);
  if (view.sprint) {
    return readSprint(jira, view, view.sprint, setup.pointsField, sprintRule(view.sprint.id, done), onIssues);
  }
  if (view.period === null || view.projectId === null) return NO_WORK;
  const rule = periodRule(new Set(setup.begunStatusIds), done);
  return readPeriod(jira, view, view.period, setup.pointsField, rule, onIssues);
};

const NO_WORK: ReadWork = {
  work: { source: 'period', lines: [], mayMissRemoved: true },
  words: new Map(),
};

const readSprint = async (
  jira: JiraApi,
  { ledger, today, projectId }: Reviewed,
  { id, state, startDate, endDate, completeDate }: NonNullable<Reviewed['sprint']>,
  pointsField: string | null,
  rule: LedgerRule,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const now = latest(today);
  const closedAt = state === 'closed' ? (completeDate ?? endDate) : null;
  const window: LedgerWindow = {
    start: state === 'future' || startDate === null ? now : (ledger?.startedAt ?? instantOf(startDate)),
    close: closedAt ? instantOf(closedAt) : now,
  };
  const atStart = ledger?.state === 'running' ? ledger.atStart : [];
  // What has left is known from what was written down at the start, and is not looked for again and again while it runs.
  const looksOutside = state === 'closed' || (state === 'active' && ledger === null);
  const { issues, tags, mayMissRemoved } = await readSprintWork(
    jira,
    { id, projectId: looksOutside ? projectId : null, pointsField, window, rule },
    now,
    undefined,
    onIssues,
  );
  const lines = linesOf(issues, tags, window, rule, atStart);
  const seen = new Set(lines.map(({ issueId }) => issueId));
  const gone = atStart.filter(({ issueId }) => !seen.has(issueId)).map(goneLine);
  return {
    work: {
      source: SOURCES[state],
      lines: [...lines, ...gone],
      mayMissRemoved: looksOutside && mayMissRemoved,
    },
    words: wordsOf(issues, tags),
  };
};

const SOURCES = { active: 'running', closed: 'rebuilt', future: 'planned' } as const satisfies Record<
  string,
  WorkSource
>;

const readPeriod = async (
  jira: JiraApi,
  { today, projectId }: Reviewed,
  { start, end }: Period,
  pointsField: string | null,
  rule: LedgerRule,
  onIssues: (loaded: number) => void,
): Promise<ReadWork> => {
  const window: LedgerWindow = {
    start: firstMomentOf(start),
    close: end < today ? lastMomentOf(end) : latest(today),
  };
  const { issues, isCut } = await searchHistories(
    jira,
    workOfPeriod(String(projectId), start),
    { pointsField, since: window.start, inSprint: null },
    MOST_IN_PERIOD,
    onIssues,
  );
  const own = issues.filter(({ history }) => ledgerLineOf(history, window, rule) !== null);
  const tags = await resolveTags(jira, own);
  // What was done before and stayed so is none of the period's work.
  const lines = linesOf(own, tags, window, rule, []).filter(
    ({ outcome }) => outcome !== 'completed-elsewhere',
  );
  return { work: { source: 'period', lines, mayMissRemoved: isCut }, words: wordsOf(own, tags) };
};

const MOST_IN_PERIOD = 1000;

const linesOf = (
  issues: readonly HistoryIssue[],
  tags: ReadonlyMap<string, EffectiveTag | null>,
  window: LedgerWindow,
  rule: LedgerRule,
  atStart: readonly StartLine[],
): TaggedLine[] => {
  const startTags = new Map(atStart.map(({ issueId, tag }) => [issueId, tag]));
  return issues.flatMap(({ id, history }): TaggedLine[] => {
    const line = ledgerLineOf(history, window, rule);
    if (line === null) return [];
    const tagAtStart = startTags.get(id);
    const tag = ledgerTagOf(tags.get(id) ?? null);
    return [{ ...line, tag, ...(tagAtStart === undefined ? {} : { tagAtStart }) }];
  });
};

const wordsOf = (
  issues: readonly HistoryIssue[],
  tags: ReadonlyMap<string, EffectiveTag | null>,
): ReadonlyMap<string, IssueWords> =>
  new Map(
    issues.map(({ id, key, summary, status }) => {
      const effective = tags.get(id) ?? null;
      const note = effective?.tag.state === 'exempt' ? effective.tag.note : '';
      return [id, { key, summary, status, inheritedFrom: effective?.inheritedFrom ?? null, note }];
    }),
  );

const instantOf = (moment: string): IsoInstant => new Date(moment).toISOString() as IsoInstant;

const firstMomentOf = (day: IsoDate): IsoInstant => `${day}T00:00:00.000Z` as IsoInstant;

const lastMomentOf = (day: IsoDate): IsoInstant => `${day}T23:59:59.999Z` as IsoInstant;

/** A moment that everything that has happened lies before: clocks go differently, so it is one of tomorrow. */
const latest = (today: IsoDate): IsoInstant => lastMomentOf(addDays(today, 1));
