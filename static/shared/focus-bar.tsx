import type { FocusShare } from '../../src/domain/focus-share';
import styles from './focus.module.css';

/** One stacked bar; numbers and patterns tell its parts apart without colour, and the table below has the figures. */
export const FocusBar = ({
  share,
  isSmall = false,
}: {
  readonly share: FocusShare;
  /** Without numbers in its parts. */
  readonly isSmall?: boolean;
}) => (
  <div className={styles.bar} aria-hidden="true">
    {partsOf(share).map(({ name, kind, amount, label }) => (
      <span
        key={name}
        className={`${styles.part} ${styles[kind]}`}
        style={{ width: `${(amount / share.total) * 100}%` }}
      >
        {!isSmall && amount / share.total >= ROOM_FOR_LABEL && label}
      </span>
    ))}
  </div>
);

/** The sign of a part, to stand beside its name. */
export const FocusSwatch = ({ kind, label }: { readonly kind: PartKind; readonly label?: string }) => (
  <span className={`${styles.swatch} ${styles[kind]}`} aria-hidden="true">
    {label}
  </span>
);

type PartKind = 'keyResult' | 'several' | 'exempt' | 'untagged';

const ROOM_FOR_LABEL = 0.04;

const partsOf = ({ keyResults, several, exempt, untagged }: FocusShare) =>
  [
    ...keyResults.map(({ id, alone }, index) => ({
      name: id as string,
      kind: 'keyResult' as const,
      amount: alone,
      label: String(index + 1),
    })),
    { name: 'several', kind: 'several' as const, amount: several, label: '2+' },
    { name: 'exempt', kind: 'exempt' as const, amount: exempt, label: '' },
    { name: 'untagged', kind: 'untagged' as const, amount: untagged, label: '' },
  ].filter(({ amount }) => amount > 0);
