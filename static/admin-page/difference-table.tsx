import { mayBeReplaced, type Difference, type DifferenceState } from '../../src/domain/backup-difference';
import { BACKUP_KINDS, type BackupKind } from '../../src/domain/backup-items';
import { formatNumber } from '../../src/domain/figure-words';
import styles from './admin-page.module.css';
import { KIND_WORDS, STATE_WORDS } from './words';

const STATES: readonly DifferenceState[] = ['new', 'changed', 'same', 'only-here'];

/** How many things of each kind are new, different, the same and only here, and what becomes of the different ones. */
export const DifferenceTable = ({
  differences,
  replace,
  onReplace,
}: {
  readonly differences: ReadonlyMap<BackupKind, readonly Difference[]>;
  readonly replace: ReadonlySet<BackupKind>;
  readonly onReplace: (replace: ReadonlySet<BackupKind>) => void;
}) => (
  <div className={styles.scroll} role="region" aria-label="What would change" tabIndex={0}>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          {STATES.map((state) => (
            <th key={state} scope="col" className={styles.number}>
              {STATE_WORDS[state]}
            </th>
          ))}
          <th scope="col" className={styles.decision}>
            What is different
          </th>
        </tr>
      </thead>
      <tbody>
        {BACKUP_KINDS.map((kind) => {
          const all = differences.get(kind) ?? [];
          const hasChanged = all.some(({ state }) => state === 'changed');
          return (
            <tr key={kind}>
              <th scope="row">{KIND_WORDS[kind]}</th>
              {STATES.map((state) => (
                <td key={state} className={styles.number}>
                  {formatNumber(all.filter((one) => one.state === state).length)}
                </td>
              ))}
              <td className={styles.decision}>
                {hasChanged && !mayBeReplaced(kind) && 'stays as it is here'}
                {hasChanged && mayBeReplaced(kind) && (
                  <Choice
                    kind={kind}
                    isReplaced={replace.has(kind)}
                    onChange={(isReplaced) =>
                      onReplace(
                        new Set(isReplaced ? [...replace, kind] : [...replace].filter((one) => one !== kind)),
                      )
                    }
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </div>
);

const Choice = ({
  kind,
  isReplaced,
  onChange,
}: {
  readonly kind: BackupKind;
  readonly isReplaced: boolean;
  readonly onChange: (isReplaced: boolean) => void;
}) => (
  <select
    className={styles.select}
    aria-label={`${KIND_WORDS[kind]} that are different`}
    value={isReplaced ? 'replace' : 'keep'}
    onChange={({ target }) => onChange(target.value === 'replace')}
  >
    <option value="keep">Keep what is here</option>
    <option value="replace">Replace by the file’s</option>
  </select>
);
