import { benchJql } from './bench-jql';
import { benchLedger } from './bench-ledger';
import { benchRefinement } from './bench-refinement';
import { benchReview, benchSurfaces } from './bench-surfaces';
import { keepFigures } from './figures';

const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  surfaces: benchSurfaces,
  review: benchReview,
  refinement: benchRefinement,
  ledger: benchLedger,
  jql: benchJql,
};

/** Measures the parts that are named, all unless any is, and keeps their figures in `last.json`. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    throw new Error(`There is no part ${unknown} to measure. Choose of: ${Object.keys(PARTS).join(', ')}.`);
  }
  for (const [name, measure] of Object.entries(PARTS)) {
    if (names.length === 0 || names.includes(name)) keepFigures(name, await measure());
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
