import { rest } from '../rest';

export type Account = {
  readonly accountId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly about: string;
  /** False once it was closed. */
  readonly active: boolean;
  readonly [more: string]: unknown;
};

/** Everybody who can log in here, with what they may do. Anybody may ask: that is how one chooses who to be. */
export const loadAccounts = async (): Promise<Account[]> =>
  (await rest<Account[]>('/local/accounts')).filter(({ active }) => active);
