import type { AccountId } from './ids';

/** Stands where the account of a person was whose account is closed: what they said stays, who they were does not. */
export const FORMER_USER = 'former-user' as AccountId;

/** The parts of a stored objective that name people. */
type Owned = {
  readonly owner?: AccountId;
  readonly ownRevision: number;
  readonly keyResults: readonly { readonly owner: AccountId | null; readonly revision: number }[];
};

/** The people whom a stored objective names: its owner and those of its key results. */
export const ownersIn = ({ owner, keyResults }: Owned): AccountId[] =>
  [owner, ...keyResults.map((keyResult) => keyResult.owner)].filter((account) => account != null);

/** The objective with nobody in the place of those who are gone. Only what they owned counts as changed. */
export const withoutOwners = <T extends Owned>(objective: T, gone: ReadonlySet<AccountId>): T => {
  const { owner, ...others } = objective;
  const loses = owner !== undefined && gone.has(owner);
  return {
    ...(loses ? (others as T) : objective),
    ownRevision: objective.ownRevision + (loses ? 1 : 0),
    keyResults: objective.keyResults.map((keyResult) =>
      keyResult.owner !== null && gone.has(keyResult.owner)
        ? { ...keyResult, owner: null, revision: keyResult.revision + 1 }
        : keyResult,
    ),
  };
};
