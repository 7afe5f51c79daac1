import { allOf, anyOf } from './jql';

/**
 * A condition together with its exact opposite. JQL's own `NOT` is none: it turns the operators round, and `!=` and
 * `not in` leave out the issues that have nothing there.
 */
export type Condition = { readonly is: string; readonly isNot: string };

export const both = (a: Condition, b: Condition): Condition => ({
  is: allOf(a.is, b.is),
  isNot: anyOf(a.isNot, b.isNot),
});

export const either = (a: Condition, b: Condition): Condition => ({
  is: anyOf(a.is, b.is),
  isNot: allOf(a.isNot, b.isNot),
});

export const not = ({ is, isNot }: Condition): Condition => ({ is: isNot, isNot: is });
