import type { Problem } from '../../src/contract/outcome';

/** What people can do that changes something, by the names of the resolver functions. */
export type Change =
  | 'saveTag'
  | 'saveCycle'
  | 'changeCycleState'
  | 'saveObjective'
  | 'archiveObjective'
  | 'saveKeyResult'
  | 'archiveKeyResult'
  | 'checkIn'
  | 'saveVisibility';

/** What somebody wants. `mustFail` is why the app has to refuse it. */
export type Wish = {
  readonly name: Change;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly mustFail?: string;
};

/** What somebody did, and what they were told. */
export type Operation = Wish & {
  readonly number: number;
  readonly account: string;
  /** When it was begun and when it ended, in steps of the whole run: between them anything may have come. */
  readonly began: number;
  readonly ended: number;
  /** How many replies were lost on its way, to the person's frame or to the app's back end. */
  readonly lostReplies: number;
  readonly answer: Answer;
};

export type Answer =
  | { readonly state: 'acknowledged'; readonly value: unknown }
  | { readonly state: 'refused'; readonly problem: Problem }
  /** It failed, or nothing was heard of it: the person does not know. */
  | { readonly state: 'unanswered'; readonly problem: Problem };

export const isAcknowledged = ({ answer }: Operation): boolean => answer.state === 'acknowledged';

/** Whether it may have taken effect though nobody was told so: a reply was lost that may have told it. */
export const mayHaveHappened = (one: Operation): boolean => !isAcknowledged(one) && one.lostReplies > 0;

/** An operation in a line, for whoever has to find out what went wrong. */
export const inWords = (one: Operation): string => {
  const { number, account, name, payload, began, ended, lostReplies, answer } = one;
  const said = answer.state === 'acknowledged' ? '' : ` ${answer.problem.code}: ${answer.problem.message}`;
  return `#${number} [${began}–${ended}] ${account} ${name} ${JSON.stringify(payload)} → ${answer.state}${said} (${lostReplies} replies lost)`;
};
