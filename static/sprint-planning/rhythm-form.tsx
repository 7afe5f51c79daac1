import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { PlanningSettingsView, SprintPlanningView } from '../../src/contract/sprint-planning';
import type { IsoDate } from '../../src/domain/dates';
import { RHYTHM_WEEKS, USUAL_RHYTHM, type Rhythm } from '../../src/domain/period';
import { Field } from '../shared/field';
import { formatDay } from '../../src/domain/figure-words';
import forms from '../shared/form.module.css';
import { TextField } from '../shared/text-field';
import focus from '../shared/focus.module.css';
import styles from './planning.module.css';
import { SettingsPanel } from './settings-panel';
import { useOpener } from './use-opener';
import { useSettings } from './use-settings';

/** In which rhythm a board without sprints plans. */
export const RhythmForm = ({
  boardId,
  view,
  onSaved,
}: {
  readonly boardId: number;
  readonly view: SprintPlanningView;
  readonly onSaved: (settings: PlanningSettingsView) => void;
}) => {
  const rhythm = view.settings.rhythm ?? USUAL_RHYTHM;
  const [typed, setTyped] = useState<{ readonly weeks: string; readonly firstDay: string } | null>(null);
  const form = useSettings(boardId, view.settings, (saved) => {
    setTyped(null);
    onSaved(saved);
  });
  const opener = useOpener(typed !== null);
  const close = (): void => {
    setTyped(null);
    form.clear();
  };
  const fields = form.problem?.fields ?? {};
  return (
    <div>
      <div className={focus.band}>
        <p>{`This board plans ${rhythmWords(rhythm)}.`}</p>
        {view.mayPlan && typed === null && (
          <Button
            ref={opener}
            spacing="compact"
            onClick={() =>
              setTyped({ weeks: String(rhythm.weeks), firstDay: view.period?.start ?? rhythm.firstDay })
            }
          >
            Change the rhythm
          </Button>
        )}
      </div>
      {typed !== null && (
        <SettingsPanel
          title="Rhythm"
          form={form}
          theirsInWords={rhythmWords(form.theirs?.rhythm ?? USUAL_RHYTHM)}
          onSubmit={() =>
            void form.save({
              rhythm: { weeks: Number(typed.weeks) as Rhythm['weeks'], firstDay: typed.firstDay as IsoDate },
            })
          }
          onClose={close}
        >
          <div className={forms.columns}>
            <Field label="How often" error={fields['rhythm.weeks']}>
              {({ isInvalid, ...control }) => (
                <select
                  {...control}
                  className={`${styles.select} ${styles.wide}`}
                  aria-invalid={isInvalid}
                  value={typed.weeks}
                  onChange={(event) => setTyped({ ...typed, weeks: event.target.value })}
                >
                  {RHYTHM_WEEKS.map((weeks) => (
                    <option key={weeks} value={weeks}>{`Every ${WORDS[weeks]} weeks`}</option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              label="A period begins on"
              type="date"
              value={typed.firstDay}
              onChange={(firstDay) => setTyped({ ...typed, firstDay })}
              error={fields['rhythm.firstDay']}
            />
          </div>
          <p className={styles.note}>
            What was said of the periods before is kept with the days on which they began.
          </p>
        </SettingsPanel>
      )}
    </div>
  );
};

const rhythmWords = ({ weeks, firstDay }: Rhythm): string =>
  `every ${WORDS[weeks]} weeks, counted from ${formatDay(firstDay)}`;

const WORDS: Readonly<Record<Rhythm['weeks'], string>> = { 2: 'two', 4: 'four' };
