import { focusOf, type FocusShare } from '../../src/domain/focus-share';
import { formatNumber, formatPercent } from '../../src/domain/figure-words';
import { ProblemMessage } from './problem-message';
import { useLoadable } from './use-loadable';
import { FocusBar } from './focus-bar';
import type { PastFocus } from './focus-history';
import styles from './focus.module.css';

/** How earlier sprints or periods were spread, newest first: small bars and what they say. Comes after the plan itself. */
export const FocusPast = ({
  title,
  hasTitle = true,
  read,
}: {
  readonly title: string;
  /** Whether it shows its title, rather than what it stands in. */
  readonly hasTitle?: boolean;
  readonly read: () => Promise<readonly PastFocus[]>;
}) => {
  const { loadable, reload } = useLoadable(read);
  return (
    <div className={styles.history}>
      {hasTitle && <h3>{title}</h3>}
      {loadable.state === 'error' ? (
        <ProblemMessage problem={loadable.problem} onRetry={() => void reload()} />
      ) : (
        <div className={styles.past} role={loadable.state === 'ready' ? 'list' : 'status'} aria-label={title}>
          {loadable.state === 'loading' && <span>Reading…</span>}
          {loadable.state === 'ready' && loadable.value.length === 0 && (
            <span role="listitem">There are none yet.</span>
          )}
          {loadable.state === 'ready' && loadable.value.map((past) => <PastLine key={past.id} past={past} />)}
        </div>
      )}
    </div>
  );
};

const PastLine = ({ past: { name, all, done } }: { readonly past: PastFocus }) => (
  <div role="listitem" className={styles.line}>
    <span>{name}</span>
    {all.total > 0 ? <FocusBar share={mergedKeyResults(all)} isSmall /> : <span />}
    <span className={styles.figures}>{pastWords(all, done)}</span>
  </div>
);

/** A small bar tells only what serves key results from what does not. */
const mergedKeyResults = (share: FocusShare): FocusShare => ({
  ...share,
  keyResults: share.keyResults
    .slice(0, 1)
    .map(({ id }) => ({ id, whole: share.tagged, alone: share.tagged })),
  several: 0,
});

const pastWords = (all: FocusShare, done: FocusShare): string => {
  const focus = focusOf(all);
  if (focus === null) return 'No work that you may see';
  const says = `${formatPercent(focus)} of ${formatNumber(all.total)} ${all.measure}`;
  const finished = focusOf(done);
  if (finished === null) return `${says}; nothing finished`;
  return done.total === all.total
    ? `${says}, all finished`
    : `${says}; ${formatPercent(finished)} of the ${formatNumber(done.total)} finished`;
};
