import Button from '@atlaskit/button/new';
import styles from './admin-page.module.css';
import { LeftOut } from './left-out';
import { useArrivalFocus } from './use-arrival-focus';
import type { Compared } from './use-import';
import { countsOf } from './counts';
import { contentWords, countOf } from './words';
import type { Writing } from './write-site';

/** What an import has done, and what it has not. */
export const ImportResultView = ({
  compared,
  writing: { results, unwritten, plan },
  onCompareAgain,
}: {
  readonly compared: Compared;
  readonly writing: Writing;
  readonly onCompareAgain: () => void;
}) => {
  const place = useArrivalFocus();
  const written = results.filter(({ result }) => result !== 'conflict').length;
  const conflicts = results.length - written;
  const kept = plan.properties.filter((one) => !unwritten.includes(one));
  return (
    <div ref={place} className={styles.done} role="group" aria-label="What was imported" tabIndex={-1}>
      <p>Imported: {contentWords(countsOf(written, kept))}.</p>
      {conflicts > 0 && (
        <p className={styles.warning}>
          {countOf(conflicts, 'record was', 'records were')} changed by somebody while you imported, and
          stayed as they are now. Compare again to see them.
        </p>
      )}
      {unwritten.length > 0 && (
        <p className={styles.warning}>
          Not written: {contentWords(countsOf(0, unwritten))}. You may not edit the issue, or somebody changed
          it meanwhile. {[...new Set(unwritten.map(({ issueKey }) => issueKey))].join(', ')}
        </p>
      )}
      <LeftOut compared={compared} />
      <Button onClick={onCompareAgain}>Compare again</Button>
    </div>
  );
};
