import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKING } from '../payloads';
import { NO_LIMITS, runMutations, type Count, type Limits } from './run-mutations';
import { POLICY } from './source-mutants';

/**
 * What `npm run mutations` does: runs them all, says what was missed, and writes the counts down. With names of calls or of
 * files (`npm run mutations -- saveVerdict usecases/save-verdict.ts`) it runs only theirs, and writes nothing down.
 * With names of calls only their cells are to notice.
 */
const main = async (names: readonly string[]): Promise<void> => {
  const started = performance.now();
  const { allowedThenDenied, deniedThenAllowed, sourceMutants, equivalent } = await runMutations(
    undefined,
    limitsOf(names),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  const counts = {
    at: new Date().toISOString(),
    seconds,
    allowedThenDenied: numbers(allowedThenDenied),
    deniedThenAllowed: { ...numbers(deniedThenAllowed), ran: deniedThenAllowed.ran },
    sourceMutants: numbers(sourceMutants),
    equivalentMutants: { unnoticed: equivalent.unnoticed, noticed: equivalent.noticed.length },
  };
  if (names.length === 0) writeFileSync(join(__dirname, 'last.json'), `${JSON.stringify(counts, null, 2)}\n`);
  const missed = [allowedThenDenied, deniedThenAllowed, sourceMutants].flatMap((count) => count.missed);
  for (const words of equivalent.noticed) console.log(`noticed, though in equivalent.ts: ${words}`);
  console.log(JSON.stringify(counts, null, 2));
  process.exitCode = missed.length + equivalent.noticed.length === 0 ? 0 : 1;
};

const limitsOf = (names: readonly string[]): Limits => {
  const known = [...Object.keys(ASKING), ...Object.keys(POLICY)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${unknown} is no call of the table and no file of the policy.`);
  const onMissed = (words: string): void => console.log(`missed: ${words}`);
  if (names.length === 0) return { ...NO_LIMITS, onMissed };
  const isNamed = (name: string): boolean => names.includes(name);
  const isAnyCall = !names.some((name) => name in ASKING);
  return { isTurned: isNamed, isWithin: isNamed, notices: (call) => isAnyCall || isNamed(call), onMissed };
};

const numbers = ({ caught, missed }: Count) => ({ caught, missed: missed.length });

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
