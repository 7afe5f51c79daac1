import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import { countReach } from '../../../src/jira/children';
import type { UntaggedRow } from '../../../src/jira/untagged-rows';
import { formatNumber } from '../../../src/domain/figure-words';
import { jira } from '../../shared/jira';
import { useLoadable } from '../../shared/use-loadable';
import styles from './bulk.module.css';
import type { BulkTarget } from './bulk-job';

/** The issue above that most of the rows share, with those below it; `null` where no two share one. */
export const sharedParent = (rows: readonly UntaggedRow[]): SharedParent | null => {
  const byParent = new Map<string, UntaggedRow[]>();
  for (const row of rows) {
    if (row.parent) byParent.set(row.parent.id, [...(byParent.get(row.parent.id) ?? []), row]);
  }
  const [most] = [...byParent.values()].sort((a, b) => b.length - a.length);
  const first = most?.[0];
  if (!most || most.length < 2 || !first?.parent) return null;
  return { ...first.parent, level: first.level + 1, below: most };
};

export type SharedParent = NonNullable<UntaggedRow['parent']> & {
  readonly level: number;
  readonly below: readonly UntaggedRow[];
};

/** Offers to tag what stands above the selected issues once, and shows what that would reach. */
export const EpicOffer = ({
  parent,
  onTake,
}: {
  readonly parent: SharedParent;
  readonly onTake: (target: BulkTarget) => void;
}) => {
  const { id, key, summary, level, below } = parent;
  const load = useCallback(() => countReach(jira, id, level), [id, level]);
  const { loadable } = useLoadable(load);
  return (
    <div className={styles.offer}>
      <p>{`${formatNumber(below.length)} of these issues belong to ${key}, “${summary}”, which has no key result. What is part of it takes its key results.`}</p>
      <p aria-live="polite">
        {loadable.state === 'loading' && 'Counting what it covers…'}
        {loadable.state === 'error' && 'What it covers cannot be counted now.'}
        {loadable.state === 'ready' && reachInWords(loadable.value)}
      </p>
      <Button
        spacing="compact"
        onClick={() =>
          onTake({
            issues: below.map((row) => ({ issueId: row.id, issueKey: row.key })),
            above: { issueId: id, issueKey: key },
          })
        }
      >
        {`Tag ${key} instead`}
      </Button>
    </div>
  );
};

const reachInWords = ({ open, decided }: { readonly open: number; readonly decided: number }): string => {
  const own =
    decided === 0
      ? ''
      : `, ${formatNumber(decided)} ${decided === 1 ? 'has a tag of its' : 'have tags of their'} own`;
  return `Covers ${formatNumber(open)} open ${open === 1 ? 'issue' : 'issues'}${own}.`;
};
