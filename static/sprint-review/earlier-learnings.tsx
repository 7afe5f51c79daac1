import type { GivenVerdict } from '../../src/domain/verdict';
import { formatDay } from '../../src/domain/figure-words';
import styles from './earlier-learnings.module.css';
import { VERDICT_NAMES } from '../shared/verdict-names';

/** What earlier reviews of the key result found: the latest at once, the others behind it. */
export const EarlierLearnings = ({ learned }: { readonly learned: readonly GivenVerdict[] }) => {
  const [latest, ...others] = learned;
  if (!latest) return null;
  return (
    <div className={styles.learned}>
      <p className={styles.label}>Learned earlier</p>
      <Found given={latest} />
      {others.length > 0 && (
        <details>
          <summary>{`${others.length} more`}</summary>
          {others.map((given) => (
            <Found key={JSON.stringify(given.place)} given={given} />
          ))}
        </details>
      )}
    </div>
  );
};

const Found = ({ given: { endedOn, verdict, learning } }: { readonly given: GivenVerdict }) => (
  <p className={styles.found}>
    <span>{formatDay(endedOn)}</span> <strong>{VERDICT_NAMES[verdict]}</strong>
    {learning !== '' && ` ${learning}`}
  </p>
);
