import { useEffect, useState } from 'react';
import type { AccountId } from '../../src/domain/ids';
import { FORMER_USER } from '../../src/domain/personal-data';
import { fetchUsers, type User } from '../../src/jira/users';
import { jira } from './jira';

/**
 * The people of the accounts, in one request each 50; accounts already asked for in this frame cost none. Who is gone
 * or hidden is "Unknown person".
 */
export const readPeople = async (accounts: readonly AccountId[]): Promise<ReadonlyMap<AccountId, User>> => {
  const missing = [...new Set(accounts)].filter((account) => !asked.has(account));
  if (missing.length > 0) {
    const request = fetchUsers(jira, missing);
    for (const account of missing) {
      asked.set(
        account,
        request.then((users) => users.find(({ accountId }) => accountId === account) ?? nobody(account)),
      );
    }
    // A request that failed may be made again.
    request.catch(() => missing.forEach((account) => asked.delete(account)));
  }
  const users = await Promise.all([...new Set(accounts)].map((account) => asked.get(account) ?? null));
  return new Map(users.filter((user) => user !== null).map((user) => [user.accountId, user]));
};

/**
 * The people of the accounts; empty until they are known. Names are dressing, so a failure shows no error: they are
 * "Unknown person" then.
 */
export const usePeople = (accounts: readonly AccountId[]): ReadonlyMap<AccountId, User> => {
  const [people, setPeople] = useState<ReadonlyMap<AccountId, User>>(new Map());
  const wanted = [...new Set(accounts)].sort().join(' ');
  useEffect(() => {
    let current = true;
    if (wanted === '') return;
    readPeople(wanted.split(' ') as AccountId[]).then(
      (found) => current && setPeople(found),
      () => current && setPeople(new Map((wanted.split(' ') as AccountId[]).map((id) => [id, nobody(id)]))),
    );
    return () => {
      current = false;
    };
  }, [wanted]);
  return people;
};

const nobody = (accountId: AccountId): User => ({
  accountId,
  displayName: 'Unknown person',
  avatarUrl: null,
});

/** Whose account is closed is not asked for: nobody stands behind it any more. */
const asked = new Map<AccountId, Promise<User>>([
  [FORMER_USER, Promise.resolve({ accountId: FORMER_USER, displayName: 'Former user', avatarUrl: null })],
]);
