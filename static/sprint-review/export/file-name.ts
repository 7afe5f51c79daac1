import type { PlaceFacts } from './place-facts';

/** A name for a file of a review, of letters, digits and hyphens alone: `sprint-review-deck-7-2026-02-14-issues.csv`. */
export const fileName = ({ name, end }: Pick<PlaceFacts, 'name' | 'end'>, ending: string): string =>
  `${['sprint-review', wordsOf(name), end ?? ''].filter((part) => part !== '').join('-')}${ending}`;

const wordsOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');

const LONGEST = 40;
