import type { Shares } from './shares';
import styles from './share-bar.module.css';

/** One stacked bar; patterns tell its parts apart without colour, and the table beside it has the numbers. */
export const ShareBar = ({
  title,
  shares,
  of,
}: {
  readonly title: string;
  readonly shares: Shares;
  readonly of: 'ofItems' | 'ofPoints';
}) => (
  <div>
    <span className={styles.title}>{title}</span>
    <div className={styles.bar}>
      {(['tagged', 'exempt', 'untagged'] as const)
        .filter((part) => shares[part][of] > 0)
        .map((part) => (
          <span
            key={part}
            className={`${styles.part} ${styles[part]}`}
            style={{ width: `${shares[part][of] * 100}%` }}
          />
        ))}
    </div>
  </div>
);

/** The pattern of a part, to stand beside its name. */
export const ShareSwatch = ({ part }: { readonly part: 'tagged' | 'exempt' | 'untagged' }) => (
  <span className={`${styles.swatch} ${styles[part]}`} aria-hidden="true" />
);
