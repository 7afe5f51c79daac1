import type { ColumnRefreshed, RefreshColumn } from '../contract/key-result-column';
import { readBulkRights } from '../jira/permissions';
import type { Caller } from '../platform/caller';
import { keepKeyResultColumn } from './keep-key-result-column';
import { forbidden } from './rights';

/** Those of the issues that the caller may edit, and so tag. @throws `forbidden` where there is none. */
export const editsSomeOf = async (
  caller: Caller,
  { issueIds }: RefreshColumn,
): Promise<ReadonlySet<string>> => {
  const { editable } = await readBulkRights(caller.jira, issueIds);
  return editable.size > 0
    ? editable
    : forbidden('edit these issues', 'a project administrator for the permission to edit issues');
};

export const refreshColumn = async (
  _caller: Caller,
  { issueIds }: RefreshColumn,
  editable: ReadonlySet<string>,
): Promise<ColumnRefreshed> => {
  const ids = issueIds.filter((id) => editable.has(id));
  await keepKeyResultColumn(ids);
  return { issues: ids.length };
};
