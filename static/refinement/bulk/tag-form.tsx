import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentRef,
  type FormEvent,
  type ReactNode,
} from 'react';
import type { Choices } from '../../../src/contract/refinement';
import type { KeyResultId } from '../../../src/domain/ids';
import { MOST_KEY_RESULTS } from '../../../src/domain/tag';
import { choicesOf, matches, type Choice, type ChoiceGroup } from '../../shared/key-result-choices';
import { ChoiceLabel, GroupLabel, MENU_EDGE } from '../../shared/key-result-label';
import styles from './bulk.module.css';

/** The choice of key results for many issues at once, under their objectives. */
export const TagForm = ({
  choices,
  submitText,
  isReady,
  children,
  onSubmit,
  onCancel,
}: {
  readonly choices: Choices;
  readonly submitText: string;
  /** Whether it is known which of the issues may be edited. */
  readonly isReady: boolean;
  readonly children: ReactNode;
  readonly onSubmit: (keyResults: readonly KeyResultId[]) => void;
  readonly onCancel: () => void;
}) => {
  const [picked, setPicked] = useState<readonly Choice[]>([]);
  const [isRefused, setRefused] = useState(false);
  const [isOpen, setOpen] = useState(true);
  const [inputId, errorId] = [useId(), useId()];
  const groups = useMemo(
    () =>
      choicesOf(
        choices.objectives,
        choices.cycles.filter(({ state }) => state === 'active'),
        null,
      ),
    [choices],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setRefused(picked.length === 0);
    if (picked.length > 0 && isReady) onSubmit(picked.map(({ value }) => value));
  };
  const select = useRef<ComponentRef<typeof Select>>(null);
  // An open menu has no option in focus until a key is pressed; Enter is to take the first one right away.
  useEffect(() => select.current?.select?.focusOption('first'), []);
  return (
    <form className={styles.form} onSubmit={submit}>
      {children}
      <label htmlFor={inputId} className={styles.label}>
        Key results
      </label>
      <Select<Choice, true>
        inputId={inputId}
        isMulti
        autoFocus
        options={groups}
        value={picked}
        ref={select}
        // A menu that closed under the pointer would move the button away from it. As part of the form it stays in
        // sight; the first Escape is about it, and the form goes with the second.
        menuIsOpen={isOpen}
        onMenuOpen={() => setOpen(true)}
        onInputChange={(_, { action }) => {
          if (action === 'input-change') setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(false);
        }}
        tabSelectsValue={false}
        placeholder="Find a key result"
        isInvalid={isRefused && picked.length === 0}
        aria-describedby={isRefused ? errorId : undefined}
        isOptionDisabled={() => picked.length >= MOST_KEY_RESULTS}
        filterOption={({ data }, typed) => matches(data, typed)}
        formatOptionLabel={(choice, { context }) =>
          context === 'value' ? choice.label : <ChoiceLabel choice={choice} />
        }
        formatGroupLabel={(group) => <GroupLabel group={group as ChoiceGroup} />}
        noOptionsMessage={() =>
          groups.length === 0
            ? 'No active cycle has a key result to choose.'
            : 'No key result has these words.'
        }
        onChange={setPicked}
        spacing="compact"
        menuRenderMode="inline"
        styles={{ menuList: (base) => ({ ...base, ...MENU_EDGE }) }}
      />
      {isRefused && picked.length === 0 && (
        <p id={errorId} role="alert" className={styles.error}>
          Choose a key result.
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" isDisabled={!isReady}>
          {submitText}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
