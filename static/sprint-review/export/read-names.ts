import type { Problem } from '../../../src/contract/outcome';
import type { IssueWordsStore } from '../issue-words';

/**
 * Reads what issues are called where it is not known yet, as the viewer, 100 a request. `onKnown` hears of how many it is
 * known. Answers what kept it from going on, `null` when all are known.
 */
export const readNames = async (
  words: IssueWordsStore,
  issueIds: readonly string[],
  onKnown: (known: number) => void,
): Promise<Problem | null> => {
  for (let start = 0; start < issueIds.length; start += PER_REQUEST) {
    const ids = issueIds.slice(start, start + PER_REQUEST);
    void words.need(ids);
    await settled(words, ids);
    const { words: known, problem } = words.get();
    if (problem && !ids.every((id) => known.has(id))) return problem;
    onKnown(start + ids.length);
  }
  return null;
};

const PER_REQUEST = 100;

/** When all of them are known or it is known why not: some may be on their way because a list was opened. */
const settled = (words: IssueWordsStore, ids: readonly string[]): Promise<void> =>
  new Promise((resolve) => {
    const isSettled = (): boolean => {
      const { words: known, problem } = words.get();
      return problem !== null || ids.every((id) => known.has(id));
    };
    if (isSettled()) return resolve();
    const stop = words.subscribe(() => {
      if (!isSettled()) return;
      stop();
      resolve();
    });
  });
