import { type IsoInstant } from '../../src/domain/dates';
import { ledgerLineOf, ledgerTagOf, sprintRule, type TaggedLine } from '../../src/domain/sprint-ledger';
import type { EffectiveTag } from '../../src/domain/tag';
import type { BoardSetup } from '../../src/jira/board-setup';
import type { Sprint } from '../../src/jira/boards';
import type { JiraApi } from '../../src/jira/jira-api';
import type { HistoryIssue } from '../../src/jira/sprint-histories';
import { readSprintWork } from '../../src/jira/sprint-work';

/** A sprint's ledger as it can be told afterwards: by what the histories say and by the tags of today. */
export type RebuiltSprint = {
  readonly lines: readonly TaggedLine[];
  /** The issues behind the lines, in Jira's order; those that left the sprint come last. */
  readonly issues: readonly HistoryIssue[];
  /** The tags of today, with the parent that they come from. */
  readonly tags: ReadonlyMap<string, EffectiveTag | null>;
  /** Whether work that left may be missing: there was too much to look through, or nowhere to look. */
  readonly mayMissRemoved: boolean;
};

/**
 * Rebuilds what a sprint did, as whoever asks may see it. Costs no points in the browser: a request each 100 of its issues,
 * one or two for their parents, and at most ten to find what left it.
 *
 * @param projectId - Where work that left is looked for; `null` for nowhere.
 * @param setup - How the sprint's board is set up (`readBoardSetup`), read once for all of its sprints.
 * @param onPage - Hears how many issues have come.
 */
export const rebuildSprint = async (
  jira: JiraApi,
  sprint: Pick<Sprint, 'id' | 'state' | 'startDate' | 'endDate' | 'completeDate'>,
  projectId: string | null,
  setup: BoardSetup,
  now: IsoInstant,
  onPage?: (loaded: number) => void,
): Promise<RebuiltSprint> => {
  const window = windowOf(sprint, now);
  const rule = sprintRule(sprint.id, new Set(setup.doneStatusIds));
  const { pointsField } = setup;
  const { issues, tags, mayMissRemoved } = await readSprintWork(
    jira,
    { id: sprint.id, projectId, pointsField, window, rule },
    now,
    undefined,
    onPage,
  );
  const told = issues.flatMap((issue) => {
    const line = ledgerLineOf(issue.history, window, rule);
    return line === null ? [] : [{ issue, line: { ...line, tag: ledgerTagOf(tags.get(issue.id) ?? null) } }];
  });
  return {
    lines: told.map(({ line }) => line),
    issues: told.map(({ issue }) => issue),
    tags,
    mayMissRemoved,
  };
};

/** A sprint may be dated ahead of the moment in which it is started, and runs until it is closed. */
const windowOf = (
  { state, startDate, endDate, completeDate }: Parameters<typeof rebuildSprint>[1],
  now: IsoInstant,
): { readonly start: IsoInstant; readonly close: IsoInstant } => {
  const start = instantOf(startDate) ?? now;
  const end = instantOf(completeDate ?? endDate) ?? now;
  return { start: start < now ? start : now, close: state === 'closed' && end < now ? end : now };
};

const instantOf = (moment: string | null): IsoInstant | null =>
  moment === null ? null : (new Date(moment).toISOString() as IsoInstant);
