import { useEffect, useState } from 'react';
import type { RefinementView } from '../../src/contract/refinement';
import type { Problem } from '../../src/contract/outcome';
import type { RiskReason } from '../../src/domain/at-risk';
import { formatDay, formatNumber, formatPercent } from '../../src/domain/figure-words';
import { IssueLink } from '../shared/issue-link';
import { toProblem } from '../shared/loading';
import { ProblemMessage } from '../shared/problem-message';
import type { DecidedWork } from './decided-reading';
import type { MisplacedWork, Opposites as Found } from './opposites-reading';
import styles from './refinement.module.css';

/** Goals that nothing comes next for, and work whose goal is not worked on. Read after the list, and never in its way. */
export const Opposites = ({
  decided,
  view,
  read,
}: {
  readonly decided: DecidedWork;
  readonly view: RefinementView;
  readonly read: (decided: DecidedWork, view: RefinementView) => Promise<Found | null>;
}) => {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    read(decided, view).then(
      (next) => isCurrent && (setFound(next), setProblem(null)),
      (error: unknown) => isCurrent && setProblem(toProblem(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [read, decided, view, tries]);

  return (
    <section className={styles.opposites} aria-labelledby="opposites-title">
      <h2 id="opposites-title">Goals without work, work without a goal</h2>
      {problem !== null && found === null ? (
        <ProblemMessage problem={problem} onRetry={() => setTries(tries + 1)} />
      ) : found === null ? (
        <p role="status">Looking…</p>
      ) : (
        <>
          <AtRisk found={found} />
          <Misplaced found={found} />
        </>
      )}
    </section>
  );
};

const AtRisk = ({ found: { atRisk, next } }: { readonly found: Found }) => {
  const place = next.length === 0 ? 'work in progress' : next.join(' and ');
  return (
    <>
      <h3>Key results at risk with nothing in {place}</h3>
      {atRisk.length === 0 && <p>None: everything that is at risk has work there.</p>}
      <ul>
        {atRisk.map(({ keyResult, objective, reasons }) => (
          <li key={keyResult.id}>
            <strong>{keyResult.title}</strong>
            <span className={styles.subtle}>{objective.title}</span>
            <span className={styles.subtle}>{reasons.map(riskInWords).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Misplaced = ({ found: { misplaced, isPart } }: { readonly found: Found }) => (
  <>
    <h3>Open work for key results that nobody works on now, or that you may not see</h3>
    {misplaced.length === 0 && <p>None: all tags point to key results of active cycles.</p>}
    {isPart && <p>There is more tagged work than was looked at; this is the first of it.</p>}
    <ul>
      {misplaced.slice(0, MOST_SHOWN).map(({ row, tags }) => (
        <li key={row.id}>
          <IssueLink issueKey={row.key} />
          <span>{row.summary}</span>
          <span className={styles.subtle}>{tags.map(standingInWords).join(' · ')}</span>
        </li>
      ))}
    </ul>
    {misplaced.length > MOST_SHOWN && <p>And {formatNumber(misplaced.length - MOST_SHOWN)} more.</p>}
  </>
);

const MOST_SHOWN = 50;

const riskInWords = (reason: RiskReason): string =>
  reason.kind === 'low-confidence'
    ? `Confidence ${reason.confidence}/10 on ${formatDay(reason.date)}`
    : `${formatPercent(reason.progress)} of the way, where ${formatPercent(reason.expected)} was due`;

const standingInWords = ({ standing, title }: MisplacedWork['tags'][number]): string =>
  title === null ? STANDINGS[standing] : `${title}: ${STANDINGS[standing]}`;

const STANDINGS: Readonly<Record<MisplacedWork['tags'][number]['standing'], string>> = {
  archived: 'dropped',
  closed: 'its cycle is closed',
  'not-started': 'its cycle has not started',
  'not-visible': 'a key result that is not visible to you',
};
