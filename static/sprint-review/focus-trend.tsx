import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { SprintReviewView } from '../../src/contract/sprint-review';
import styles from './focus-trend.module.css';

/** How earlier sprints or periods were spread, read when somebody scrolls down to it. */
export const FocusTrend = ({
  boardId,
  view,
}: {
  readonly boardId: number;
  readonly view: SprintReviewView;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    if (isWanted || place.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsWanted(true);
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isWanted]);
  const title = view.period ? 'Focus over the last six periods' : 'Focus over the last six sprints';
  return (
    <div ref={place} className={styles.trend} role="group" aria-label={title}>
      <h2>{title}</h2>
      {isWanted ? (
        <Suspense fallback={<div className={styles.pending} aria-hidden="true" />}>
          <FocusHistory boardId={boardId} view={view} title={title} />
        </Suspense>
      ) : (
        <div className={styles.pending} aria-hidden="true" />
      )}
    </div>
  );
};

const FocusHistory = lazy(async () => ({ default: (await import('./focus-history')).FocusHistory }));
