import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeWithShared } from '../shared-data';
import { CASES, inWords } from './cases';
import { CLASSES, differencesOf, readLog, type Difference } from './differences';
import { play, type Played } from './play';
import { readRates } from './rates';
import { witness, type Witnessed } from './reference-a';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
const SPRINTS = Number(process.env['SPRINTS'] ?? 1_000);
/** In 1,000 sprints everything is to happen so often. */
const OFTEN = Math.ceil((20 * Math.min(SPRINTS, 1_000)) / 1_000);

describeWithShared(
  `the ledgers of ${SPRINTS} sprints (SEED=${seed} has them again, SPRINTS=… fewer or more)`,
  ['data', 'sprintstats', 'sprint-scope-change.csv'],
  (file) => {
    let played: Played;
    let truth: ReadonlyMap<number, Witnessed>;
    let differences: readonly Difference[];

    beforeAll(async () => {
      played = await play(seed, SPRINTS, readRates(file));
      truth = witness(played.log);
      differences = compare(played, truth);
      process.stderr.write(`Ledgers, to be had again with SEED=${seed}: ${sumOf(played, differences)}\n`);
    }, 600_000);

    test.each(CASES)('there was enough of it: %s', (name) => {
      expect(played.cases.get(name)).toBeGreaterThanOrEqual(OFTEN);
    });

    test('every sprint was frozen and rebuilt', () => {
      expect(played.told).toHaveLength(SPRINTS);
      expect(played.frozen.size).toBe(SPRINTS);
      expect(truth.size).toBe(SPRINTS);
    });

    test('each is frozen between the start date that was told when it started and the moment of its close', () => {
      const moments = new Map<number, string[]>();
      for (const entry of played.log) {
        if (entry.what === 'started') moments.set(entry.sprint, [entry.startDate]);
        if (entry.what === 'closed') moments.get(entry.sprint)!.push(entry.at);
      }
      for (const { sprintId, frozenBetween } of played.told)
        expect({ sprintId, frozenBetween }).toEqual({ sprintId, frozenBetween: moments.get(sprintId) });
    });

    test('what is frozen is what happened, issue for issue and field for field', () => {
      for (const [sprintId, { lines }] of truth) {
        expect({ sprintId, lines: played.frozen.get(sprintId) }).toEqual({ sprintId, lines });
      }
    });

    test('who may see every issue is shown what is frozen, but for what was deleted since', () => {
      const { isDeletedBy } = readLog(played.log);
      for (const { sprintId, shown, logged } of played.told) {
        const isDeleted = isDeletedBy(logged);
        const lines = truth.get(sprintId)!.lines.filter(({ issueId }) => !isDeleted(issueId));
        expect({ sprintId, lines: shown }).toEqual({ sprintId, lines });
      }
    });

    test('what is rebuilt is what can be known afterwards, in the review as in the history of a key result', () => {
      for (const { sprintId, rebuilt, rebuiltForReview, expectedRebuilt: lines } of played.told) {
        expect({ sprintId, lines: rebuilt }).toEqual({ sprintId, lines });
        if (rebuiltForReview !== null) {
          expect({ sprintId, lines: rebuiltForReview }).toEqual({ sprintId, lines });
        }
      }
    });

    test('both differ only where there is a reason for it', () => {
      expect(differences.filter((each) => each.class === null)).toEqual([]);
    });

    test.each(CLASSES)('they do differ by this reason: %s', (name) => {
      expect(differences.filter((each) => each.class === name).length).toBeGreaterThanOrEqual(OFTEN);
    });

    test('every issue is in exactly one bucket, and none was missed but what nobody could find', () => {
      for (const { sprintId, shown, rebuilt } of played.told) {
        for (const lines of [played.frozen.get(sprintId)!, shown, rebuilt]) {
          expect(new Set(lines.map(({ issueId }) => issueId)).size).toBe(lines.length);
          expect(lines.filter(({ entrance }) => !ENTRANCES.has(entrance))).toEqual([]);
          expect(lines.filter(({ outcome }) => !OUTCOMES.has(outcome))).toEqual([]);
        }
      }
      const unseen = [...truth.values()].flatMap((each) => each.unseen);
      expect(unseen.filter(({ because }) => because === 'deleted').length).toBeGreaterThan(0);
      expect(unseen.filter(({ because }) => because === 'of another project').length).toBeGreaterThan(0);
    });

    test('nothing was left out for being too much', () => {
      expect(played.told.filter(({ mayMissRemoved: { frozen, rebuilt } }) => frozen || rebuilt)).toEqual([]);
    });
  },
);

test.each(['reference-a.ts', 'reference-b.ts'])('%s imports nothing', (name) => {
  const text = readFileSync(path.join(__dirname, name), 'utf8');
  expect(text).not.toMatch(/\b(import|require)\b/);
});

const ENTRANCES: ReadonlySet<string> = new Set(['committed', 'added', 'done-before-start']);
const OUTCOMES: ReadonlySet<string> = new Set([
  'completed',
  'not-completed',
  'removed',
  'completed-elsewhere',
]);

const compare = ({ log, told }: Played, truth: ReadonlyMap<number, Witnessed>): Difference[] => {
  const { isDeletedBy, isForeignTo, isRetaggedBy } = readLog(log);
  const edited = new Set(log.flatMap((entry) => (entry.what === 'redated' ? [entry.sprint] : [])));
  const starts = new Map(told.map(({ sprintId, startDate }) => [sprintId, startDate]));
  const byEditedDates = witness(log, (sprintId) => starts.get(sprintId) ?? null);
  return told.flatMap(({ sprintId, logged, expectedRebuilt }) =>
    differencesOf({
      sprintId,
      a: truth.get(sprintId)!.lines,
      b: expectedRebuilt,
      aByEditedDates: edited.has(sprintId) ? byEditedDates.get(sprintId)!.lines : null,
      isDeleted: isDeletedBy(logged),
      isForeign: isForeignTo(sprintId),
      isRetagged: isRetaggedBy(sprintId, logged),
    }),
  );
};

const sumOf = ({ log, frozen, cases }: Played, differences: readonly Difference[]): string => {
  const lines = [...frozen.values()].reduce((sum, each) => sum + each.length, 0);
  const reasons = [...CLASSES, null].map(
    (name) => `${differences.filter((each) => each.class === name).length} × ${name ?? 'no reason'}`,
  );
  return `${frozen.size} sprints, ${log.length} happenings, ${lines} lines; ${inWords(cases)}; who comes afterwards says otherwise by ${reasons.join(', ')}`;
};
