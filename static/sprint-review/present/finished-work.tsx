import { useEffect, useSyncExternalStore } from 'react';
import type { TaggedLine } from '../../../src/domain/sprint-ledger';
import { counted } from '../../shared/sprint-words';
import { GONE } from '../export/line-names';
import type { IssueWordsStore } from '../issue-words';
import styles from './slide.module.css';

/** The first of what was finished, as far as a room can take it in, and how much more there is of it and beside it. */
export const FinishedWork = ({
  lines,
  words,
}: {
  readonly lines: readonly TaggedLine[];
  readonly words: IssueWordsStore;
}) => {
  const { words: known } = useSyncExternalStore(words.subscribe, words.get);
  const finished = lines.filter(({ outcome }) => outcome === 'completed');
  const shown = finished.slice(0, MOST);
  const wanted = shown.map(({ issueId }) => issueId).join(' ');
  useEffect(() => {
    if (wanted !== '') void words.need(wanted.split(' '));
  }, [words, wanted]);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>Finished</h2>
      {finished.length === 0 && <p>Nothing.</p>}
      <ul className={styles.issues}>
        {shown.map(({ issueId }) => {
          const one = known.get(issueId);
          return (
            <li key={issueId}>
              {one && <strong>{one.key}</strong>} {one === undefined ? 'Reading…' : (one?.summary ?? GONE)}
            </li>
          );
        })}
      </ul>
      <p className={styles.small}>{restWords(lines, finished.length - shown.length)}</p>
    </section>
  );
};

const MOST = 6;

const restWords = (lines: readonly TaggedLine[], more: number): string => {
  const count = (outcome: TaggedLine['outcome']): number =>
    lines.filter((line) => line.outcome === outcome).length;
  const open = count('not-completed');
  const removed = count('removed');
  return [
    ...(more > 0 ? [`and ${counted(more, 'more item')}`] : []),
    ...(open > 0 ? [`${counted(open, 'item')} not finished`] : []),
    ...(removed > 0 ? [`${counted(removed, 'item')} removed`] : []),
  ].join(' · ');
};
