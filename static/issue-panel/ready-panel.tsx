import { useRef, useState } from 'react';
import type { KeyResultId } from '../../src/domain/ids';
import { Announcement } from '../shared/announcement';
import { AsOf } from '../shared/as-of';
import { ProblemMessage } from '../shared/problem-message';
import { Actions, type Editing } from './actions';
import { applyChanges, keyResultsOf, type Change } from './change';
import { Notices } from './notices';
import { mayChange, shownFor, type Panel } from './panel';
import type { PanelState } from './panel-state';
import { ReachLine } from './reach-line';
import styles from './ready-panel.module.css';
import { ShownTag } from './shown-tag';
import { useFocusLater } from './use-focus-later';
import type { PanelActions } from './use-panel';
import type { ReachReading } from './use-reach';

type Props = {
  readonly panel: Panel;
  readonly state: PanelState;
  /** What a tag of the issue covers; `null` where that says nothing. */
  readonly reach: ReachReading | null;
  readonly done: string;
  readonly actions: PanelActions;
};

/** What the issue serves, what may be done to it, and what became of that. */
export const ReadyPanel = ({ panel, state, reach, done, actions }: Props) => {
  const { saving, freshness } = state;
  const { unavailable } = panel.view;
  const frame = useRef<HTMLDivElement>(null);
  const focusLater = useFocusLater();
  const [editing, setEditing] = useState<Editing | null>(null);
  const isSaving = saving.length > 0;
  const ownTag = applyChanges(panel.view.ownTag, saving);
  const isChangeable = mayChange(panel, ownTag);

  const focusOn = (...places: readonly FocusPlace[]): void =>
    focusLater(() => frame.current && findPlace(frame.current, places));
  const close = (): void => {
    focusOn(editing === 'exempt' ? 'exempt' : 'add', 'exempt');
    setEditing(null);
  };
  const save = (change: Change): void => {
    close();
    if (change.type === 'add') focusOn('add', `remove ${change.keyResultId}`);
    actions.save(change);
  };
  const remove = (keyResultId: KeyResultId): void => {
    const next = keyResultsOf(ownTag).indexOf(keyResultId) + 1;
    const follower = keyResultsOf(ownTag)[next];
    focusOn(...(follower ? [`remove ${follower}` as const] : []), 'add', 'exempt');
    actions.save({ type: 'remove', keyResultId });
  };
  const countAgain = (): void => {
    focusOn('add', 'exempt');
    reach?.reload();
  };

  return (
    <div ref={frame} className={styles.panel}>
      <Notices
        panel={panel}
        state={state}
        actions={leavingFocusOn(() => focusOn('add', 'exempt'), actions)}
      />
      <ShownTag
        panel={panel}
        shown={shownFor(panel, ownTag)}
        isUndecided={state.undecided.length > 0}
        onRetry={actions.load}
        onRemove={isChangeable ? remove : undefined}
      />
      {reach && <ReachLine reach={reach} isTagged={ownTag !== null} onCountAgain={countAgain} />}
      {unavailable && (
        <ProblemMessage
          problem={{
            ...unavailable,
            message: `Key results cannot be shown just now. ${unavailable.message}`,
          }}
          onRetry={actions.load}
        />
      )}
      {isChangeable && (
        <Actions
          panel={panel}
          ownTag={ownTag}
          editing={editing}
          isSaving={isSaving}
          onEdit={setEditing}
          onCancel={close}
          onChange={save}
        />
      )}
      {/* A panel is small: it says how old it is only where that is not now. Last, so that nothing moves. */}
      <div aria-live="polite">
        {freshness?.problem && <AsOf freshness={freshness} onRetry={actions.load} />}
      </div>
      <Announcement>{isSaving ? 'Saving…' : done}</Announcement>
    </div>
  );
};

/** What can have the focus, by the `data-focus` of its button. */
type FocusPlace = 'add' | 'exempt' | `remove ${KeyResultId}`;

/** The first of the places that there is. */
const findPlace = (frame: HTMLElement, places: readonly FocusPlace[]): HTMLElement | undefined =>
  places
    .map((place) => frame.querySelector<HTMLElement>(`[data-focus="${place}"]`))
    .find((found) => found !== null) ?? undefined;

/** A notice goes with its buttons, and would take the focus with it. */
const leavingFocusOn = (moveFocus: () => void, { load, save, dismiss }: PanelActions): PanelActions => ({
  load,
  save: (...args) => {
    moveFocus();
    save(...args);
  },
  dismiss: (change) => {
    moveFocus();
    dismiss(change);
  },
});
