import type { Review, ReviewRow } from '../review-model';

/** What is shown to a room, one after the other. `id` stays when more is read meanwhile. */
export type Slide = { readonly id: string; readonly title: string } & (
  | { readonly kind: 'overview' }
  | { readonly kind: 'key-result'; readonly row: ReviewRow }
  | { readonly kind: 'work' }
  | { readonly kind: 'learned' }
);

/** A review as slides: the sprint, each key result that it is about, where its work went, and what was learned. */
export const slidesOf = ({ main, span, place }: Review, name: string): readonly Slide[] => {
  const noun = place?.kind === 'period' ? 'period' : 'sprint';
  return [
    { kind: 'overview', id: 'overview', title: name },
    ...main.map((row): Slide => ({
      kind: 'key-result',
      id: row.keyResult.id,
      title: row.keyResult.title,
      row,
    })),
    { kind: 'work', id: 'work', title: 'Where the work went' },
    ...(span ? [{ kind: 'learned', id: 'learned', title: `What this ${noun} taught us` } as const] : []),
  ];
};

/** What a key asks for: so many slides on or back, one of the ends, or to leave. `null` where it means nothing here. */
export type Step = 'next' | 'previous' | 'first' | 'last' | 'leave';

/**
 * Arrows as people read, with the keys of a remote control (page up and down) and the blank. Keys that go along with
 * others belong to the browser.
 */
export const stepOf = ({
  key,
  shiftKey,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): Step | null => {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === ' ') return shiftKey ? 'previous' : 'next';
  return shiftKey ? null : (STEPS.get(key) ?? null);
};

/** The slide that a step leads to, by its index; the ends hold. */
export const indexAfter = (step: Exclude<Step, 'leave'>, index: number, count: number): number => {
  const last = count - 1;
  const to = { next: index + 1, previous: index - 1, first: 0, last }[step];
  return Math.min(Math.max(to, 0), last);
};

const STEPS: ReadonlyMap<string, Step> = new Map([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Escape', 'leave'],
]);
