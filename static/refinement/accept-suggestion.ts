import { problemOf } from '../../src/contract/outcome';
import type { UntaggedRow } from '../../src/jira/untagged-rows';
import { toProblem } from '../shared/loading';
import { showProblem } from '../shared/platform';
import { tellColumn } from '../shared/tell-column';
import { saveTag } from './queries';
import type { Refinement } from './selection';
import type { ShownSuggestion } from './suggestions';

type List = Pick<Refinement, 'leave' | 'comeBack'>;

/**
 * Tags one issue as suggested: it leaves the list at once, and comes back where that could not be saved. Undoing takes
 * away what was suggested, and nothing that somebody else has put there since.
 */
export const acceptSuggestion = (
  list: List,
  row: UntaggedRow,
  suggestion: ShownSuggestion,
): Promise<void> => {
  const { tag, title } = suggestion;
  const undo = (): Promise<void> => save(list, row, { tag: null, seen: tag }, () => undo());
  list.leave([row.id], { words: `${row.key} tagged: ${title}`, undo: () => void undo() });
  return save(list, row, { tag, seen: null }, () => acceptSuggestion(list, row, suggestion));
};

const save = async (
  list: List,
  row: UntaggedRow,
  change: Parameters<typeof saveTag>[1],
  again: () => Promise<void>,
): Promise<void> => {
  try {
    await saveTag(row.id, change);
    if (change.tag === null) list.comeBack([row.id]);
    tellColumn([row.id]);
  } catch (error) {
    const problem = problemOf(error) ?? toProblem(error);
    const isTheirs = problem.code === 'conflict';
    // It is decided all the same, and not by this person: nothing of it is theirs to undo.
    if (isTheirs) list.leave([row.id], { words: `${row.key} was decided by somebody else` });
    else if (change.tag !== null) list.comeBack([row.id]);
    // Who may not edit the issue may not do so the next time, either.
    const isFinal = isTheirs || problem.code === 'forbidden';
    showProblem(problem, isFinal ? undefined : () => void again());
  }
};
