import type { IssueProperty } from '../../src/domain/issue-properties';

/** How much there is: stored records, tags on issues, and issues' figures for WSJF. */
export type Counts = { readonly records: number; readonly tags: number; readonly figures: number };

export const countsOf = (
  records: number,
  properties: readonly { readonly property: IssueProperty }[],
): Counts => ({
  records,
  tags: properties.filter(({ property }) => property === 'tag').length,
  figures: properties.filter(({ property }) => property === 'figures').length,
});

export const sumOf = ({ records, tags, figures }: Counts): number => records + tags + figures;
