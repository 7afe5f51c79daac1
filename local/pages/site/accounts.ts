import { rest } from '../rest';

export type Account = {
  readonly accountId: string;
  readonly userName: string;
  readonly displayName: string;
  readonly about: string;
  readonly [more: string]: unknown;
};

/** Everybody who has an account here, with what they may do. Anybody may ask: that is how one chooses who to be. */
export const loadAccounts = async (): Promise<Account[]> => {
  const reply = await rest<Account[] | { accounts: Account[] }>('/local/accounts');
  return Array.isArray(reply) ? reply : reply.accounts;
};
