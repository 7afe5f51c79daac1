import Button from '@atlaskit/button/new';
import { lazy, Suspense, useEffect, useId, useRef } from 'react';
import type { Choices } from '../../../src/contract/refinement';
import { MAY_NOT_CHANGE_IN_BULK } from '../../../src/jira/bulk-labels';
import { ProblemMessage } from '../../shared/problem-message';
import styles from './bulk.module.css';
import { kindOf, type BulkAction, type BulkTarget } from './bulk-job';
import type { BulkStage } from './bulk-store';
import { doWords, issuesInWords } from './bulk-words';
import { EpicOffer, type SharedParent } from './epic-offer';
import { RightsNote } from './rights-note';

type Props = {
  readonly stage: Extract<BulkStage, { readonly name: 'choosing' }>;
  readonly choices: Choices;
  readonly parent: SharedParent | null;
  readonly summaryOf: (issueId: string) => string;
  readonly onRetry: () => void;
  readonly onTakeParent: (target: BulkTarget) => void;
  readonly onStart: (action: BulkAction) => void;
  readonly onCancel: () => void;
};

/** What is chosen before anything is done: with what, and with which half where not all may be edited. */
export const Choosing = ({
  stage,
  choices,
  parent,
  summaryOf,
  onRetry,
  onTakeParent,
  onStart,
  onCancel,
}: Props) => {
  const { choice, target, checked } = stage;
  const heading = useId();
  const ready = checked.state === 'ready' ? checked.value : null;
  const mayNot = ready !== null && kindOf({ type: choice }) === 'labels' && !ready.mayChangeInBulk;
  const isReady = ready !== null && ready.editable.length > 0 && !mayNot;
  const submitText = doWords(choice, wordsFor(target, ready?.editable.length ?? null));
  useStartAtOnce(stage, isReady, onStart);
  useEffect(preload, []);
  const note = <RightsNote checked={checked} summaryOf={summaryOf} onRetry={onRetry} />;
  return (
    <section
      className={styles.panel}
      aria-labelledby={heading}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <h2 id={heading} className={styles.heading} tabIndex={-1} data-focus="chosen">
        {`${doWords(choice, wordsFor(target, target.issues.length))}${choice === 'tag' ? ' with…' : ''}`}
      </h2>
      <Suspense fallback={null}>
        {choice === 'tag' && (
          <TagForm
            key={target.above?.issueId ?? ''}
            choices={choices}
            submitText={submitText}
            isReady={isReady}
            onSubmit={(keyResults) => onStart({ type: 'tag', keyResults })}
            onCancel={onCancel}
          >
            {note}
            {parent && target.above === null && <EpicOffer parent={parent} onTake={onTakeParent} />}
          </TagForm>
        )}
        {choice === 'exempt' && (
          <>
            {note}
            <ExemptionForm
              exemption={null}
              legend="Each serves no key result, because it is"
              save={submitText}
              isReady={isReady}
              onSave={(exemption) => onStart({ type: 'exempt', ...exemption })}
              onCancel={onCancel}
            />
          </>
        )}
      </Suspense>
      {(choice === 'cut' || choice === 'defer') && (
        <>
          {note}
          {mayNot && <ProblemMessage problem={MAY_NOT_CHANGE_IN_BULK} />}
          <div className={styles.buttons}>
            {isReady && (
              <Button appearance="primary" onClick={() => onStart({ type: choice })}>
                {submitText}
              </Button>
            )}
            <Button appearance="subtle" onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

/** Cutting and deferring need no other choice: where all of them may be edited, it is done. */
const useStartAtOnce = (
  { choice, checked }: Props['stage'],
  isReady: boolean,
  onStart: Props['onStart'],
): void => {
  const isStarted = useRef(false);
  const isPlain = isReady && checked.state === 'ready' && checked.value.others.length === 0;
  useEffect(() => {
    if (isStarted.current || !isPlain || (choice !== 'cut' && choice !== 'defer')) return;
    isStarted.current = true;
    onStart({ type: choice });
  });
};

const wordsFor = ({ above, issues }: BulkTarget, count: number | null): string =>
  above === null ? issuesInWords(count ?? issues.length) : above.issueKey;

// Both are larger than the bar and are needed only by who decides.
const importTagForm = () => import('./tag-form');
const importExemptionForm = () => import('../../shared/exemption-form');
const TagForm = lazy(() => importTagForm().then((module) => ({ default: module.TagForm })));
const ExemptionForm = lazy(() => importExemptionForm().then((module) => ({ default: module.ExemptionForm })));

/** Fetches both while one is open. */
export const preload = (): void => void Promise.allSettled([importTagForm(), importExemptionForm()]);
