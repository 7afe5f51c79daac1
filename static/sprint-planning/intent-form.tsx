import Button from '@atlaskit/button/new';
import { useEffect, useRef, useSyncExternalStore, type FormEvent } from 'react';
import type { IntentView, SprintPlanningView } from '../../src/contract/sprint-planning';
import { addDays, type IsoDate, type IsoInstant } from '../../src/domain/dates';
import { currentValue } from '../../src/domain/objective';
import { MOST_ADVANCES, withValues, type IntentPlace } from '../../src/domain/sprint-intent';
import { formatDay } from '../../src/domain/figure-words';
import { showDone } from '../shared/platform';
import { SavingNote } from '../shared/saving-note';
import forms from '../shared/form.module.css';
import { AdvanceFields } from './advance-fields';
import { IntentConflict } from './intent-conflict';
import { advancesOf, draftProblems, shownAdvances, type DraftRow } from './intent-draft';
import type { IntentFormStore } from './intent-form-store';
import { namedIn, sentenceOf } from './naming';
import styles from './planning.module.css';

/** Says what a sprint is to move. Takes the focus when it opens; Escape gives it up. */
export const IntentForm = ({
  form,
  view,
  place,
  isOver,
  startDay,
  endDay,
  onSaved,
  onUndecided,
}: {
  readonly form: IntentFormStore;
  readonly view: SprintPlanningView;
  readonly place: IntentPlace;
  /** It ended while the form was open: what was typed can be read and no longer saved. */
  readonly isOver: boolean;
  readonly startDay: string;
  readonly endDay: string;
  readonly onSaved: (intent: IntentView) => void;
  readonly onUndecided: () => void;
}) => {
  const { rows, isSaving, problem, fields, theirs } = useSyncExternalStore(form.subscribe, form.get);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => element.current?.querySelector<HTMLElement>('select, input')?.focus(), []);
  useEffect(() => {
    if (problem?.fields) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const finish = (saved: IntentView | null): void => {
    if (saved === null) return;
    showDone({ title: 'Said', description: 'The intent is saved.' });
    onSaved(saved);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isOver) return;
    void form.submit().then(finish);
  };
  const cancel = (): void => {
    if (form.cancel()) onUndecided();
  };
  const preview = previewOf(rows, view, place);
  // Of no field: the same again would be refused again.
  const isRefused = problem?.code === 'invalid' && !problem.undecided && !problem.fields;
  return (
    <form
      ref={element}
      className={forms.panel}
      aria-label="What it advances"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && cancel()}
    >
      {rows.map((row, index) => (
        <AdvanceFields
          key={row.row}
          row={row}
          index={index}
          view={view}
          taken={rows.filter(({ row: other }) => other !== row.row).map(({ keyResultId }) => keyResultId)}
          fields={fields}
          dayRemark={dayRemark(row.visibleBy, startDay, endDay)}
          onChange={(changed) => form.change(row.row, changed)}
          onRemove={() => form.remove(row.row)}
        />
      ))}
      {rows.length === 0 && <p className={styles.subtle}>Saved so, what was said is taken back.</p>}
      {rows.length < MOST_ADVANCES && (
        <div>
          <Button spacing="compact" onClick={() => form.add(endDay)}>
            Add a key result
          </Button>
        </div>
      )}
      <p className={styles.sentence} aria-live="polite">
        {preview ?? 'The sentence appears here once everything is filled in.'}
      </p>
      {theirs !== null && problem !== null ? (
        <IntentConflict
          message={problem.message}
          theirs={sentenceOf(place, view, theirs.said) || 'Nothing.'}
          mine={preview ?? 'Nothing.'}
          isSaving={isSaving}
          onMine={() => void form.applyMine().then(finish)}
          onTheirs={() => {
            const taken = form.takeTheirs();
            if (taken !== null) onSaved(taken);
          }}
        />
      ) : (
        <>
          {problem && (
            <p role="alert" className={forms.problem}>
              {problem.message}
              {isRefused && ' What you typed is still here, to be copied.'}
              {problem.code !== 'invalid' && ' What you typed is kept here: press “Save” to try again.'}
            </p>
          )}
          {isOver && <p className={styles.subtle}>This is over, so nothing more can be saved of it.</p>}
          <div className={forms.buttons}>
            <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={isOver || isRefused}>
              Save
            </Button>
            {isRefused && !isOver && <Button onClick={onUndecided}>Read again</Button>}
            <Button appearance="subtle" onClick={cancel}>
              Cancel
            </Button>
            <SavingNote isSaving={isSaving} />
          </div>
        </>
      )}
    </form>
  );
};

/** What may be a slip in a day, and is taken all the same. */
const dayRemark = (day: string, start: string, end: string): string | null => {
  if (day === '') return null;
  if (start !== '' && day < start)
    return `This is before it begins, ${formatDay(start)}. Saved all the same.`;
  if (end === '' || day <= addDays(end as IsoDate, DAYS_OF_A_CYCLE)) return null;
  return `This is long after its end, ${formatDay(end)}. Saved all the same.`;
};

/** A quarter. */
const DAYS_OF_A_CYCLE = 92;

/** The sentence as it would be said now; `null` while something is missing. */
const previewOf = (
  rows: readonly DraftRow[],
  view: SprintPlanningView,
  place: IntentPlace,
): string | null => {
  if (rows.length === 0 || Object.keys(draftProblems(rows)).length > 0) return null;
  const named = namedIn(view);
  const advances = withValues(advancesOf(rows), shownAdvances(view.intent), (id) => {
    const known = named.get(id);
    return known ? currentValue(known.keyResult) : 0;
  });
  return sentenceOf(place, view, { savedAt: `${view.today}T00:00:00.000Z` as IsoInstant, advances });
};
