import { checkerOf, type Checker } from '../check-cell';
import { ANSWERS, OFFERED, readTable, type Cell } from '../read-table';
import { aSiteOfRoles } from '../site';
import { isEquivalent } from './equivalent';
import { aMutableApp, type Fault } from './mutable-app';
import type { SourceMutant } from './source-mutants';

/** How many of the mutants the table noticed, and which it did not. */
export type Count = { readonly caught: number; readonly missed: readonly string[] };

export type MutationCounts = {
  /** Cells, one by one, that were answered the other way round. */
  readonly allowedThenDenied: Count;
  /** `ran`: those of the caught in which the use case came to its end; the others answered success without one. */
  readonly deniedThenAllowed: Count & { readonly ran: number };
  /** Small changes of the files where policy stands, each against the whole table. */
  readonly sourceMutants: Count;
  /** Those of `equivalent.ts`: none is to be noticed. */
  readonly equivalent: { readonly unnoticed: number; readonly noticed: readonly string[] };
};

/** Something to run against the table, and what answers `true` when the table notices it. */
type Trial = { readonly words: string; readonly isCaught: () => Promise<boolean> };

/** What a run is about. */
export type Limits = {
  /** Whether the cells of a call are turned round. */
  readonly isTurned: (call: string) => boolean;
  /** Whether the mutants of a file are woken. */
  readonly isWithin: (file: string) => boolean;
  /** Whether the cells of a call are looked at for whether they notice them. */
  readonly notices: (call: string) => boolean;
  /** Hears of each mutant, or cell turned round, that was missed. */
  readonly onMissed?: (words: string) => void;
};

export const NO_LIMITS: Limits = { isTurned: () => true, isWithin: () => true, notices: () => true };

/**
 * Turns every cell of the table round, one at a time, and wakes every source mutant, one at a time.
 *
 * @param keep - Which of the trials to run, by their number; all unless given.
 * @param files - Runs the source mutants of these files and nothing else; everything unless given.
 */
export const runMutations = async (
  keep: (index: number) => boolean = () => true,
  { isTurned, isWithin, notices, onMissed }: Limits = NO_LIMITS,
): Promise<MutationCounts> => {
  const app = aMutableApp();
  try {
    const checker = checkerOf(await aSiteOfRoles(app.root));
    const cells = readTable(ANSWERS).filter(({ call }) => notices(call));
    await expectNoComplaints(checker, cells);
    const flips = (flip: Fault['flip']) =>
      cells
        .filter(({ call, word }) => isTurned(call) && isDenial(word) === (flip === 'allow'))
        .map((cell) => flipped(checker, app.fault, flip, cell));
    const mutants = app.mutants.filter(({ where }) => isWithin(where.split(':')[0] ?? ''));
    const ran = { count: 0 };
    const allowed = flips('allow').map(({ words, isCaught }) => ({
      words,
      isCaught: async () => {
        app.fault.ran = false;
        const caught = await isCaught();
        if (caught && app.fault.ran) ran.count += 1;
        return caught;
      },
    }));
    return {
      allowedThenDenied: await count(
        flips('deny').filter((_, index) => keep(index)),
        onMissed,
      ),
      deniedThenAllowed: {
        ...(await count(
          allowed.filter((_, index) => keep(index)),
          onMissed,
        )),
        ran: ran.count,
      },
      sourceMutants: await count(
        againstTable(
          checker,
          app.fault,
          cells,
          mutants.filter((one) => !isEquivalent(one)),
        ).filter((_, index) => keep(index)),
        onMissed,
      ),
      equivalent: await countUnnoticed(
        againstTable(checker, app.fault, cells, mutants.filter(isEquivalent)).filter((_, index) =>
          keep(index),
        ),
      ),
    };
  } finally {
    app.remove();
  }
};

const countUnnoticed = async (trials: readonly Trial[]): Promise<MutationCounts['equivalent']> => {
  const { missed } = await count(trials);
  const noticed = trials.map(({ words }) => words).filter((words) => !missed.includes(words));
  return { unnoticed: missed.length, noticed };
};

const isDenial = (word: Cell['word']): boolean => ['no', 'none', 'bad'].includes(word);

const count = async (trials: readonly Trial[], onMissed?: Limits['onMissed']): Promise<Count> => {
  const missed: string[] = [];
  for (const { words, isCaught } of trials) {
    if (await isCaught()) continue;
    missed.push(words);
    onMissed?.(words);
  }
  return { caught: trials.length - missed.length, missed };
};

/** A mutant says nothing where the table complains without it. */
const expectNoComplaints = async (checker: Checker, cells: readonly Cell[]): Promise<void> => {
  for (const cell of cells) {
    const problem = await checker.check(cell);
    if (problem !== null) throw new Error(`${wordsOf(cell)} is wrong without any mutant: ${problem}`);
  }
};

const wordsOf = ({ call, row, role }: Cell): string => `${call}, ${row}, ${role}`;

const flipped = (checker: Checker, fault: Fault, flip: Fault['flip'], cell: Cell): Trial => ({
  words: `${wordsOf(cell)}: ${String(flip)}`,
  isCaught: async () => {
    fault.flip = flip;
    try {
      return (await checker.check(cell)) !== null;
    } finally {
      fault.flip = null;
    }
  },
});

/** Every cell until one notices; those that noticed before come first. */
const againstTable = (
  checker: Checker,
  fault: Fault,
  answers: readonly Cell[],
  mutants: readonly SourceMutant[],
): Trial[] => {
  let checks = [
    ...answers.map((cell) => () => checker.check(cell)),
    ...readTable(OFFERED).map((cell) => () => checker.checkOffer(cell)),
  ];
  return mutants.map(({ id, where, change }) => ({
    words: `${where}: ${change}`,
    isCaught: async () => {
      fault.mutant = id;
      try {
        for (const check of checks) {
          if ((await check()) === null) continue;
          checks = [check, ...checks.filter((other) => other !== check)];
          return true;
        }
        return false;
      } finally {
        fault.mutant = null;
      }
    },
  }));
};
