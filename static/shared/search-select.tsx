import Select from '@atlaskit/select';
import { useRef, useState, useSyncExternalStore, type ComponentProps, type ComponentRef } from 'react';
import { ProblemMessage } from './problem-message';
import { createSearch } from './search-store';

type SelectProps<Option> = Pick<
  ComponentProps<typeof Select<Option>>,
  | 'inputId'
  | 'isInvalid'
  | 'aria-describedby'
  | 'aria-label'
  | 'isClearable'
  | 'placeholder'
  | 'getOptionLabel'
  | 'getOptionValue'
  | 'onChange'
>;

/** One of many that are found by typing. Says when a search failed, and searches again what was typed. */
export const SearchSelect = <Option,>({
  find,
  initial,
  value,
  nothingFound,
  ...props
}: SelectProps<Option> & {
  readonly find: (typed: string) => Promise<readonly Option[]>;
  /** What there is to choose from before anything is typed. */
  readonly initial: readonly Option[];
  readonly value: Option | null;
  readonly nothingFound: string;
}) => {
  const [store] = useState(() => createSearch(find));
  const { isLoading, found, problem } = useSyncExternalStore(store.subscribe, store.get);
  const [typed, setTyped] = useState('');
  const select = useRef<ComponentRef<typeof Select>>(null);
  const retry = async (): Promise<void> => {
    // The button goes with the problem; the person is where they typed, and sees what is found.
    select.current?.focus();
    await store.retry();
    select.current?.select?.openMenu('first');
  };
  return (
    <>
      <Select<Option>
        {...props}
        ref={select}
        // An open menu would cover what to do about it.
        {...(problem === null ? {} : { menuIsOpen: false })}
        value={value}
        options={typed === '' ? initial : (found ?? [])}
        // Jira has done that.
        filterOption={null}
        isLoading={isLoading}
        inputValue={typed}
        onInputChange={(next, { action }) => {
          // What was typed for a search that failed stays when the field is left to press the button below.
          if (problem !== null && action !== 'input-change' && action !== 'set-value') return;
          setTyped(next);
          void store.search(next);
        }}
        noOptionsMessage={() => {
          if (typed === '') return null;
          return isLoading ? 'Searching…' : nothingFound;
        }}
      />
      {problem && (
        <ProblemMessage
          problem={{ ...problem, message: `The search failed. ${problem.message}` }}
          onRetry={() => void retry()}
        />
      )}
    </>
  );
};
