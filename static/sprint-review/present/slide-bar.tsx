import Button from '@atlaskit/button/new';
import styles from './slide-bar.module.css';
import type { Step } from './slides';

/** Where a presentation is, and the way through it for the mouse. */
export const SlideBar = ({
  index,
  count,
  onStep,
}: {
  readonly index: number;
  readonly count: number;
  readonly onStep: (step: Step) => void;
}) => (
  <div className={styles.bar}>
    <div className={styles.way} aria-hidden="true">
      <span style={{ width: `${((index + 1) / count) * 100}%` }} />
    </div>
    <div className={styles.buttons}>
      {/* Neither is disabled at its end: the button that has the focus would lose it. */}
      <Button onClick={() => onStep('previous')} aria-disabled={index === 0}>
        Previous
      </Button>
      <Button onClick={() => onStep('next')} aria-disabled={index === count - 1}>
        Next
      </Button>
      <span className={styles.position}>
        {index + 1} of {count}
      </span>
      <Button appearance="subtle" onClick={() => onStep('leave')}>
        Leave
      </Button>
    </div>
  </div>
);
