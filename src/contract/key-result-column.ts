import * as v from 'valibot';
import type { Outcome } from './outcome';
import { issueId } from './schemas';

/** The column of key results, of which Jira keeps what it was last told. Part of each surface that writes tags. */
export type KeyResultColumnApi = {
  /** Has Jira keep what the column says now of issues that the caller may edit, and of what inherits from them. */
  refreshColumn: (payload: RefreshColumn) => Outcome<ColumnRefreshed>;
};

/** More than this is told by several calls. */
export const MOST_REFRESHED = 200;

export const refreshColumn = v.strictObject({
  issueIds: v.pipe(
    v.array(issueId),
    v.minLength(1, 'Name an issue.'),
    v.maxLength(MOST_REFRESHED, `Name at most ${MOST_REFRESHED} issues.`),
  ),
});
export type RefreshColumn = v.InferOutput<typeof refreshColumn>;

/** How many of the issues that were named are the caller's to edit. */
export type ColumnRefreshed = { readonly issues: number };
