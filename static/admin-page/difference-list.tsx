import { useState } from 'react';
import Button from '@atlaskit/button/new';
import type { Difference, DifferenceState } from '../../src/domain/backup-difference';
import type { BackupKind } from '../../src/domain/backup-items';
import hidden from '../shared/visually-hidden.module.css';
import styles from './admin-page.module.css';
import { fieldWords, valueWords, type ThingNames } from './thing-names';
import { countOf, KIND_WORDS } from './words';

const LISTED: readonly DifferenceState[] = ['changed', 'new', 'only-here'];
const SHOWN_AT_FIRST = 50;

/** The things of a kind by name: what is different with its old and new values, what is new, what is only here. */
export const DifferenceList = ({
  kind,
  differences,
  names,
}: {
  readonly kind: BackupKind;
  readonly differences: readonly Difference[];
  readonly names: ThingNames;
}) => {
  const groups = LISTED.map((state) => ({
    state,
    found: differences.filter((one) => one.state === state),
  })).filter(({ found }) => found.length > 0);
  if (groups.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>
        {KIND_WORDS[kind]}: {groups.map(({ state, found }) => words(state, found.length)).join(', ')}
      </summary>
      {groups.map(({ state, found }) => (
        <Group
          key={state}
          title={groups.length > 1 ? words(state, found.length) : null}
          differences={found}
          names={names}
        />
      ))}
    </details>
  );
};

const Group = ({
  title: groupTitle,
  differences,
  names,
}: {
  /** `null` where the summary above says it all. */
  readonly title: string | null;
  readonly differences: readonly Difference[];
  readonly names: ThingNames;
}) => {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? differences : differences.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      {groupTitle !== null && <p className={styles.quiet}>{groupTitle}</p>}
      <ul>
        {shown.map(({ kind, id, title, changes }) => (
          <li key={id}>
            {kind === 'visibility' ? valueWords('scope', title, names) : title}
            {changes.map(({ field, here, there }) => (
              <div key={field} className={styles.change}>
                {fieldWords(field)}: <del>{valueWords(field, here, names)}</del>{' '}
                <span className={hidden.hidden}>becomes</span>
                <span aria-hidden>→</span> <ins>{valueWords(field, there, names)}</ins>
              </div>
            ))}
          </li>
        ))}
      </ul>
      {shown.length < differences.length && (
        <Button spacing="compact" onClick={() => setWhole(true)}>
          Show all {String(differences.length)}
        </Button>
      )}
    </>
  );
};

const words = (state: DifferenceState, count: number): string =>
  ({
    changed: `${countOf(count, 'is', 'are')} different`,
    new: `${countOf(count, 'is', 'are')} new`,
    'only-here': `${countOf(count, 'is', 'are')} only here`,
    same: '',
  })[state];
