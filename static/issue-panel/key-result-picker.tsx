import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useEffect, useRef, useState, type ComponentRef, type KeyboardEvent } from 'react';
import type { KeyResultId } from '../../src/domain/ids';
import { matches, type Choice, type ChoiceGroup } from '../shared/key-result-choices';
import { ChoiceLabel, GroupLabel, MENU_EDGE } from '../shared/key-result-label';
import styles from './key-result-picker.module.css';

type Props = {
  readonly groups: readonly ChoiceGroup[];
  readonly onPick: (id: KeyResultId) => void;
  readonly onCancel: () => void;
};

/** The key results to choose from, under their objectives. Typing narrows them, arrows move, Enter takes, Escape leaves. */
export const KeyResultPicker = ({ groups, onPick, onCancel }: Props) => {
  // The panel looks again when the person comes back to it: what is chosen from stays, or another would get the choice.
  const [offered] = useState(groups);
  const select = useRef<ComponentRef<typeof Select>>(null);
  // An open menu has no option in focus until a key is pressed; Enter is to take the first one right away.
  useEffect(() => select.current?.select?.focusOption('first'), []);

  const cancelOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <div className={styles.picker}>
      <Select<Choice, false>
        ref={select}
        aria-label="Key result to add"
        placeholder="Find a key result"
        autoFocus
        options={offered}
        value={null}
        filterOption={({ data }, typed) => matches(data, typed)}
        formatOptionLabel={(choice) => <ChoiceLabel choice={choice} />}
        formatGroupLabel={(group) => <GroupLabel group={group as ChoiceGroup} />}
        noOptionsMessage={() => 'No key result has these words.'}
        onChange={(choice) => choice && onPick(choice.value)}
        onKeyDown={cancelOnEscape}
        spacing="compact"
        // The frame is as tall as its content: a menu that floats would be cut off.
        menuRenderMode="inline"
        styles={{ menuList: (base) => ({ ...base, ...MENU_EDGE }) }}
      />
      <div>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
};
