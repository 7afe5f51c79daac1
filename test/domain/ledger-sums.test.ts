import fc from 'fast-check';
import {
  deliveryOverSprint,
  ledgerSums,
  linesByKeyResult,
  reestimatedBy,
  servedBy,
} from '../../src/domain/ledger-sums';
import type { LedgerEntrance, LedgerOutcome, LedgerTag, TaggedLine } from '../../src/domain/sprint-ledger';
import { aKeyResultId } from '../builders/okrs';

const [one, two] = [aKeyResultId('kr0001'), aKeyResultId('kr0002')];
const serving = (...keyResults: (typeof one)[]): LedgerTag => ({
  state: 'tagged',
  keyResults,
  inherited: false,
});

const aLine = (issueId: string, fields: Partial<TaggedLine> = {}): TaggedLine => ({
  issueId,
  entrance: 'committed',
  outcome: 'completed',
  initialPoints: 3,
  finalPoints: 5,
  tag: null,
  ...fields,
});

test('sums what came by its first estimate and what became of it by its last', () => {
  const lines = [
    aLine('1'),
    aLine('2', { outcome: 'removed', finalPoints: 2 }),
    aLine('3', { entrance: 'added', outcome: 'not-completed', initialPoints: 8, finalPoints: 13 }),
    aLine('4', { entrance: 'done-before-start', outcome: 'completed-elsewhere' }),
  ];
  expect(ledgerSums(lines)).toEqual({
    committed: { items: 2, points: 6 },
    added: { items: 1, points: 8 },
    removed: { items: 1, points: 2 },
    completed: { items: 1, points: 5 },
    notCompleted: { items: 1, points: 13 },
    completedElsewhere: { items: 1, points: 5 },
  });
});

test('says by how much estimates changed of what came in', () => {
  const lines = [
    aLine('1'),
    aLine('2', { outcome: 'removed', finalPoints: 2 }),
    aLine('3', { entrance: 'added', outcome: 'not-completed', initialPoints: 8, finalPoints: 13 }),
    aLine('4', { entrance: 'done-before-start', outcome: 'completed-elsewhere', finalPoints: 21 }),
  ];
  expect(reestimatedBy(ledgerSums(lines))).toBe(2 - 1 + 5);
  expect(reestimatedBy(ledgerSums([...lines, aLine('5', { entrance: 'done-before-start' })]))).toBe(0);
});

test('counts an issue without an estimate as an item without points, and one that is listed twice once', () => {
  const unestimated = aLine('1', { initialPoints: null, finalPoints: null });
  expect(ledgerSums([unestimated, unestimated])).toMatchObject({
    committed: { items: 1, points: 0 },
    completed: { items: 1, points: 0 },
  });
});

const someLines = fc.array(
  fc.record({
    issueId: fc.integer({ min: 1, max: 12 }).map(String),
    entrance: fc.constantFrom<LedgerEntrance>('committed', 'added', 'done-before-start'),
    outcome: fc.constantFrom<LedgerOutcome>('completed', 'not-completed', 'removed', 'completed-elsewhere'),
    initialPoints: fc.option(fc.integer({ min: 0, max: 13 })),
    finalPoints: fc.option(fc.integer({ min: 0, max: 13 })),
    tag: fc.constantFrom(null, serving(one), serving(one, two), serving(two)),
  }),
);

test('has every issue in one outcome, and nothing in two', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      const sums = ledgerSums(lines);
      const { completed, notCompleted, removed, completedElsewhere, committed, added } = sums;
      const items = completed.items + notCompleted.items + removed.items + completedElsewhere.items;
      expect(items).toBe(new Set(lines.map(({ issueId }) => issueId)).size);
      expect(committed.items + added.items).toBeLessThanOrEqual(items);
      const { done, then, now } = deliveryOverSprint(lines);
      expect([done, then]).toEqual([completed, committed]);
      expect(now.items).toBe(items - removed.items - completedElsewhere.items);
      expect(now.points).toBeGreaterThanOrEqual(done.points);
    }),
  );
});

test('added scope shows as scope: what is done and what there was at the start stay as they were', () => {
  fc.assert(
    fc.property(someLines, (lines) => {
      const added = aLine('added', { entrance: 'added', outcome: 'not-completed', finalPoints: 8 });
      const [before, after] = [deliveryOverSprint(lines), deliveryOverSprint([...lines, added])];
      expect([after.done, after.then]).toEqual([before.done, before.then]);
      expect(after.now).toEqual({ items: before.now.items + 1, points: before.now.points + 8 });
    }),
  );
});

test('an issue that serves two key results is whole in both, and exempt and untagged ones in none', () => {
  const lines = [
    aLine('1', { tag: serving(two, one) }),
    aLine('2', { tag: serving(one) }),
    aLine('3', { tag: { state: 'exempt', reason: 'bug', inherited: false } }),
    aLine('4'),
  ];
  const byKeyResult = [...linesByKeyResult(lines)].map(([id, of]) => [id, of.map((line) => line.issueId)]);
  expect(byKeyResult).toEqual([
    [two, ['1']],
    [one, ['1', '2']],
  ]);
  expect(servedBy(lines)).toEqual([two, one]);
});
