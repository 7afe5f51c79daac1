import Button from '@atlaskit/button/new';
import { useSyncExternalStore } from 'react';
import type { IntentView, SprintPlanningView } from '../../src/contract/sprint-planning';
import type { Sayable } from '../../src/domain/intent-sentence';
import type { IntentPlace } from '../../src/domain/sprint-intent';
import { formatDay } from '../../src/domain/figure-words';
import type { SprintIssue } from '../shared/sprint-work';
import { AdvanceCards } from './advance-cards';
import { IntentForm } from './intent-form';
import type { IntentFormStore } from './intent-form-store';
import { sentenceOf } from './naming';
import styles from './planning.module.css';
import { useOpener } from './use-opener';

/** What a sprint is to move, in one sentence and card by card, and the form to say it. */
export const IntentSection = ({
  view,
  work,
  form,
  place,
  title,
  isOver,
  startDay,
  endDay,
  workTitle,
  onSaved,
  onUndecided,
}: {
  readonly view: SprintPlanningView;
  readonly work: readonly SprintIssue[];
  readonly form: IntentFormStore;
  readonly place: IntentPlace;
  readonly title: string;
  readonly isOver: boolean;
  readonly startDay: string;
  readonly endDay: string;
  readonly workTitle: string;
  readonly onSaved: (intent: IntentView) => void;
  readonly onUndecided: () => void;
}) => {
  const { isOpen } = useSyncExternalStore(form.subscribe, form.get);
  const opener = useOpener(isOpen);
  const said = view.intent?.said ?? null;
  const isSaid = said !== null && said.advances.length > 0;
  const sentence = said === null ? '' : sentenceOf(place, view, said);
  return (
    <section className={styles.section} aria-label="Intent">
      <h2>
        What {place.kind === 'sprint' ? 'this sprint' : 'this period'}{' '}
        {isOver ? 'was to advance' : 'advances'}
      </h2>
      {isSaid ? (
        <>
          <p className={styles.sentence}>{sentence}</p>
          <AdvanceCards advances={said.advances} view={view} work={work} workTitle={workTitle} />
        </>
      ) : (
        <p className={styles.subtle}>
          {isOver
            ? `Nothing was said of ${title}.`
            : `Nothing is said yet.${view.mayPlan ? ' Choose the key results that are to move, and say by what and how far.' : ''}`}
        </p>
      )}
      {isOpen ? (
        <IntentForm
          form={form}
          view={view}
          place={place}
          isOver={isOver}
          startDay={startDay}
          endDay={endDay}
          onSaved={onSaved}
          onUndecided={onUndecided}
        />
      ) : (
        view.mayPlan &&
        !isOver && (
          <div>
            <Button
              ref={opener}
              appearance={isSaid ? 'default' : 'primary'}
              onClick={() => form.open(view.intent, endDay)}
            >
              {isSaid ? 'Change what is said' : 'Say what it advances'}
            </Button>
          </div>
        )
      )}
      {view.intent !== null && view.intent.earlier.length > 0 && (
        <Earlier earlier={view.intent.earlier} sentence={(one) => sentenceOf(place, view, one)} />
      )}
    </section>
  );
};

const Earlier = ({
  earlier,
  sentence,
}: {
  readonly earlier: IntentView['earlier'];
  readonly sentence: (said: Sayable) => string;
}) => (
  <details className={styles.details}>
    <summary>What was said before</summary>
    <ol>
      {earlier.map((one) => (
        <li key={one.id}>
          {formatDay(one.savedAt)}: {sentence(one) || 'Nothing.'}
        </li>
      ))}
    </ol>
  </details>
);
