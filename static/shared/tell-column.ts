import { MOST_REFRESHED } from '../../src/contract/key-result-column';
import { invokeColumn } from './invoke';

/**
 * Has Jira's lists show what the issues serve now, after their tags were written. Nobody waits for it, and where it
 * fails nothing is lost: Jira asks by itself when somebody opens an issue.
 */
export const tellColumn = (issueIds: readonly string[]): void => {
  void tellAll(issueIds).catch(() => undefined);
};

const tellAll = async (issueIds: readonly string[]): Promise<void> => {
  for (let start = 0; start < issueIds.length; start += MOST_REFRESHED) {
    await invokeColumn('refreshColumn', { issueIds: issueIds.slice(start, start + MOST_REFRESHED) });
  }
};
