import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PlanningSettingsView, SprintPlanningView } from '../../src/contract/sprint-planning';
import type { Band } from '../../src/domain/focus-share';
import { formatPercent } from '../../src/domain/figure-words';
import forms from '../shared/form.module.css';
import { TextField } from '../shared/text-field';
import { numberProblem, typedNumber } from '../shared/typed-number';
import styles from '../shared/focus.module.css';
import { SettingsPanel } from './settings-panel';
import { useOpener } from './use-opener';
import { useSettings } from './use-settings';

/** The team's own band: how much of its work is to serve key results. */
export const BandForm = ({
  boardId,
  view,
  onSaved,
}: {
  readonly boardId: number;
  readonly view: SprintPlanningView;
  readonly onSaved: (settings: PlanningSettingsView) => void;
}) => {
  const { band } = view.settings;
  const [typed, setTyped] = useState<{ readonly low: string; readonly high: string } | null>(null);
  const [wrong, setWrong] = useState<Partial<Record<'low' | 'high', string>>>({});
  const form = useSettings(boardId, view.settings, (saved) => {
    setTyped(null);
    onSaved(saved);
  });
  const opener = useOpener(typed !== null);
  const close = (): void => {
    setTyped(null);
    setWrong({});
    form.clear();
  };
  const submit = (): void => {
    if (typed === null) return;
    const problems = { low: problemOf(typed.low), high: problemOf(typed.high) };
    setWrong(Object.fromEntries(Object.entries(problems).filter(([, message]) => message !== null)));
    if (problems.low !== null || problems.high !== null) return;
    void form.save({ band: { low: typedNumber(typed.low) / 100, high: typedNumber(typed.high) / 100 } });
  };
  return (
    <div>
      <div className={styles.band}>
        <p>{band ? `The team’s band: ${bandWords(band)} on key results.` : 'The team has no band yet.'}</p>
        {view.mayPlan && typed === null && (
          <Button
            ref={opener}
            spacing="compact"
            onClick={() =>
              setTyped({ low: percentText(band?.low ?? 0.6), high: percentText(band?.high ?? 0.8) })
            }
          >
            {band ? 'Change the band' : 'Set a band'}
          </Button>
        )}
      </div>
      {typed !== null && (
        <SettingsPanel
          title="The team’s band"
          form={form}
          theirsInWords={form.theirs?.band ? bandWords(form.theirs.band) : 'no band'}
          onSubmit={submit}
          onClose={close}
        >
          <div className={forms.columns}>
            {(['low', 'high'] as const).map((end) => (
              <TextField
                key={end}
                label={end === 'low' ? 'From (%)' : 'To (%)'}
                type="number"
                value={typed[end]}
                onChange={(value) => setTyped({ ...typed, [end]: value })}
                error={wrong[end] ?? form.problem?.fields?.[`band.${end}`]}
              />
            ))}
          </div>
        </SettingsPanel>
      )}
    </div>
  );
};

export const bandWords = ({ low, high }: Band): string => `${formatPercent(low)} to ${formatPercent(high)}`;

const percentText = (ratio: number): string => String(Math.round(ratio * 1000) / 10);

const problemOf = (text: string): string | null =>
  text.trim() === '' ? 'Give a number.' : numberProblem(text);
