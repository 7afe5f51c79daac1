import { deliveryOf } from '../../src/domain/delivery';
import { formatNumber } from '../shared/format';
import card from './card.module.css';
import { IssueList } from './issue-list';
import { isEstimated, type SprintIssue } from '../shared/sprint-work';
import { counted } from '../shared/sprint-words';
import styles from './work-done.module.css';

/** How much of the work was finished, in items and points, with the issues behind the numbers. */
export const WorkDone = ({ work }: { readonly work: readonly SprintIssue[] }) => {
  const { items, points } = deliveryOf(work);
  const estimated = isEstimated(work);
  if (items.total === 0) {
    return (
      <div className={card.half}>
        <h4 className={card.label}>Work in this sprint</h4>
        <p className={styles.none}>None of the sprint&apos;s items serve it.</p>
      </div>
    );
  }
  return (
    <div className={card.half}>
      <h4 className={card.label}>Work in this sprint</h4>
      <div className={styles.amounts}>
        <div>
          <p className={styles.line}>
            <strong>{formatNumber(items.done)}</strong> of {counted(items.total, 'item')} finished
          </p>
          <DoneBar done={items.done} total={items.total} />
        </div>
        <div>
          <p className={styles.line}>
            {estimated ? (
              <>
                <strong>{formatNumber(points.done)}</strong> of {counted(points.total, 'point')}
              </>
            ) : (
              'No estimates'
            )}
          </p>
          {estimated && <DoneBar done={points.done} total={points.total} />}
        </div>
      </div>
      <WorkLists work={work} />
    </div>
  );
};

const WorkLists = ({ work }: { readonly work: readonly SprintIssue[] }) => {
  const finished = work.filter(({ done }) => done);
  const unfinished = work.filter(({ done }) => !done);
  return (
    <>
      {finished.length > 0 && <IssueList title="Finished" issues={finished} />}
      {unfinished.length > 0 && <IssueList title="Not finished" issues={unfinished} />}
    </>
  );
};

/** The numbers beside it say the same. */
const DoneBar = ({ done, total }: { readonly done: number; readonly total: number }) => (
  <div className={styles.bar} aria-hidden="true">
    <span style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
  </div>
);
