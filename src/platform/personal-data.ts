import { privacy } from '@forge/api';
import type { IsoInstant } from '../domain/dates';
import type { AccountId } from '../domain/ids';

/**
 * Tells Atlassian which accounts the app holds, 90 a request, and answers with those that are closed and have to be
 * erased. Of an account that was updated nothing is kept that could be out of date: only its id is stored.
 */
export const reportAccounts = async (
  accounts: readonly AccountId[],
  now: IsoInstant,
): Promise<ReadonlySet<AccountId>> => {
  const updates = await privacy.reportPersonalData(
    accounts.map((accountId) => ({ accountId, updatedAt: now })),
  );
  return new Set(
    updates.filter(({ status }) => status === 'closed').map(({ accountId }) => accountId as AccountId),
  );
};
