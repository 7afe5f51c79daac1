import { IconButton } from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../shared/format';
import { moved, type ReviewRow, type ReviewRows } from './review-rows';
import styles from './review-summary.module.css';
import type { Shares } from './shares';

/** The sprint in one sentence, and the way to read it again while people check in. */
export const ReviewSummary = ({
  rows,
  shares,
  started,
  onRefresh,
}: {
  /** `null` where they could not be read, and so for the shares. */
  readonly rows: ReviewRows | null;
  readonly shares: Shares | null;
  readonly started: boolean;
  readonly onRefresh: () => Promise<void>;
}) => {
  const [refreshing, setRefreshing] = useState(false);
  const refresh = (): void => {
    setRefreshing(true);
    void onRefresh().finally(() => setRefreshing(false));
  };
  return (
    <div className={styles.summary}>
      <p aria-live="polite">
        {rows &&
          (started
            ? movementSentence(rows)
            : 'This sprint has not started. Movement is read once it has.')}{' '}
        {shares && shareSentence(shares)}
      </p>
      <IconButton
        icon={RefreshIcon}
        label="Read the sprint again"
        appearance="subtle"
        spacing="compact"
        isLoading={refreshing}
        onClick={refresh}
      />
    </div>
  );
};

const movementSentence = ({ main, quiet }: ReviewRows): string => {
  const all = [...main, ...quiet];
  if (all.length === 0) return 'No key result that you may see belongs to this sprint.';
  const count = all.filter(moved).length;
  if (all.length === 1) return count === 1 ? 'The key result moved.' : 'The key result did not move.';
  const back = all.filter(movedBack).length;
  const away = back === 0 ? '' : `, ${formatNumber(back)} of them away from the target`;
  return `${count === 0 ? 'None' : formatNumber(count)} of ${formatNumber(all.length)} key results moved${away}.`;
};

const movedBack = ({ movement }: ReviewRow): boolean => movement !== null && movement.progressChange < 0;

const shareSentence = ({ all, tagged }: Shares): string =>
  all.items === 0
    ? 'No work that you may see is in it.'
    : `${formatPercent(tagged.ofItems)} of the work items serve a key result.`;
