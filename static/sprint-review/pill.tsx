import type { ReactNode } from 'react';
import styles from './pill.module.css';

/**
 * A word or figure that stands out, as a lozenge does: what weighs as much as half of the review comes to no more than a
 * line of style. Colour only repeats what the words say.
 */
export const Pill = ({
  tone,
  children,
}: {
  readonly tone: 'neutral' | 'information' | 'success' | 'warning' | 'danger';
  readonly children: ReactNode;
}) => <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
