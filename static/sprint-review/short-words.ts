import { formatValue } from '../../src/domain/figure-words';
import { besideValue } from '../shared/unit';
import type { IntendedAdvance } from './intended-advance';

/**
 * How far a value stayed behind what was intended. Without a sign: one that is to fall lacks as much as one that is to
 * rise, and a minus before what is missing would read as too much of it.
 */
export const shortWords = (
  { short, isDue }: Pick<IntendedAdvance, 'short' | 'isDue'>,
  unit: string,
): string =>
  short === 0
    ? 'reached'
    : `${formatValue(Math.abs(short), besideValue(short, unit))} ${isDue ? 'missing' : 'to go'}`;
