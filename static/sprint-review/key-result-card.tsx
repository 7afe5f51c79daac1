import Heading from '@atlaskit/heading';
import styles from './card.module.css';
import { OutcomeFigures, type ReviewDays } from './outcome-figures';
import { RemarkNote } from './remark-note';
import type { ReviewRow } from './review-rows';
import { WorkDone } from './work-done';

/** One key result: what its value did, and apart from it what was finished for it. */
export const KeyResultCard = ({
  row,
  days,
  isWorkKnown,
  owner,
}: {
  readonly row: ReviewRow;
  readonly days: ReviewDays | null;
  readonly isWorkKnown: boolean;
  /** The owner's name, or `null` while it is not known or there is none. */
  readonly owner: string | null;
}) => {
  const { objective, keyResult, cycle, movement, work, remark } = row;
  const headingId = `key-result-${keyResult.id}`;
  return (
    <article className={styles.card} aria-labelledby={headingId}>
      <div className={styles.header}>
        <p className={styles.objective}>
          {objective.title}
          {objective.scope.type === 'company' && ' · company'}
          {cycle.state !== 'active' && ` · ${cycle.name} (${cycle.state})`}
        </p>
        <Heading size="xsmall" as="h3" id={headingId}>
          {keyResult.title}
        </Heading>
        <p className={styles.owner}>
          {keyResult.owner === null ? 'No owner' : `Owner${owner === null ? '' : `: ${owner}`}`}
          {(keyResult.archived || objective.archived) && ' · archived'}
        </p>
      </div>
      <div className={styles.halves}>
        {movement && days && <OutcomeFigures row={row} movement={movement} days={days} />}
        {isWorkKnown && <WorkDone work={work} />}
      </div>
      {remark && <RemarkNote remark={remark} />}
    </article>
  );
};
