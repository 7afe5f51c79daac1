import { formatNumber } from '../../src/domain/figure-words';
import type { Reach } from '../../src/jira/children';

/** What the tag of an issue above stories covers, or would cover where it has none: a sentence without its full stop. */
export const reachInWords = ({ open, decided }: Reach, isTagged: boolean): string => {
  const covers = isTagged ? 'Covers' : 'A tag here covers';
  if (open === 0) return `${covers} no open issue yet`;
  const issues = `${covers} ${formatNumber(open)} open ${open === 1 ? 'issue' : 'issues'}`;
  if (decided === 0) return issues;
  if (decided === open)
    return `${issues}, ${open === 1 ? 'which has a tag of its own' : 'all have tags of their own'}`;
  return `${issues}, ${formatNumber(decided)} ${decided === 1 ? 'has a tag of its own' : 'have tags of their own'}`;
};
