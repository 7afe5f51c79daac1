import type { GivenVerdict } from '../../../src/domain/verdict';
import { VERDICT_NAMES } from '../../shared/verdict-names';
import styles from './slide.module.css';

/** What was said of a key result in a review. */
export const Given = ({
  title,
  given: { verdict, learning },
}: {
  readonly title: string;
  readonly given: GivenVerdict;
}) => (
  <p className={styles.given}>
    <span className={styles.label}>{title}</span> <strong>{VERDICT_NAMES[verdict]}</strong>
    {learning !== '' && ` ${learning}`}
  </p>
);
