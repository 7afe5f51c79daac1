import type { LedgerTag, TaggedLine } from '../../src/domain/sprint-ledger';
import { formatNumber } from '../../src/domain/figure-words';
import { counted } from '../shared/sprint-words';

/** An issue's estimate and, where it was another at first, both; `null` where there never was one. */
export const pointsWords = ({ initialPoints, finalPoints }: TaggedLine): string | null => {
  if (initialPoints === finalPoints) return finalPoints === null ? null : counted(finalPoints, 'point');
  const first = initialPoints === null ? 'no estimate' : formatNumber(initialPoints);
  return `${first} → ${finalPoints === null ? 'no estimate' : counted(finalPoints, 'point')}`;
};

/** That an issue was tagged otherwise at the start, where that was written down; `null` where it was not. */
export const tagChangeWords = ({ tag, tagAtStart }: TaggedLine): string | null => {
  if (tagAtStart === undefined || canonical(tag) === canonical(tagAtStart)) return null;
  if (tagAtStart === null) return 'untagged at the start';
  return tagAtStart.state === 'exempt' ? 'exempt at the start' : 'tagged otherwise at the start';
};

const canonical = (tag: LedgerTag | null): string => {
  if (tag === null) return '';
  return tag.state === 'tagged' ? [...tag.keyResults].sort().join(' ') : `exempt ${tag.reason}`;
};
