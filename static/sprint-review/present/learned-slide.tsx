import type { Review } from '../review-model';
import { VERDICT_NAMES } from '../../shared/verdict-names';
import styles from './slide.module.css';

/** The verdicts on what was intended, with what was learned. */
export const LearnedSlide = ({
  title,
  review: { main },
}: {
  readonly title: string;
  readonly review: Review;
}) => {
  const rows = main.filter(({ verdict, intended }) => verdict !== null || intended !== null);
  return (
    <>
      <h1>{title}</h1>
      {rows.length === 0 && (
        <p>Nothing was intended and no verdict given, so there is nothing to learn from yet.</p>
      )}
      <dl className={styles.pairs}>
        {rows.map(({ keyResult, verdict }) => (
          <div key={keyResult.id}>
            <dt>{keyResult.title}</dt>
            <dd>
              <strong>{verdict ? VERDICT_NAMES[verdict.verdict] : 'No verdict yet'}</strong>{' '}
              {verdict?.learning ?? ''}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};
