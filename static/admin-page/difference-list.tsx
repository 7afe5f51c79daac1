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
  isReplaced,
  names,
}: {
  readonly kind: BackupKind;
  readonly differences: readonly Difference[];
  /** Whether an import puts the file’s in the place of what is here. */
  readonly isReplaced: boolean;
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
          isReplaced={isReplaced}
          names={names}
        />
      ))}
    </details>
  );
};

const Group = ({
  title: groupTitle,
  differences,
  isReplaced,
  names,
}: {
  /** `null` where the summary above says it all. */
  readonly title: string | null;
  readonly differences: readonly Difference[];
  readonly isReplaced: boolean;
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
            {changes.map((change) => (
              <ChangeLine key={change.field} change={change} isReplaced={isReplaced} names={names} />
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

/** Marked as a change only where it is one; else both values stand side by side. */
const ChangeLine = ({
  change: { field, here, there },
  isReplaced,
  names,
}: {
  readonly change: Difference['changes'][number];
  readonly isReplaced: boolean;
  readonly names: ThingNames;
}) => {
  const mine = valueWords(field, here, names);
  const other = valueWords(field, there, names);
  if (!isReplaced)
    return (
      <div className={styles.change}>
        {fieldWords(field)}: {mine} (here) / {other} (in the file)
      </div>
    );
  return (
    <div className={styles.change}>
      {fieldWords(field)}: <del>{mine}</del> <span className={hidden.hidden}>becomes</span>
      <span aria-hidden>→</span> <ins>{other}</ins>
    </div>
  );
};

const words = (state: DifferenceState, count: number): string =>
  ({
    changed: `${countOf(count, 'is', 'are')} different`,
    new: `${countOf(count, 'is', 'are')} new`,
    'only-here': `${countOf(count, 'is', 'are')} only here`,
    same: '',
  })[state];
