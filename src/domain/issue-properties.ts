import { TAG_PROPERTY, troubleWithTag } from './tag';
import { troubleWithFigures, WSJF_PROPERTY } from './wsjf-figures';

/** What the app keeps on issues: tags, and the figures for WSJF that people gave. */
export const ISSUE_PROPERTIES = ['tag', 'figures'] as const;
export type IssueProperty = (typeof ISSUE_PROPERTIES)[number];

/** Under which key Jira has each. */
export const PROPERTY_KEYS: Readonly<Record<IssueProperty, string>> = {
  tag: TAG_PROPERTY,
  figures: WSJF_PROPERTY,
};

/** What is wrong with what stands in a property: it is none of the app's, or a newer version of the app wrote it. */
export const troubleWith = (property: IssueProperty, value: unknown): 'garbage' | 'newer' | null =>
  property === 'tag' ? troubleWithTag(value) : troubleWithFigures(value);
