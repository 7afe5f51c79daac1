import type { Component } from '../../src/domain/wsjf';
import { countedFigures, type Ranked, type Standing } from '../../src/domain/wsjf-rank';

export type Column = 'rank' | 'issue' | Component | 'score' | 'moved';

export type Sort = { readonly column: Column; readonly isDescending: boolean };

/** Rank from the first, figures from the highest. */
export const firstSortOf = (column: Column): Sort => ({
  column,
  isDescending: column !== 'rank' && column !== 'issue',
});

/**
 * The ids in the order asked for. What has no value comes last either way, and what is equal stays in the order of the
 * ranks, then of the backlog.
 *
 * @param items - In the backlog's order.
 */
export const sortedIds = (
  items: readonly (Ranked & { readonly key: string })[],
  standings: ReadonlyMap<string, Standing>,
  { column, isDescending }: Sort,
  withoutKeyResults: boolean,
): string[] => {
  const rankOf = ({ id }: Ranked): number | null => {
    const standing = standings.get(id);
    return (withoutKeyResults ? standing?.rankWithout : standing?.rank) ?? null;
  };
  const amountOf = (item: Ranked): number | null => {
    const standing = standings.get(item.id);
    switch (column) {
      case 'rank':
        return rankOf(item);
      case 'score':
        return (withoutKeyResults ? standing?.scoreWithout : standing?.score) ?? null;
      case 'moved':
        return standing?.moved == null ? null : standing.moved * (withoutKeyResults ? -1 : 1);
      case 'issue':
        return null;
      default:
        return countedFigures(item, withoutKeyResults)[column];
    }
  };
  const sign = isDescending ? -1 : 1;
  return [...items]
    .sort((a, b) => {
      const asked =
        column === 'issue'
          ? sign * a.key.localeCompare(b.key, undefined, { numeric: true })
          : byAmount(amountOf(a), amountOf(b), sign);
      return asked || byAmount(rankOf(a), rankOf(b), 1);
    })
    .map(({ id }) => id);
};

const byAmount = (a: number | null, b: number | null, sign: 1 | -1): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (a - b);
};
