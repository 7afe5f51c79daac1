import type { ExemptionReason } from '../../src/domain/tag';

/** How people call each reason for serving no key result. */
export const EXEMPTION_REASON_NAMES: Readonly<Record<ExemptionReason, string>> = {
  'tech-debt': 'Technical debt',
  operations: 'Operations',
  bug: 'Bug',
  discovery: 'Discovery',
  other: 'Other',
};
