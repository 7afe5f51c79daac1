import { aMutableApp } from './mutable-app';
import { EQUIVALENT } from './equivalent';
import { runMutations, type MutationCounts } from './run-mutations';

/** One in so many; `npm run mutations` runs them all and writes the counts down in `last.json`. */
const SAMPLE = 12;

describe('the permission table, when one decision in the app is wrong', () => {
  let counts: MutationCounts;
  beforeAll(async () => {
    counts = await runMutations((index) => index % SAMPLE === 0);
  });

  test('notices everybody who is denied what they may do', () => {
    expect(counts.allowedThenDenied.missed).toEqual([]);
    expect(counts.allowedThenDenied.caught).toBeGreaterThan(20);
  });

  test('notices everybody who is allowed what they may not do', () => {
    expect(counts.deniedThenAllowed.missed).toEqual([]);
    expect(counts.deniedThenAllowed.caught).toBeGreaterThan(80);
    expect(counts.deniedThenAllowed.ran).toBeGreaterThan(10);
  });

  test('notices what is changed where policy stands in the source', () => {
    expect(counts.sourceMutants.missed).toEqual([]);
    expect(counts.sourceMutants.caught).toBeGreaterThan(10);
  });

  test('notices nothing where nothing is answered otherwise', () => {
    expect(counts.equivalent.noticed).toEqual([]);
    expect(counts.equivalent.unnoticed).toBeGreaterThan(0);
  });

  test('leaves no mutant out but those that are in the source', () => {
    const { mutants, remove } = aMutableApp();
    remove();
    const stale = EQUIVALENT.flatMap(({ file, within, changes }) =>
      changes.filter(
        (change) =>
          !mutants.some(
            (one) => one.where.startsWith(`${file}:`) && within.includes(one.within) && one.change === change,
          ),
      ),
    );
    expect(stale).toEqual([]);
  });
});
