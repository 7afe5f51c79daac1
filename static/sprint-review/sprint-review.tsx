import { lazy, Suspense } from 'react';
import { readContext } from '../shared/platform';
import { ProblemMessage } from '../shared/problem-message';
import { useLoadable } from '../shared/use-loadable';
import { BoardReview } from './board-review';
import type { ReviewConfig } from './config';
import { placeOf, type Place } from './place';
import { ReviewSkeleton } from './review-skeleton';
import styles from './sprint-review.module.css';
import { Unconfigured } from './unconfigured';

/** The sprint review, wherever it stands: a sprint's modal, a dashboard's gadget or widget, or the edit view of either. */
export const SprintReview = () => {
  const { loadable, reload } = useLoadable(readPlace);

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

const readPlace = async (): Promise<Place> => {
  const place = placeOf((await readContext()).extension);
  if (place.kind === 'edit' || place.config === null) return place;
  return { ...place, config: await withProject(place.config) };
};

/** What an earlier version kept of a board does not say whose it is. */
const withProject = async (config: ReviewConfig): Promise<ReviewConfig> => {
  if (config.projectId !== null) return config;
  const { projectId, name } = await (await import('./as-viewer')).readBoard(config.boardId);
  return { ...config, projectId, boardName: name };
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
