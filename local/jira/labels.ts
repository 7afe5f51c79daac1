import { historyItem, type FieldChange } from './issue-change';
import type { Issue } from './model';

/** The first of these that Jira takes for no label. */
export const findBadLabel = (labels: readonly string[]): string | undefined =>
  labels.find((label) => label === '' || /\s/.test(label) || label.length > 255);

/** Gives an issue these labels instead of its own; `null` where they are the same. */
export const labelsChange = (issue: Issue, labels: readonly string[]): FieldChange | null => {
  const unique = [...new Set(labels)];
  const [before, after] = [issue.labels.join(' '), unique.join(' ')];
  if (before === after) return null;
  return { patch: { labels: unique }, items: [historyItem('labels', [null, before], [null, after])] };
};
