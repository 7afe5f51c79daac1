import { useEffect, useState } from 'react';
import type { AccountId } from '../../src/domain/ids';

/** The names of accounts; empty until they are known, which comes after what they stand beside. One request each 50. */
export const useOwners = (accounts: readonly AccountId[]): ReadonlyMap<AccountId, string> => {
  const [names, setNames] = useState<ReadonlyMap<AccountId, string>>(new Map());
  const wanted = [...new Set(accounts)].sort().join(' ');
  useEffect(() => {
    let isCurrent = true;
    if (wanted === '') return;
    import('../shared/people')
      .then(({ readPeople }) => readPeople(wanted.split(' ') as AccountId[]))
      .then((people) => {
        if (isCurrent) setNames(new Map([...people].map(([id, { displayName }]) => [id, displayName])));
      })
      // Names are dressing: without them an owner is an owner.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return names;
};
