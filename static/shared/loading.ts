import { tellChange } from './changes';
import { failure, problemOf, type Outcome, type Problem } from '../../src/contract/outcome';

export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly value: T };

/** The value of an outcome; a problem is thrown, so that one `catch` serves resolvers and Jira alike. */
export const unwrap = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw Object.assign(new Error(outcome.error.message), { problem: outcome.error });
};

/** What to tell a person of anything that was thrown. */
export const toProblem = (error: unknown): Problem =>
  problemOf(error) ?? {
    code: 'unexpected',
    message:
      'Throughline could not be reached. What you see was not changed. Check your connection and try again.',
  };

/** The outcome of a save. One whose answer never came is a problem like any other, so that what was typed is kept. */
export const saved = <T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> =>
  call.catch((error: unknown) => failure(problemOf(error) ?? LOST)).finally(tellChange);

const LOST: Problem = {
  code: 'unexpected',
  message:
    'Throughline could not be reached. What you were saving may or may not have arrived. Check your connection and try again: nothing is saved twice.',
  undecided: true,
};
