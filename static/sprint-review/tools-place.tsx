import { lazy, Suspense, useState } from 'react';
import type { ReviewToolsProps } from './review-tools';
import styles from './tools-place.module.css';
import { usePainted } from './use-painted';

/** Keeps the place of what can be done with a whole review, which comes once there is one on the screen. */
export const ToolsPlace = ({
  isReading,
  ...props
}: ReviewToolsProps & {
  /** Whether a review is still to come. */
  readonly isReading: boolean;
}) => {
  const [wasShown, setWasShown] = useState(false);
  if (props.shown !== null && !wasShown) setWasShown(true);
  if (!wasShown && !isReading) return null;
  return <div className={styles.place}>{wasShown && <Later {...props} />}</div>;
};

const Later = (props: ReviewToolsProps) =>
  usePainted() ? (
    <Suspense fallback={null}>
      <ReviewTools {...props} />
    </Suspense>
  ) : null;

const ReviewTools = lazy(async () => ({ default: (await import('./review-tools')).ReviewTools }));
