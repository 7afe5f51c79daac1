import { lazy, Suspense, useCallback, useState } from 'react';
import type { Loadable } from '../shared/loading';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { begin, withProject, type Begun } from './begin';
import { BoardReview } from './board-review';
import type { ReviewConfig } from './config';
import { ReviewSkeleton } from './review-skeleton';
import styles from './sprint-review.module.css';
import { Unconfigured } from './unconfigured';

/** The sprint review, wherever it stands: a sprint's modal, a dashboard's gadget or widget, or the edit view of either. */
export const SprintReview = ({ begun }: { readonly begun: Loadable<Begun> }) => {
  const [isAgain, setIsAgain] = useState(false);
  return (
    <div className={styles.review}>
      {isAgain ? <BegunAgain /> : <AsBegun begun={begun} onRetry={() => setIsAgain(true)} />}
    </div>
  );
};

const BegunAgain = () => {
  const { loadable, reload } = useLoadable(begin);
  return <AsBegun begun={loadable} onRetry={() => void reload()} />;
};

const AsBegun = ({ begun, onRetry }: { readonly begun: Loadable<Begun>; readonly onRetry: () => void }) => {
  if (begun.state === 'loading') return <ReviewSkeleton />;
  if (begun.state === 'error') return <ProblemMessage problem={begun.problem} onRetry={onRetry} />;
  const { place, review } = begun.value;
  if (place.kind === 'edit') {
    return (
      <Suspense fallback={<ReviewSkeleton />}>
        <EditConfig host={place.host} config={place.config} />
      </Suspense>
    );
  }
  if (place.config === null) return <Unconfigured />;
  return review ? (
    <BoardReview config={place.config} begun={review} />
  ) : (
    <ReviewOfUnknown config={place.config} />
  );
};

/** Of a board whose project nobody kept. */
const ReviewOfUnknown = ({ config }: { readonly config: ReviewConfig }) => {
  const { loadable, reload } = useLoadable(useCallback(() => withProject(config), [config]));
  if (loadable.state === 'loading') return <ReviewSkeleton />;
  if (loadable.state === 'error') {
    return <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />;
  }
  return <BoardReview config={loadable.value} />;
};

/** Its lists weigh more than the whole review. */
const EditConfig = lazy(async () => ({ default: (await import('./edit-config')).EditConfig }));
