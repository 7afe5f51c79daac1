import { useEffect, useState } from 'react';
import type { Problem } from '../../../src/contract/outcome';
import type { IssueWords, IssueWordsStore } from '../issue-words';
import type { ReviewedWork } from '../review-model';
import { readNames } from './read-names';

export type Names =
  | { readonly state: 'reading'; readonly known: number }
  | { readonly state: 'problem'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly words: ReadonlyMap<string, IssueWords | null> };

/** What the issues of a review are called, read now where it is not known. */
export const useNames = (
  words: IssueWordsStore,
  work: ReviewedWork | null,
): { readonly names: Names; readonly again: () => void } => {
  const [names, setNames] = useState<Names>({ state: 'reading', known: 0 });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isLeft = false;
    const tell = (next: Names): void => {
      if (!isLeft) setNames(next);
    };
    const ids = (work?.lines ?? []).map(({ issueId }) => issueId);
    tell({ state: 'reading', known: 0 });
    void readNames(words, ids, (known) => tell({ state: 'reading', known })).then((problem) =>
      tell(problem ? { state: 'problem', problem } : { state: 'ready', words: words.get().words }),
    );
    return () => void (isLeft = true);
  }, [words, work, attempt]);
  return { names, again: () => setAttempt(attempt + 1) };
};
