import type { Problem } from '../../src/contract/outcome';
import { sameTag, type Tag } from '../../src/domain/tag';
import { applyChange, sameChange, type Change } from './change';
import type { PanelState } from './panel-state';

type Choices = Pick<PanelState, 'unsaved' | 'undecided'>;

/** What became of the changes that were not saved or perhaps were, now that the issue's own tag is known. */
export const decided = ({ unsaved, undecided }: Choices, found: Tag | null): Choices => ({
  undecided: [],
  unsaved: unsaved
    .filter((one) => one.state !== 'failed' || !isIn(found, one.change))
    .map((one) =>
      one.state === 'failed' && isAmong(undecided, one.change) ? { ...one, problem: NOT_ARRIVED } : one,
    ),
});

export const isAmong = (changes: readonly Change[], wanted: Change): boolean =>
  changes.some((change) => sameChange(change, wanted));

/** Whether somebody else has changed the tag, seen from what was shown and what of the undecided may have arrived since. */
export const isChangedByOthers = (
  shown: Tag | null,
  undecided: readonly Change[],
  found: Tag | null,
): boolean => !possibleTags(shown, undecided).some((tag) => sameTag(tag, found));

/** The changes without one that is decided now. */
export const without = (changes: readonly Change[], decidedOne: Change): readonly Change[] =>
  changes.filter((change) => !sameChange(change, decidedOne));

const isIn = (tag: Tag | null, change: Change): boolean =>
  change.type === 'add'
    ? tag?.state === 'tagged' && tag.keyResults.includes(change.keyResultId)
    : sameTag(applyChange(tag, change), tag);

/** What the tag may be by now: with any of the undecided changes, each on top of those before it. */
const possibleTags = (shown: Tag | null, undecided: readonly Change[]): readonly (Tag | null)[] =>
  undecided.reduce<readonly (Tag | null)[]>(
    (tags, change) => unique([...tags, ...tags.map((tag) => applyChange(tag, change))]),
    [shown],
  );

const unique = (tags: readonly (Tag | null)[]): readonly (Tag | null)[] => [
  ...new Map(tags.map((tag) => [JSON.stringify(tag), tag])).values(),
];

const NOT_ARRIVED: Problem = {
  code: 'unexpected',
  message: 'Your choice has not arrived. You see what is saved now.',
};
