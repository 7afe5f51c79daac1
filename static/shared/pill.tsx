import type { ReactNode } from 'react';
import styles from './pill.module.css';

/**
 * A word or figure that stands out, as a lozenge does. Atlaskit's own brings Emotion (decision 020), and as much as half of
 * the review weighs. Colour only repeats what the words say.
 */
export const Pill = ({
  tone,
  children,
}: {
  readonly tone: 'neutral' | 'information' | 'success' | 'warning' | 'danger';
  readonly children: ReactNode;
}) => <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
