import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMutations, type Count } from './run-mutations';
import { POLICY } from './source-mutants';

/**
 * What `npm run mutations` does: runs them all, says what was missed, and writes the counts down. With names of files, as
 * `npm run mutations -- usecases/rights.ts`, it runs the source mutants of those and writes nothing down.
 */
const main = async (files: readonly string[]): Promise<void> => {
  const unknown = files.find((file) => !Object.hasOwn(POLICY, file));
  if (unknown !== undefined) {
    throw new Error(
      `Nothing of ${unknown} is changed by mutants. Choose of: ${Object.keys(POLICY).join(', ')}.`,
    );
  }
  const isAll = files.length === 0;
  const started = performance.now();
  const { allowedThenDenied, deniedThenAllowed, sourceMutants, equivalent } = await runMutations(
    () => true,
    isAll ? null : files,
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
  if (isAll) writeFileSync(join(__dirname, 'last.json'), `${JSON.stringify(counts, null, 2)}\n`);
  const missed = [allowedThenDenied, deniedThenAllowed, sourceMutants].flatMap((count) => count.missed);
  for (const words of missed) console.log(`missed: ${words}`);
  for (const words of equivalent.noticed) console.log(`noticed, though in equivalent.ts: ${words}`);
  console.log(JSON.stringify(counts, null, 2));
  process.exitCode = missed.length + equivalent.noticed.length === 0 ? 0 : 1;
};

const numbers = ({ caught, missed }: Count) => ({ caught, missed: missed.length });

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
