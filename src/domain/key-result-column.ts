import { shortCodeOf, type KeyResultId } from './ids';
import type { ExemptionReason, Tag } from './tag';

/**
 * What the column of key results says of an issue with this effective tag; `null` where nobody has said anything. A key
 * result without a title for this column goes by its short code, whether it is hidden or does not exist.
 */
export const columnText = (
  tag: Tag | null,
  titleOf: (keyResultId: KeyResultId) => string | null,
): string | null => {
  if (tag === null) return null;
  if (tag.state === 'exempt') return WORDS.exempt(WORDS.reasons[tag.reason]);
  return tag.keyResults.map((id) => oneLine(titleOf(id) ?? '') || shortCodeOf(id)).join(WORDS.between);
};

/** Jira's field has one line, and no place for what cannot be seen or typed in one. */
const oneLine = (title: string): string => title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Everybody reads the same value, in whatever language they use Jira: the words of one language, in one place. */
const WORDS = {
  between: '; ',
  exempt: (reason: string): string => `No key result: ${reason}`,
  reasons: {
    'tech-debt': 'technical debt',
    operations: 'operations',
    bug: 'bug',
    discovery: 'discovery',
    other: 'other',
  } satisfies Record<ExemptionReason, string>,
};
