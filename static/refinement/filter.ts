import { DECISION_LABELS, type LabelDecision } from '../../src/domain/bulk-labels';
import { allOf, jqlString } from '../../src/jira/jql';
import { below } from '../../src/jira/jql-parents';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import type { Section } from './sections';

/** What of the list is shown. */
export type Filter = {
  readonly section: string | null;
  /** A parent's id. */
  readonly parent: string | null;
  readonly text: string;
  readonly mark: LabelDecision | null;
};

export const NO_FILTER: Filter = { section: null, parent: null, text: '', mark: null };

/** Whether the issues themselves must be looked at, and not only where they stand. */
export const looksAtIssues = ({ parent, text, mark }: Filter): boolean =>
  parent !== null || wordsOf(text).length > 0 || mark !== null;

export const isFiltering = (filter: Filter): boolean => filter.section !== null || looksAtIssues(filter);

/** Whether an issue is shown: its key or words of its summary begin with what is typed. */
export const matches = (row: UntaggedRow, { parent, text, mark }: Filter): boolean =>
  (parent === null || row.parent?.id === parent) &&
  (mark === null || row.labels.includes(DECISION_LABELS[mark])) &&
  (row.key.toLowerCase() === text.trim().toLowerCase() ||
    wordsOf(text).every((word) => wordsOf(row.summary).some((own) => own.startsWith(word))));

/** The same for issues that are not read. */
export const jqlOf = (jql: string, { parent, text, mark }: Filter): string =>
  allOf(
    jql,
    parent === null ? null : below([parent]).is,
    mark === null ? null : `labels = ${jqlString(DECISION_LABELS[mark])}`,
    ...wordsOf(text).map((word) => `summary ~ ${jqlString(`${word}*`)}`),
  );

/** The sections as they are shown. @param found - The issues that match, where they were looked at. */
export const filtered = (
  sections: readonly Section[],
  { section: wanted }: Filter,
  found: ReadonlySet<string> | null,
): readonly Section[] => {
  const shown = wanted === null ? sections : sections.filter(({ key }) => key === wanted);
  if (found === null) return shown;
  return shown
    .map((section) => ({ ...section, ids: section.ids.filter((id) => found.has(id)) }))
    .filter(({ ids }) => ids.length > 0);
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
