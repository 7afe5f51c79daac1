import type { ProjectId } from '../domain/ids';
import type { StartLine, TaggedLine } from '../domain/sprint-ledger';
import { findLedger, loadLines, loadStartLines, type SprintLedger } from '../storage/sprint-ledgers';

/** A ledger with what it says of every issue, whoever may see it. */
export type ReviewedLedger = {
  readonly header: SprintLedger;
  readonly projectId: ProjectId | null;
  readonly lines: readonly TaggedLine[];
  /** What was in it at the start, while it runs. */
  readonly atStart: readonly StartLine[];
  readonly issueIds: readonly string[];
};

/** In two storage operations; `null` where nothing was frozen, or the sprint was deleted while it ran. */
export const findReviewedLedger = async (sprintId: number): Promise<ReviewedLedger | null> => {
  const { value: header } = await findLedger(sprintId);
  if (header === null || header.state === 'gone') return null;
  const isClosed = header.state === 'closed';
  const lines = isClosed ? (await loadLines([header]))[0]! : [];
  const atStart = isClosed ? [] : await loadStartLines(header);
  return {
    header,
    projectId: header.projectId,
    lines,
    atStart,
    issueIds: [...lines, ...atStart].map(({ issueId }) => issueId),
  };
};
