import type { Problem } from '../../src/contract/outcome';

/**
 * What to tell of a try that failed after an earlier one of the same save whose answer got lost. It may say that nothing
 * was changed, and does not know of the one before: that is told until a read or a success decides.
 *
 * @param isUndecided - Whether the answer of an earlier try got lost.
 */
export const afterUndecided = (isUndecided: boolean, latest: Problem): Problem => {
  if (!isUndecided || latest.undecided || latest.code === 'conflict') return latest;
  return { ...latest, message: `${MAYBE} ${latest.message.replace(NOTHING, '').trim()}`, undecided: true };
};

const MAYBE = 'What you were saving may or may not have arrived with an earlier try. The latest was refused.';

const NOTHING = / ?(Nothing was (changed|saved)[^.:]*[.:]|What you had before is unchanged\.)/g;
