import type { AccountId } from '../../src/domain/ids';
import { usePeople } from '../shared/people';
import { SearchSelect } from '../shared/search-select';
import { Field } from '../shared/field';
import { usePage } from './page-context';
import { findPeople } from './queries';

type Option = { readonly value: AccountId; readonly label: string };

/** The one who answers for it, found by typing a name. */
export const OwnerField = ({
  owner,
  onChange,
  error,
}: {
  readonly owner: AccountId | null;
  readonly onChange: (owner: AccountId | null) => void;
  readonly error: string | undefined;
}) => {
  const { viewer } = usePage().view;
  const people = usePeople(owner === null ? [viewer] : [owner, viewer]);
  const optionOf = (account: AccountId): Option => ({
    value: account,
    label: people.get(account)?.displayName ?? (people.size === 0 ? '…' : 'Former user'),
  });
  return (
    <Field label="Owner" error={error}>
      {({ id, isInvalid, ...about }) => (
        <SearchSelect<Option>
          inputId={id}
          isInvalid={isInvalid}
          {...about}
          isClearable
          placeholder="Nobody yet: type a name"
          value={owner === null ? null : optionOf(owner)}
          initial={[optionOf(viewer)]}
          find={findOptions}
          nothingFound="No such person. Type another name."
          onChange={(option) => onChange(option?.value ?? null)}
        />
      )}
    </Field>
  );
};

const findOptions = async (typed: string): Promise<Option[]> =>
  (await findPeople(typed)).map(({ accountId, displayName }) => ({ value: accountId, label: displayName }));
