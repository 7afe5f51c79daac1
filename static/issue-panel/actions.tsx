import Button from '@atlaskit/button/new';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { MOST_KEY_RESULTS, type Tag } from '../../src/domain/tag';
import styles from './actions.module.css';
import { isFull, type Change } from './change';
import { choicesOf } from '../shared/key-result-choices';
import { NoChoices } from './no-choices';
import type { Panel } from './panel';

export type Editing = 'pick' | 'exempt';

type Props = {
  readonly panel: Panel;
  readonly ownTag: Tag | null;
  readonly editing: Editing | null;
  readonly isSaving: boolean;
  readonly onEdit: (editing: Editing) => void;
  readonly onCancel: () => void;
  readonly onChange: (change: Change) => void;
};

/** What may be done: add a key result, say that it serves none, take that back. */
export const Actions = ({ panel, ownTag, editing, isSaving, onEdit, onCancel, onChange }: Props) => {
  const { view } = panel;
  const groups = useMemo(() => choicesOf(view.objectives, view.activeCycles, ownTag), [view, ownTag]);
  useEffect(preload, []);

  if (editing !== null) {
    return (
      <Suspense fallback={<div className={styles.loading} aria-hidden="true" />}>
        {overrides(panel, ownTag) && (
          <p className={styles.hint}>This replaces what the issue inherits; removing it brings that back.</p>
        )}
        {editing === 'pick' ? (
          <KeyResultPicker
            groups={groups}
            onPick={(keyResultId) => onChange({ type: 'add', keyResultId })}
            onCancel={onCancel}
          />
        ) : (
          <ExemptionForm
            exemption={ownTag?.state === 'exempt' ? ownTag : null}
            onSave={(exemption) => onChange({ type: 'exempt', ...exemption })}
            onCancel={onCancel}
          />
        )}
      </Suspense>
    );
  }

  const isExempt = ownTag?.state === 'exempt';
  const full = isFull(ownTag);
  const canAdd = groups.length > 0 && !full;
  return (
    <>
      {groups.length === 0 && !full && view.unavailable === null && (
        <NoChoices activeCycles={view.activeCycles} />
      )}
      {full && <p className={styles.hint}>{`An issue serves ${MOST_KEY_RESULTS} key results at most.`}</p>}
      <div className={styles.actions}>
        {canAdd && (
          <Button spacing="compact" data-focus="add" onClick={() => onEdit('pick')}>
            Add key result
          </Button>
        )}
        <Button
          spacing="compact"
          appearance={canAdd ? 'subtle' : 'default'}
          data-focus="exempt"
          onClick={() => onEdit('exempt')}
        >
          {isExempt ? 'Change reason' : 'Serves no key result…'}
        </Button>
        {isExempt && (
          <Button spacing="compact" appearance="subtle" onClick={() => onChange({ type: 'clear' })}>
            Remove exemption
          </Button>
        )}
        {isSaving && (
          <span className={styles.saving} aria-hidden="true">
            Saving…
          </span>
        )}
      </div>
    </>
  );
};

const overrides = ({ inherited }: Panel, ownTag: Tag | null): boolean =>
  ownTag === null && inherited.state === 'known' && inherited.tag !== null;

// Both are larger than the panel itself and are needed only by who edits.
const importPicker = () => import('./key-result-picker');
const importForm = () => import('../shared/exemption-form');
const KeyResultPicker = lazy(() => importPicker().then((module) => ({ default: module.KeyResultPicker })));
const ExemptionForm = lazy(() => importForm().then((module) => ({ default: module.ExemptionForm })));

/** Fetches them while nothing else is to do, so that the first press of a button opens them at once. */
const preload = (): void => {
  const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1));
  idle(() => void Promise.allSettled([importPicker(), importForm()]));
};
