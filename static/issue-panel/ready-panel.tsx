import { useRef, useState } from 'react';
import { Announcement } from '../shared/announcement';
import { Actions, type Editing } from './actions';
import type { Change } from './change';
import { Notices } from './notices';
import { shownFor, type Panel } from './panel';
import type { PanelState } from './panel-store';
import styles from './ready-panel.module.css';
import { ShownTag } from './shown-tag';
import { useFocusLater } from './use-focus-later';
import type { PanelActions } from './use-panel';

type Props = {
  readonly panel: Panel;
  readonly state: PanelState;
  readonly done: string;
  readonly actions: PanelActions;
};

export const ReadyPanel = ({ panel, state, done, actions }: Props) => {
  const { attempt } = state;
  const { issue } = panel.view;
  const frame = useRef<HTMLDivElement>(null);
  const focusLater = useFocusLater();
  const [editing, setEditing] = useState<Editing | null>(null);
  const isSaving = attempt?.state === 'saving';
  const ownTag = isSaving ? attempt.wanted : panel.view.ownTag;
  // A sub-task follows its parent; one that somebody tagged all the same can be untagged again.
  const mayChange = issue.mayEdit && (!issue.isSubtask || ownTag !== null);

  const focusOn = (name: string): void =>
    focusLater(() => frame.current?.querySelector<HTMLElement>(`[data-focus="${name}"]`));
  const close = (): void => {
    focusOn(editing === 'exempt' ? 'exempt' : 'add');
    setEditing(null);
  };
  const save = (change: Change): void => {
    close();
    actions.save(change);
  };

  return (
    <div ref={frame} className={styles.panel}>
      <Notices panel={panel} state={state} actions={actions} />
      <ShownTag
        panel={panel}
        shown={shownFor(panel, ownTag)}
        onRetry={actions.load}
        onRemove={
          mayChange
            ? (id) => {
                focusOn('add');
                actions.save({ type: 'remove', keyResultId: id });
              }
            : undefined
        }
      />
      {mayChange && (
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
      <Announcement>{isSaving ? 'Saving…' : done}</Announcement>
    </div>
  );
};
