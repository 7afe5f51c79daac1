import type { Present } from '../../../src/domain/bulk-plan';
import { labelKind } from '../../../src/jira/bulk-labels';
import { readPresent, type BulkKind } from '../../../src/jira/bulk-run';
import { tagKind } from '../../../src/jira/bulk-tags';
import type { JiraApi } from '../../../src/jira/jira-api';
import { readBulkRights } from '../../../src/jira/permissions';
import { kindOf, type BulkChoice, type BulkIssue } from './bulk-job';

/** What must be known before anything is done with issues. */
export type Checked = {
  readonly present: Present;
  readonly editable: readonly BulkIssue[];
  /** Those that are not there any more among them. */
  readonly others: readonly BulkIssue[];
  readonly mayChangeInBulk: boolean;
};

/** Who may edit what, and what the issues hold now: one request for 1,000 issues, and one for 100. */
export const checkIssues = async (
  jira: JiraApi,
  choice: BulkChoice,
  issues: readonly BulkIssue[],
): Promise<Checked> => {
  const ids = issues.map(({ issueId }) => issueId);
  const [rights, present] = await Promise.all([
    readBulkRights(jira, ids),
    readPresent(bulkKind(jira, choice), ids),
  ]);
  const named = issues.map(({ issueId, issueKey }) => ({
    issueId,
    issueKey: present.get(issueId)?.issueKey ?? issueKey,
  }));
  return {
    present,
    editable: named.filter(({ issueId }) => rights.editable.has(issueId)),
    others: named.filter(({ issueId }) => !rights.editable.has(issueId)),
    mayChangeInBulk: rights.mayChangeInBulk,
  };
};

export const bulkKind = (jira: JiraApi, choice: BulkChoice): BulkKind =>
  kindOf({ type: choice }) === 'tags' ? tagKind(jira) : labelKind(jira);
