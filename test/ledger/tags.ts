import type { Random } from '../../local/random';
import type { TagSaid } from './log';

const KEY_RESULTS = ['oledger001-first1', 'oledger001-second', 'oledger002-third3', 'oledger002-fourth'];
const REASONS = ['tech-debt', 'operations', 'bug', 'discovery', 'other'];

/** A tag of one key result or of two, an exemption, or nothing. */
export const anyTag = (random: Random, untagged: number): TagSaid | null => {
  const draw = random.next();
  if (draw < untagged) return null;
  if (random.chance(0.25)) return { state: 'exempt', reason: random.pick(REASONS) };
  const keyResults = random.shuffled(KEY_RESULTS).slice(0, random.chance(0.2) ? 2 : 1);
  return { state: 'tagged', keyResults };
};
