import { lazy, Suspense } from 'react';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { BoardReview } from './board-review';
import type { Place } from './place';
import { ReviewSkeleton } from './review-skeleton';
import styles from './sprint-review.module.css';
import { Unconfigured } from './unconfigured';

/** The sprint review, wherever it stands: a sprint's modal, a dashboard's gadget or widget, or the edit view of either. */
export const SprintReview = ({ begin }: { readonly begin: () => Promise<Place> }) => {
  const { loadable, reload } = useLoadable(begin);

  return (
    <div className={styles.review}>
      {loadable.state === 'loading' && <ReviewSkeleton />}
      {loadable.state === 'error' && (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      )}
      {loadable.state === 'ready' && <AtPlace place={loadable.value} />}
    </div>
  );
};

const AtPlace = ({ place }: { readonly place: Place }) => {
  if (place.kind === 'edit') {
    return (
      <Suspense fallback={<ReviewSkeleton />}>
        <EditConfig host={place.host} config={place.config} />
      </Suspense>
    );
  }
  if (place.config === null) return <Unconfigured />;
  return <BoardReview config={place.config} />;
};

/** Its lists weigh more than the whole review. */
const EditConfig = lazy(async () => ({ default: (await import('./edit-config')).EditConfig }));
