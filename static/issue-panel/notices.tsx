import Button from '@atlaskit/button/new';
import type { ReactNode } from 'react';
import { sameTag } from '../../src/domain/tag';
import { applyChange, intention, isFull } from './change';
import styles from './notices.module.css';
import { mayChange, titleOf, troubleOf, type Panel } from './panel';
import type { PanelState, Unsaved } from './panel-state';
import type { PanelActions } from './use-panel';

type Props = { readonly panel: Panel; readonly state: PanelState; readonly actions: PanelActions };

/** What the person should know before going on: a save that failed, a change from elsewhere, a tag that is none. */
export const Notices = ({ panel, state: { unsaved, changedMeanwhile }, actions }: Props) => {
  const trouble = troubleOf(panel);
  return (
    <div aria-live="polite" className={styles.notices}>
      {unsaved.map((one) =>
        one.state === 'failed' ? (
          <Failed key={JSON.stringify(one.change)} panel={panel} unsaved={one} actions={actions} />
        ) : (
          <Conflict key={JSON.stringify(one.change)} panel={panel} unsaved={one} actions={actions} />
        ),
      )}
      {changedMeanwhile && (
        <Notice tone="information">
          <p>This was changed elsewhere meanwhile. You see what is saved now.</p>
        </Notice>
      )}
      {trouble !== null && (
        <Notice tone="warning">
          <p>{trouble}</p>
        </Notice>
      )}
    </div>
  );
};

const Failed = ({
  panel,
  unsaved: { change, expected, problem },
  actions,
}: Pick<Props, 'panel' | 'actions'> & { readonly unsaved: Extract<Unsaved, { state: 'failed' }> }) => (
  <Notice tone="danger">
    <p>{problem.message}</p>
    <p>{`${problem.undecided ? 'Not known whether it was saved' : 'Not saved'}: ${intention(change, (id) => titleOf(panel, id))}.`}</p>
    <div className={styles.choices}>
      <Button spacing="compact" onClick={() => actions.save(change, expected)}>
        Try again
      </Button>
      <Button spacing="compact" appearance="subtle" onClick={() => actions.dismiss(change)}>
        Discard
      </Button>
    </div>
  </Notice>
);

const Conflict = ({
  panel,
  unsaved: { change },
  actions,
}: Pick<Props, 'panel' | 'actions'> & { readonly unsaved: Extract<Unsaved, { state: 'conflict' }> }) => {
  const { ownTag } = panel.view;
  const isPossible =
    mayChange(panel, ownTag) &&
    !(change.type === 'add' && isFull(ownTag)) &&
    !sameTag(applyChange(ownTag, change), ownTag);
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
        <Button spacing="compact" appearance="subtle" onClick={() => actions.dismiss(change)}>
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
