import { ID_PATTERNS, type KeyResultId } from './ids';

/** The issue property that holds a tag. Its paths are declared in the manifest, so that JQL finds it. */
export const TAG_PROPERTY = 'throughline-tag';

/** Jira refuses no number of key results, people do: a story that serves more says nothing. */
export const MOST_KEY_RESULTS = 5;
export const LONGEST_EXEMPTION_NOTE = 500;

export const EXEMPTION_REASONS = ['tech-debt', 'operations', 'bug', 'discovery', 'other'] as const;
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number];

/** What an issue says of itself: the key results it serves, or that it serves none, and why. */
export type Tag =
  | { readonly state: 'tagged'; readonly keyResults: readonly KeyResultId[] }
  | { readonly state: 'exempt'; readonly reason: ExemptionReason; readonly note: string };

const CURRENT_VERSION = 1;

/** The property's value as this version of the app writes it. */
export type StoredTag = { readonly version: typeof CURRENT_VERSION } & Tag;

export const storedTag = (tag: Tag): StoredTag => ({ version: CURRENT_VERSION, ...tag });

/**
 * Reads an issue property that anybody may have written. Whatever is not a tag reads as none (`null`): an issue with
 * garbage counts as untagged, exactly as the JQL of `jira/jql.ts` counts it, so details are forgiven, states are not.
 */
export const parseTag = (value: unknown): Tag | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { state, keyResults, reason, note } = value as Record<string, unknown>;
  if (state === 'tagged' && Array.isArray(keyResults)) {
    const ids = [...new Set(keyResults.filter(isKeyResultId))].slice(0, MOST_KEY_RESULTS);
    return ids.length > 0 ? { state: 'tagged', keyResults: ids } : null;
  }
  if (state === 'exempt') {
    return {
      state: 'exempt',
      reason: EXEMPTION_REASONS.find((known) => known === reason) ?? 'other',
      note: typeof note === 'string' ? note.slice(0, LONGEST_EXEMPTION_NOTE) : '',
    };
  }
  return null;
};

/** What is wrong with a stored tag: it is none, or a newer version of the app wrote it and may mean more by it. */
export type TagTrouble = 'garbage' | 'newer';

/** The trouble with an issue property, `null` for a sound one or none. A newer tag may still read, by its known parts. */
export const troubleWithTag = (value: unknown): TagTrouble | null => {
  if (value === undefined) return null;
  const version = (value as { readonly version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > CURRENT_VERSION) return 'newer';
  return parseTag(value) === null ? 'garbage' : null;
};

export const sameTag = (a: Tag | null, b: Tag | null): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

/** A tag and the issue it comes from, when that is not the issue itself. */
export type EffectiveTag = { readonly tag: Tag; readonly inheritedFrom: string | null };

/**
 * The tag that counts for an issue: its own, else its nearest tagged ancestor's, else none.
 * `ancestors` come nearest first.
 */
export const effectiveTag = (
  own: Tag | null,
  ancestors: readonly { readonly key: string; readonly tag: Tag | null }[],
): EffectiveTag | null => {
  if (own) return { tag: own, inheritedFrom: null };
  const nearest = ancestors.find(({ tag }) => tag !== null);
  return nearest?.tag ? { tag: nearest.tag, inheritedFrom: nearest.key } : null;
};

const isKeyResultId = (value: unknown): value is KeyResultId =>
  typeof value === 'string' && ID_PATTERNS.keyResult.test(value);

const canonical = (tag: Tag | null): unknown => {
  if (tag === null) return null;
  return tag.state === 'tagged'
    ? ['tagged', ...[...tag.keyResults].sort()]
    : ['exempt', tag.reason, tag.note];
};
