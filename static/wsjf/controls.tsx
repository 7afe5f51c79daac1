import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { WsjfLevel } from '../../src/jira/wsjf';
import { AsOf } from '../shared/as-of';
import type { Freshness } from '../shared/reading';
import styles from './wsjf.module.css';

/** What is ranked, how it is shown, and how old it is. */
export const Controls = ({
  level,
  onLevel,
  leftOut,
  onLeftOut,
  isPicture,
  onPicture,
  freshness,
  onRefresh,
}: {
  readonly level: WsjfLevel;
  readonly onLevel: (level: WsjfLevel) => void;
  readonly leftOut: boolean;
  readonly onLeftOut: (leftOut: boolean) => void;
  readonly isPicture: boolean;
  readonly onPicture: (isPicture: boolean) => void;
  readonly freshness: Freshness | null;
  readonly onRefresh: () => Promise<void>;
}) => {
  const [isReading, setReading] = useState(false);
  const refresh = (): void => {
    setReading(true);
    void onRefresh().finally(() => setReading(false));
  };
  return (
    <div className={styles.controls}>
      <Choice
        legend="Rank"
        name="wsjf-level"
        options={[
          { value: 'stories', label: 'Stories' },
          { value: 'epics', label: 'Epics' },
        ]}
        value={level}
        onChange={(value) => onLevel(value as WsjfLevel)}
      />
      <Choice
        legend="Show"
        name="wsjf-view"
        options={[
          { value: 'table', label: 'Table' },
          { value: 'picture', label: 'Picture' },
        ]}
        value={isPicture ? 'picture' : 'table'}
        onChange={(value) => onPicture(value === 'picture')}
      />
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={leftOut}
          onChange={({ currentTarget }) => onLeftOut(currentTarget.checked)}
        />
        Leave the key results out
      </label>
      <div className={styles.refresh}>
        {freshness && <AsOf freshness={freshness} />}
        <Button spacing="compact" isLoading={isReading} isDisabled={freshness === null} onClick={refresh}>
          Refresh
        </Button>
      </div>
    </div>
  );
};

const Choice = ({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => (
  <fieldset className={styles.choice}>
    <legend className={styles.hidden}>{legend}</legend>
    {options.map((option) => (
      <label key={option.value} className={styles.option}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);
