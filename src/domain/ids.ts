/**
 * Ids are made by the caller, so that a create whose answer got lost can be sent again and finds itself.
 * A key result's id begins with its objective's, so that the objective can be read without a look-up.
 */
export type CycleId = string & { readonly __id: 'cycle' };
export type ObjectiveId = string & { readonly __id: 'objective' };
export type KeyResultId = string & { readonly __id: 'key-result' };
export type CheckInId = string & { readonly __id: 'check-in' };
export type SprintIntentId = string & { readonly __id: 'sprint-intent' };
/** An Atlassian account id. */
export type AccountId = string & { readonly __id: 'account' };
/** A Jira project's numeric id, as a string. */
export type ProjectId = string & { readonly __id: 'project' };

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** What a well-formed id of each kind looks like. */
export const ID_PATTERNS = {
  cycle: /^c[a-z0-9]{9}$/,
  objective: /^o[a-z0-9]{9}$/,
  keyResult: /^o[a-z0-9]{9}-[a-z0-9]{6}$/,
  checkIn: /^o[a-z0-9]{9}-[a-z0-9]{6}-[a-z0-9]{8}$/,
  sprintIntent: /^i[a-z0-9]{9}$/,
} as const;

/** A source of random bytes: `length` integers from 0 to 255. */
export type RandomBytes = (length: number) => ArrayLike<number>;

export const newCycleId = (random: RandomBytes): CycleId => `c${letters(random, 9)}` as CycleId;

export const newObjectiveId = (random: RandomBytes): ObjectiveId => `o${letters(random, 9)}` as ObjectiveId;

export const newKeyResultId = (objectiveId: ObjectiveId, random: RandomBytes): KeyResultId =>
  `${objectiveId}-${letters(random, 6)}` as KeyResultId;

export const newCheckInId = (keyResultId: KeyResultId, random: RandomBytes): CheckInId =>
  `${keyResultId}-${letters(random, 8)}` as CheckInId;

/** One saying of a sprint's intent; what is said anew has an id of its own. */
export const newSprintIntentId = (random: RandomBytes): SprintIntentId =>
  `i${letters(random, 9)}` as SprintIntentId;

/** The objective that a key result belongs to. */
export const objectiveIdOf = (keyResultId: KeyResultId): ObjectiveId =>
  keyResultId.slice(0, 10) as ObjectiveId;

/** A key result's short name, which says nothing of it: for whoever may not see its title, and for JQL and lists. */
export const shortCodeOf = (keyResultId: KeyResultId): string => `KR-${keyResultId.slice(11).toUpperCase()}`;

const letters = (random: RandomBytes, length: number): string =>
  Array.from(random(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
