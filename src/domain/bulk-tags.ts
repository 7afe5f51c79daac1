import { isSameValue, type BulkItem, type BulkPlan, type BulkState, type Present } from './bulk-plan';
import type { KeyResultId } from './ids';
import {
  MOST_KEY_RESULTS,
  parseTag,
  sameTag,
  storedTag,
  troubleWithTag,
  type ExemptionReason,
  type Tag,
} from './tag';

/** What a person wants of many issues' tags. */
export type TagWish =
  /** `add` keeps the key results that an issue has; either ends an exemption. */
  | { readonly type: 'add' | 'replace'; readonly keyResults: readonly KeyResultId[] }
  | { readonly type: 'exempt'; readonly reason: ExemptionReason; readonly note: string }
  | { readonly type: 'remove' };

export type AskedIssue = {
  readonly issueId: string;
  /** What it is called where it is not there any more. */
  readonly issueKey: string;
  /** The issue's own tag as the person saw it. */
  readonly seen: Tag | null;
};

/** What the wish makes of each issue, whose property holds what is `present`. */
export const planTags = (issues: readonly AskedIssue[], present: Present, wish: TagWish): BulkPlan =>
  issues.map((issue) => planOne(issue, present, wish));

/** The issue's own tag once the wish is fulfilled; `full` when it would serve too many key results. */
const wishedTag = (own: Tag | null, wish: TagWish): Tag | null | 'full' => {
  switch (wish.type) {
    case 'remove':
      return null;
    case 'exempt':
      return { state: 'exempt', reason: wish.reason, note: wish.note };
    default: {
      const kept = wish.type === 'add' && own?.state === 'tagged' ? own.keyResults : [];
      const keyResults = [...new Set([...kept, ...wish.keyResults])];
      if (keyResults.length === 0) return own;
      return keyResults.length > MOST_KEY_RESULTS ? 'full' : { state: 'tagged', keyResults };
    }
  }
};

/** The plan again for those that somebody else changed in between: on top of what is there now, which was shown. */
export const planOnTop = (plan: BulkPlan, wish: TagWish): BulkPlan =>
  plan.map((item) => {
    if (item.state.name !== 'changed') return item;
    const held = { ...item, value: item.state.now };
    return planOne({ ...item, seen: parseTag(held.value) }, new Map([[item.issueId, held]]), wish);
  });

const planOne = ({ issueId, issueKey, seen }: AskedIssue, present: Present, wish: TagWish): BulkItem => {
  const held = present.get(issueId);
  const before = held?.value;
  const item = (after: unknown, state: BulkState): BulkItem => ({
    issueId,
    issueKey: held?.issueKey ?? issueKey,
    before,
    after,
    state,
  });
  const asIs = (state: BulkState): BulkItem => item(before, state);
  if (held === undefined) return asIs({ name: 'not-found' });
  if (troubleWithTag(before) === 'newer') return asIs({ name: 'newer' });
  const own = parseTag(before);
  if (!sameTag(own, seen)) return asIs({ name: 'changed', now: before });
  const tag = wishedTag(own, wish);
  if (tag === 'full') return asIs({ name: 'full' });
  const after = tag === null ? undefined : storedTag(tag);
  return isSameValue(before, after) || (own !== null && sameTag(own, tag))
    ? asIs({ name: 'already' })
    : item(after, { name: 'waiting' });
};
