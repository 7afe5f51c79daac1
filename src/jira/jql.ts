import type { KeyResultId } from '../domain/ids';
import { TAG_PROPERTY } from '../domain/tag';
import { COMPONENTS } from '../domain/wsjf';
import { WSJF_PROPERTY } from '../domain/wsjf-figures';

/** A text as a JQL string: nothing in it can end the string or be read as syntax. */
export const jqlString = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, ' ')}"`;

/** A list of values for `in (…)`. Never empty: JQL has no empty list. */
export const jqlList = (values: readonly (string | number)[]): string => {
  if (values.length === 0) throw new Error('An empty list cannot be written in JQL.');
  return `(${values.map((value) => (typeof value === 'number' ? String(value) : jqlString(value))).join(', ')})`;
};

const path = (name: 'state' | 'keyResults'): string => `issue.property[${jqlString(TAG_PROPERTY)}].${name}`;

/** Where JQL finds what a tag says it is. */
export const statePath = (): string => path('state');

/** Where JQL finds the key results that a tag names. */
export const keyResultsPath = (): string => path('keyResults');

/** Issues whose own tag names one of the key results. */
export const taggedWith = (keyResultIds: readonly KeyResultId[]): string =>
  `${path('keyResults')} in ${jqlList(keyResultIds)}`;

/** Issues with anything of the app's: a tag of their own, or a figure for WSJF. */
export const anyOfTheApp = (): string =>
  anyOf(
    `${path('state')} is not EMPTY`,
    ...COMPONENTS.map((name) => `issue.property[${jqlString(WSJF_PROPERTY)}].${name} is not EMPTY`),
  );

export const exemptItself = (): string => `${path('state')} = "exempt"`;

/**
 * Issues that say nothing of themselves, so that an ancestor's tag counts for them: no property, or one that is no tag,
 * as `parseTag` reads it.
 */
export const withoutOwnTag = (): string =>
  anyOf(
    `${path('state')} is EMPTY`,
    `${path('state')} not in ("tagged", "exempt")`,
    `${path('state')} = "tagged" AND ${path('keyResults')} is EMPTY`,
  );

/** Sub-tasks follow their parent and are not counted. */
export const countedIssues = (): string => 'issuetype not in subTaskIssueTypes()';

/** Conditions that must all hold; those that are `null` are left out. */
export const allOf = (...conditions: readonly (string | null)[]): string =>
  conditions
    .filter((condition) => condition !== null)
    .map((condition) => `(${condition})`)
    .join(' AND ');

export const anyOf = (...conditions: readonly (string | null)[]): string =>
  conditions
    .filter((condition) => condition !== null)
    .map((condition) => `(${condition})`)
    .join(' OR ');
