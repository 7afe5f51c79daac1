import Button from '@atlaskit/button/new';
import styles from './admin-page.module.css';
import { LeftOut } from './left-out';
import { useArrivalFocus } from './use-arrival-focus';
import type { Compared } from './use-import';
import { countOf } from './words';
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
  return (
    <div ref={place} className={styles.done} role="group" aria-label="What was imported" tabIndex={-1}>
      <p>
        Imported: {countOf(written, 'record')} and {countOf(plan.tags.length - unwritten.length, 'tag')}.
      </p>
      {conflicts > 0 && (
        <p className={styles.warning}>
          {countOf(conflicts, 'record was', 'records were')} changed by somebody while you imported, and
          stayed as they are now. Compare again to see them.
        </p>
      )}
      {unwritten.length > 0 && (
        <p className={styles.warning}>
          {countOf(unwritten.length, 'tag was', 'tags were')} not written: you may not edit the issue, or
          somebody changed it meanwhile. {unwritten.map(({ issueKey }) => issueKey).join(', ')}
        </p>
      )}
      <LeftOut compared={compared} />
      <Button onClick={onCompareAgain}>Compare again</Button>
    </div>
  );
};
