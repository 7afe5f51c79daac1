import { COMPONENTS, scoreOf, valueOf, type Component, type CountedFigures, type Figures } from './wsjf';
import type { Prefill } from './wsjf-prefill';

/** An issue as it is ranked: what a person said of it, and what is filled in where nobody did. */
export type Ranked = {
  readonly id: string;
  readonly figures: Figures;
  readonly prefills: Readonly<Record<Component, Prefill>>;
};

/** Where an issue comes. Ranks begin at 1; all is `null` for an issue without a size, which has no rank. */
export type Standing = {
  readonly score: number | null;
  readonly rank: number | null;
  /** The same if business value and time criticality that come from key results are left out. */
  readonly scoreWithout: number | null;
  readonly rankWithout: number | null;
  /** How many places the key results bring it forward; negative where they put it back. */
  readonly moved: number | null;
};

/**
 * The standing of each issue, by its id. Issues come in the backlog's order, which decides between equal scores, so that
 * the same figures always give the same order.
 */
export const standingsOf = (items: readonly Ranked[]): ReadonlyMap<string, Standing> => {
  const withThem = ranksOf(items, false);
  const without = ranksOf(items, true);
  return new Map(
    items.map((item) => {
      const rank = withThem.get(item.id) ?? null;
      const rankWithout = without.get(item.id) ?? null;
      return [
        item.id,
        {
          score: scoreOf(countedFigures(item, false)),
          rank,
          scoreWithout: scoreOf(countedFigures(item, true)),
          rankWithout,
          moved: rank === null || rankWithout === null ? null : rankWithout - rank,
        },
      ];
    }),
  );
};

/** The figures that count: a person's, else what is filled in; 1 for what comes from key results if they are left out. */
export const countedFigures = ({ figures, prefills }: Ranked, withoutKeyResults: boolean): CountedFigures =>
  Object.fromEntries(
    COMPONENTS.map((component) => {
      const { value, source } = prefills[component];
      const filledIn = withoutKeyResults && source === 'key-results' ? 1 : value;
      return [component, figures[component] ?? filledIn];
    }),
  ) as CountedFigures;

const ranksOf = (items: readonly Ranked[], withoutKeyResults: boolean): Map<string, number> => {
  const sized = items
    .map(({ id, ...item }) => ({ id, figures: countedFigures({ id, ...item }, withoutKeyResults) }))
    .filter(({ figures }) => figures.jobSize !== null);
  sized.sort((a, b) => byScore(a.figures, b.figures));
  return new Map(sized.map(({ id }, index) => [id, index + 1]));
};

/** Highest first. Fractions are compared whole, so that equal scores are equal: 1/3 is 5/15. */
const byScore = (a: CountedFigures, b: CountedFigures): number =>
  valueOf(b) * (a.jobSize ?? 1) - valueOf(a) * (b.jobSize ?? 1);
