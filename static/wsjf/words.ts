import type { Component, ScaleValue } from '../../src/domain/wsjf';
import { DAYS_THAT_PRESS, type KeyResultPart, type Prefill } from '../../src/domain/wsjf-prefill';
import type { Standing } from '../../src/domain/wsjf-rank';
import { formatNumber, formatPercent } from '../../src/domain/figure-words';
import type { Row } from './rows';

export const COMPONENT_NAMES: Readonly<Record<Component, string>> = {
  userBusinessValue: 'User-business value',
  timeCriticality: 'Time criticality',
  riskReduction: 'Risk reduction or opportunity',
  jobSize: 'Job size',
};

export const SHORT_NAMES: Readonly<Record<Component, string>> = {
  userBusinessValue: 'Business value',
  timeCriticality: 'Time criticality',
  riskReduction: 'Risk or opportunity',
  jobSize: 'Job size',
};

/** Where a figure comes from that nobody gave, in a word or two under it. */
export const SOURCE_NAMES: Readonly<Record<Prefill['source'], string>> = {
  'key-results': 'key results',
  points: 'points',
  assumed: 'assumed',
  none: 'no estimate',
};

/** What a figure is or would be without a person, in a sentence: `Key results say 5.` */
const prefillSentence = ({ value, source }: Prefill): string => {
  switch (source) {
    case 'key-results':
      return `Key results say ${value}.`;
    case 'points':
      return `The points say ${value}.`;
    case 'assumed':
      return `Not known, so ${value} is assumed.`;
    case 'none':
      return 'There is no estimate, so the issue has no rank until it gets points or a size here.';
  }
};

/** How a figure comes about without a person: one sentence, or one for each key result. */
export const derivationOf = ({ prefills, points }: Row, component: Component): readonly string[] => {
  if (component === 'jobSize') {
    return points === null
      ? [prefillSentence(prefills.jobSize)]
      : [
          `${formatNumber(points)} ${points === 1 ? 'point' : 'points'}, to the nearest of the scale → ${prefills.jobSize.value}`,
        ];
  }
  if (component === 'riskReduction') return [prefillSentence(prefills.riskReduction)];
  const { value, source } = prefills[component];
  const parts = prefills.parts.map((part) => `${nameOf(part)}: ${partWords(part, component)}`);
  if (source !== 'key-results') {
    return [
      ...parts,
      parts.length === 0 ? 'It has no key result, so 1 is assumed.' : 'None of them counts, so 1 is assumed.',
    ];
  }
  return parts.map((part, index) => (index === parts.length - 1 ? `${part} → ${value}` : part));
};

/** What a person's figure is against what it would be without; `null` where nobody gave one. */
export const differenceOf = (
  { prefills }: Row,
  component: Component,
  given: ScaleValue | null,
): string | null => {
  if (given === null) return null;
  const { value, source } = prefills[component];
  if (source === 'assumed' || source === 'none') return `Given: ${given}.`;
  if (value === given) return `Given: ${given}, as the ${SOURCE_NAMES[source]} say.`;
  return `Given: ${given}; the ${SOURCE_NAMES[source]} say ${value}.`;
};

/** How many places the key results move an issue, seen from the order that is shown. */
export const movedWords = ({ moved }: Pick<Standing, 'moved'>, withoutKeyResults: boolean): string => {
  if (moved === null) return 'not ranked';
  const places = withoutKeyResults ? -moved : moved;
  const other = withoutKeyResults ? 'with the key results' : 'without the key results';
  if (places === 0) return `the same place as ${other}`;
  const count = Math.abs(places);
  return `${count} ${count === 1 ? 'place' : 'places'} ${places > 0 ? 'higher' : 'lower'} than ${other}`;
};

export const LOCKED_WORDS: Readonly<Record<NonNullable<Row['locked']>, string>> = {
  'no-right': 'You may not edit this issue, so its figures are only shown.',
  newer:
    'A newer version of Throughline wrote these figures. They can be changed only there: reload the page.',
};

/** A figure as it is called in a sentence. */
export const figureWords = (value: number | null): string =>
  value === null ? 'nothing of your own' : String(value);

const nameOf = ({ title }: KeyResultPart): string =>
  title === null ? 'A key result that is not visible to you' : `“${title}”`;

const partWords = (part: KeyResultPart, component: Component): string => {
  if (!part.counts) {
    return {
      unknown: 'not counted',
      archived: 'archived, not counted',
      closed: 'its cycle is closed, not counted',
      'not-started': 'its cycle has not started, not counted',
    }[part.why];
  }
  const gap = `${formatPercent(part.gap)} of the way still to go`;
  if (component === 'userBusinessValue') {
    return `weight ${formatNumber(part.weight)} of ${formatNumber(part.totalWeight)} in its objective, ${gap}`;
  }
  return `${daysWords(part.daysLeft)} of ${part.cycleName}, ${gap}`;
};

const daysWords = (days: number): string => {
  if (days === 0) return 'no day left';
  if (days >= DAYS_THAT_PRESS) return `${days} days left, so nothing presses yet,`;
  return `${days} ${days === 1 ? 'day' : 'days'} left`;
};
