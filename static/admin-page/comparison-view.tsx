import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { BACKUP_KINDS } from '../../src/domain/backup-items';
import { formatDay } from '../../src/domain/figure-words';
import styles from './admin-page.module.css';
import { authorsLost } from './comparison';
import { sumOf } from './counts';
import { DifferenceList } from './difference-list';
import { DifferenceTable } from './difference-table';
import { LeftOut } from './left-out';
import { PeopleChoice } from './people-choice';
import { namesOf } from './thing-names';
import { useArrivalFocus } from './use-arrival-focus';
import type { Compared } from './use-import';
import { contentWords, countOf } from './words';
import { totalOf } from './write-site';

/** What an import would change, and what the administrator decides before it does. */
export const ComparisonView = ({
  compared,
  onDecide,
  onImport,
}: {
  readonly compared: Compared;
  readonly onDecide: (decided: Compared) => void;
  readonly onImport: () => void;
}) => {
  const { file, resolved, comparison, plan, people, replace } = compared;
  const place = useArrivalFocus();
  const title = `What ${file.name} would change`;
  const names = namesOf(compared);
  const isNothing = sumOf(totalOf(plan)) === 0;
  const lost = authorsLost(file.backup, plan);
  return (
    <div ref={place} className={styles.comparison} role="group" aria-label={title} tabIndex={-1}>
      <Heading size="small" as="h3">
        {title}
      </Heading>
      <p className={styles.quiet}>
        Exported on {formatDay(file.origin.exportedAt)} from {file.origin.site}.
      </p>
      <DifferenceTable
        differences={comparison.differences}
        replace={replace}
        onReplace={(changed) => onDecide({ ...compared, replace: changed })}
      />
      {BACKUP_KINDS.map((kind) => (
        <DifferenceList
          key={kind}
          kind={kind}
          differences={comparison.differences.get(kind) ?? []}
          isReplaced={replace.has(kind)}
          names={names}
        />
      ))}
      <PeopleChoice
        isAsked={!isNothing}
        unknown={resolved.unknown}
        people={people}
        onChange={(changed) => onDecide({ ...compared, people: changed })}
      />
      <LeftOut compared={compared} />
      {isNothing ? (
        <p>There is nothing to write: what the file has is here already, or stays as it is here.</p>
      ) : (
        <>
          <p>
            To be written: {contentWords(totalOf(plan))}. Nothing that is here is deleted.
            {replace.size > 0 &&
              ' What you chose to replace is gone afterwards: export this site first if you want to keep it.'}
          </p>
          {lost.people > 0 && (
            <p className={styles.warning}>
              {countOf(lost.people, 'person', 'people')} left out wrote {countOf(lost.checkIns, 'check-in')}{' '}
              that {lost.checkIns === 1 ? 'is' : 'are'} imported as a former user’s, for good: a check-in is
              never changed afterwards, not by a later import either.
            </p>
          )}
          <Button appearance={replace.size > 0 ? 'warning' : 'primary'} onClick={onImport}>
            Import
          </Button>
        </>
      )}
    </div>
  );
};
