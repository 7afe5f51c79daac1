import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { sameTag } from '../../src/domain/tag';
import { applyChange, intention, isFull } from './change';
import styles from './notices.module.css';
import { titleOf, type Panel } from './panel';
import type { Attempt, PanelState } from './panel-store';
import type { PanelActions } from './use-panel';

type Props = { readonly panel: Panel; readonly state: PanelState; readonly actions: PanelActions };

/** What the person should know before going on: a save that failed, a change from elsewhere, a tag that is none. */
export const Notices = ({ panel, state: { attempt, changedMeanwhile }, actions }: Props) => (
  <div aria-live="polite" className={styles.notices}>
    {attempt?.state === 'failed' && <Failed panel={panel} attempt={attempt} actions={actions} />}
    {attempt?.state === 'conflict' && <Conflict panel={panel} attempt={attempt} actions={actions} />}
    {changedMeanwhile && (
      <Notice tone="information">
        <p>This was changed elsewhere meanwhile. You see what is saved now.</p>
      </Notice>
    )}
    {panel.view.unreadableTag && (
      <Notice tone="warning">
        <p>
          What is stored on this issue could not be read, so it counts as having no key result.
          {panel.view.issue.mayEdit && ' Saving replaces it.'}
        </p>
      </Notice>
    )}
  </div>
);

const Failed = ({
  panel,
  attempt: { change, expected, problem },
  actions,
}: Pick<Props, 'panel' | 'actions'> & { readonly attempt: Extract<Attempt, { state: 'failed' }> }) => (
  <Notice tone="danger">
    <p>{problem.message}</p>
    <p>{`Not saved: ${intention(change, (id) => titleOf(panel, id))}.`}</p>
    <div className={styles.choices}>
      <Button spacing="compact" onClick={() => actions.save(change, expected)}>
        Try again
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={actions.dismiss}>
        Discard
      </Button>
    </div>
  </Notice>
);

const Conflict = ({
  panel,
  attempt: { change },
  actions,
}: Pick<Props, 'panel' | 'actions'> & { readonly attempt: Extract<Attempt, { state: 'conflict' }> }) => {
  const { ownTag } = panel.view;
  const isPossible =
    !(change.type === 'add' && isFull(ownTag)) && !sameTag(applyChange(ownTag, change), ownTag);
  return (
    <Notice tone="warning">
      <p>Somebody else changed this meanwhile. You see what is saved now.</p>
      <p>{`Your choice is not saved: ${intention(change, (id) => titleOf(panel, id))}.`}</p>
      <div className={styles.choices}>
        {isPossible && (
          <Button spacing="compact" onClick={() => actions.save(change)}>
            Save my choice
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={actions.dismiss}>
          Keep theirs
        </Button>
      </div>
    </Notice>
  );
};

const Notice = ({
  tone,
  children,
}: {
  readonly tone: 'danger' | 'warning' | 'information';
  readonly children: ReactNode;
}) => (
  <div className={styles.notice} data-tone={tone}>
    {children}
  </div>
);
