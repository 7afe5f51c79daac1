import Button from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { AccountId, KeyResultId } from '../../src/domain/ids';
import { currentValue } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';
import { Pill } from '../shared/pill';
import type { User } from '../../src/jira/users';
import { Confidence } from '../shared/confidence';
import { formatValue } from '../../src/domain/figure-words';
import { Progress } from '../shared/progress';
import hidden from '../shared/visually-hidden.module.css';
import styles from './key-result-row.module.css';
import type { Row } from './panel';

type Props = {
  readonly row: Row;
  /** What to call a key result that nothing is known of. */
  readonly unknown: string;
  readonly people: ReadonlyMap<AccountId, User>;
  readonly onRemove: ((id: KeyResultId) => void) | undefined;
};

/** One key result that the issue serves: how far it is, how sure its people are, and whose it is. */
export const KeyResultRow = ({ row, unknown, people, onRemove }: Props) => (
  <li className={styles.row}>
    <div className={styles.titles}>
      {row.facts === null ? (
        <p className={styles.hidden}>{`A key result ${unknown}`}</p>
      ) : (
        <>
          <p className={styles.objective}>{row.facts.objective.title}</p>
          <p className={styles.title}>{row.facts.keyResult.title}</p>
        </>
      )}
    </div>
    {onRemove && (
      <Button
        aria-label={`Remove ${row.facts?.keyResult.title ?? `the key result ${unknown}`}`}
        appearance="subtle"
        spacing="compact"
        data-focus={`remove ${row.id}`}
        onClick={() => onRemove(row.id)}
      >
        <CrossIcon label="" />
      </Button>
    )}
    {row.facts && <Facts facts={row.facts} people={people} />}
  </li>
);

const Facts = ({
  facts: { keyResult, objective, cycle },
  people,
}: {
  readonly facts: NonNullable<Row['facts']>;
  readonly people: ReadonlyMap<AccountId, User>;
}) => {
  const { metric, owner, latest, title, archived } = keyResult;
  const value = currentValue(keyResult);
  return (
    <>
      <div className={styles.figures}>
        <Progress ratio={progressOf(metric, value)} of={title} />
        <p className={styles.values}>
          {`${latest ? 'Now' : 'Baseline'} ${formatValue(value, metric.unit)}`}
          <span className={styles.target}>{`Target ${formatValue(metric.target, metric.unit)}`}</span>
        </p>
      </div>
      <div className={styles.state}>
        <Confidence confidence={latest?.confidence ?? null} />
        {cycle && cycle.state !== 'active' && (
          <Pill tone="neutral">{`${cycle.name}, ${cycle.state === 'draft' ? 'not started yet' : cycle.state}`}</Pill>
        )}
        {(archived || objective.archived) && <Pill tone="neutral">Archived</Pill>}
        <span className={styles.owner} title="Owner">
          <span className={hidden.hidden}>Owner: </span>
          {owner === null ? 'No owner' : (people.get(owner)?.displayName ?? '')}
        </span>
      </div>
    </>
  );
};
