import Heading from '@atlaskit/heading';
import { useId, useState } from 'react';
import type { BackupAccount } from '../../src/domain/backup';
import type { AccountId } from '../../src/domain/ids';
import type { User } from '../../src/jira/users';
import { SearchSelect } from '../shared/search-select';
import styles from './admin-page.module.css';
import { findPeople } from './queries';
import { countOf } from './words';

type People = ReadonlyMap<AccountId, User>;

type Properties = {
  readonly unknown: readonly BackupAccount[];
  readonly people: People;
  readonly onChange: (people: People) => void;
};

/** Who takes the place of people whose accounts are not on this site; folded up where nothing waits for an answer. */
export const PeopleChoice = ({
  isAsked,
  ...properties
}: Properties & {
  /** Whether an import would write anything. */
  readonly isAsked: boolean;
}) => {
  // Where the choice stands does not change while somebody makes it.
  const [isOpen] = useState(isAsked);
  const { unknown } = properties;
  if (unknown.length === 0) return null;
  const title = countOf(unknown.length, 'person is', 'people are');
  if (!isOpen)
    return (
      <details className={styles.details}>
        <summary>{title} unknown here: what they own and wrote stays as it is here</summary>
        <p>Say who they are on this site to compare owners and authors as well.</p>
        <People {...properties} />
      </details>
    );
  return (
    <div className={styles.people}>
      <Heading size="xsmall" as="h4">
        {title} not here
      </Heading>
      <p>
        Say who they are on this site. Of what is new, whoever is left out owns nothing, and their check-ins
        are a former user’s. What is here already stays as it is.
      </p>
      <People {...properties} />
    </div>
  );
};

const People = ({ unknown, people, onChange }: Properties) =>
  unknown.map((account) => (
    <Person
      key={account.id}
      account={account}
      user={people.get(account.id) ?? null}
      onChange={(user) => {
        const changed = new Map(people);
        if (user === null) changed.delete(account.id);
        else changed.set(account.id, user);
        onChange(changed);
      }}
    />
  ));

type Option = { readonly value: User; readonly label: string };

const Person = ({
  account,
  user,
  onChange,
}: {
  readonly account: BackupAccount;
  readonly user: User | null;
  readonly onChange: (user: User | null) => void;
}) => {
  const id = useId();
  return (
    <div className={styles.person}>
      <label htmlFor={id}>{account.displayName}</label>
      <SearchSelect<Option>
        inputId={id}
        isClearable
        placeholder="Left out: type a name"
        value={user === null ? null : optionOf(user)}
        initial={[]}
        find={findOptions}
        nothingFound="No such person. Type another name."
        onChange={(option) => onChange(option?.value ?? null)}
      />
    </div>
  );
};

const optionOf = (user: User): Option => ({ value: user, label: user.displayName });

const findOptions = async (typed: string): Promise<Option[]> => (await findPeople(typed)).map(optionOf);
