import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { useSuggestions } from './suggestions';
import styles from './work-list.module.css';

/** What the issue may serve, why, and a press that says so. */
export const SuggestionCell = ({
  row,
  tabIndex,
}: {
  readonly row: UntaggedRow;
  readonly tabIndex: number;
}) => {
  const { suggest, accept } = useSuggestions();
  const suggestion = suggest?.(row) ?? null;
  if (suggestion === null) return <span role="gridcell" className={styles.suggestion} />;
  const { title, because } = suggestion;
  return (
    <span role="gridcell" className={styles.suggestion} title={`${title}. ${because}`}>
      <span className={styles.suggested}>
        <span className={styles.text}>{title}</span>
        <span className={styles.because}>{because}</span>
      </span>
      {accept !== null && (
        <button
          type="button"
          className={styles.accept}
          tabIndex={tabIndex}
          aria-label={`Accept for ${row.key}: ${title}`}
          onClick={() => accept(row, suggestion)}
        >
          Accept
        </button>
      )}
    </span>
  );
};
