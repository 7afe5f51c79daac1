import { problemOf } from '../../src/contract/outcome';
import type { Tag } from '../../src/domain/tag';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { toProblem } from '../shared/loading';
import { showProblem } from '../shared/platform';
import { tellColumn } from '../shared/tell-column';
import { saveTag } from './queries';
import type { Refinement } from './selection';
import type { ShownSuggestion } from './suggestions';

type List = Pick<Refinement, 'leave' | 'comeBack'>;

/** Tags one issue as suggested: it leaves the list at once, and comes back where that could not be saved. */
export const acceptSuggestion = (
  list: List,
  row: UntaggedRow,
  suggestion: ShownSuggestion,
): Promise<void> => {
  const undo = (): Promise<void> => save(list, row, null, () => undo());
  list.leave([row.id], { words: `${row.key} decided: ${suggestion.title}`, undo: () => void undo() });
  return save(list, row, suggestion.tag, () => acceptSuggestion(list, row, suggestion));
};

const save = async (
  list: List,
  row: UntaggedRow,
  tag: Tag | null,
  again: () => Promise<void>,
): Promise<void> => {
  try {
    await saveTag(row.id, tag);
    if (tag === null) list.comeBack([row.id]);
    tellColumn([row.id]);
  } catch (error) {
    const problem = problemOf(error) ?? toProblem(error);
    const isTheirs = problem.code === 'conflict';
    if (tag !== null && !isTheirs) list.comeBack([row.id]);
    showProblem(problem, isTheirs ? undefined : () => void again());
  }
};
