import type { KeyResultId } from '../../src/domain/ids';
import { EXEMPTION_REASON_NAMES } from '../shared/exemption-reason';
import { MOST_KEY_RESULTS, type ExemptionReason, type Tag } from '../../src/domain/tag';

/** What a person wants of the issue's tag, kept apart from the tag itself so that it can be applied to another one. */
export type Change =
  | { readonly type: 'add'; readonly keyResultId: KeyResultId }
  | { readonly type: 'remove'; readonly keyResultId: KeyResultId }
  | { readonly type: 'exempt'; readonly reason: ExemptionReason; readonly note: string }
  | { readonly type: 'clear' }
  | { readonly type: 'restore'; readonly tag: Tag | null };

/** The issue's own tag after a change. A key result ends an exemption and the other way round; the last one removed leaves no tag. */
export const applyChange = (tag: Tag | null, change: Change): Tag | null => {
  const keyResults = keyResultsOf(tag);
  switch (change.type) {
    case 'add':
      return tagged([...keyResults.filter((id) => id !== change.keyResultId), change.keyResultId]);
    case 'remove':
      return tag?.state === 'exempt' ? tag : tagged(keyResults.filter((id) => id !== change.keyResultId));
    case 'exempt':
      return { state: 'exempt', reason: change.reason, note: change.note };
    case 'clear':
      return null;
    case 'restore':
      return change.tag;
  }
};

export const keyResultsOf = (tag: Tag | null): readonly KeyResultId[] =>
  tag?.state === 'tagged' ? tag.keyResults : [];

/** The tag that is shown while changes are on their way. */
export const applyChanges = (tag: Tag | null, changes: readonly Change[]): Tag | null =>
  changes.reduce(applyChange, tag);

/** Whether two changes ask for the same. */
export const sameChange = (a: Change, b: Change): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether the issue serves as many key results as an issue may. */
export const isFull = (tag: Tag | null): boolean =>
  tag?.state === 'tagged' && tag.keyResults.length >= MOST_KEY_RESULTS;

/** What a change has done, for the flag that says so. */
export const doneTitle = (change: Change): string =>
  ({
    add: 'Key result added',
    remove: 'Key result removed',
    exempt: 'Marked as serving no key result',
    clear: 'Exemption removed',
    restore: 'Undone',
  })[change.type];

/** What a person asked for, in words that go on from "Your choice:". */
export const intention = (change: Change, titleOf: (id: KeyResultId) => string): string => {
  switch (change.type) {
    case 'add':
      return `add “${titleOf(change.keyResultId)}”`;
    case 'remove':
      return `remove “${titleOf(change.keyResultId)}”`;
    case 'exempt':
      return `mark as serving no key result (${EXEMPTION_REASON_NAMES[change.reason]})${change.note === '' ? '' : `, with the note “${change.note}”`}`;
    case 'clear':
      return 'remove the exemption';
    case 'restore':
      return 'undo the last change';
  }
};

const tagged = (keyResults: readonly KeyResultId[]): Tag | null =>
  keyResults.length === 0 ? null : { state: 'tagged', keyResults };
