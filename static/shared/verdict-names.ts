import type { Verdict } from '../../src/domain/verdict';

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  confirmed: 'Confirmed',
  'no-effect': 'No effect',
  'too-early': 'Too early',
};
