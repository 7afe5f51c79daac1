import fc from 'fast-check';
import {
  bucketOf,
  deliveryOf,
  servedKeyResults,
  servingKeyResult,
  type WorkItem,
} from '../../src/domain/delivery';
import { aKeyResultId } from '../builders/okrs';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const item = (fields: Partial<WorkItem> = {}): WorkItem => ({
  id: '1',
  done: false,
  points: 3,
  tag: null,
  ...fields,
});
const serving = (...keyResults: (typeof one)[]): WorkItem['tag'] => ({
  tag: { state: 'tagged', keyResults },
  inheritedFrom: null,
});

test('counts a done issue once when it moves two key results', () => {
  const both = item({ id: '1', done: true, tag: serving(one, two) });
  const work = [both, item({ id: '2', tag: serving(one) })];
  expect(deliveryOf(servingKeyResult(work, one))).toEqual({
    items: { done: 1, total: 2 },
    points: { done: 3, total: 6 },
  });
  expect(deliveryOf(servingKeyResult(work, two))).toEqual({
    items: { done: 1, total: 1 },
    points: { done: 3, total: 3 },
  });
  expect(deliveryOf([...servingKeyResult(work, one), ...servingKeyResult(work, two)]).items).toEqual({
    done: 1,
    total: 2,
  });
});

test('counts an issue without an estimate as an item without points', () => {
  expect(deliveryOf([item({ points: null, done: true })])).toEqual({
    items: { done: 1, total: 1 },
    points: { done: 0, total: 0 },
  });
});

test('never counts more done than there is, and no issue twice', () => {
  const work = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 8 }).map(String),
      done: fc.boolean(),
      points: fc.option(fc.integer({ min: 0, max: 20 })),
      tag: fc.constant(null),
    }),
  );
  fc.assert(
    fc.property(work, (work) => {
      const { items, points } = deliveryOf(work);
      expect(items.total).toBe(new Set(work.map(({ id }) => id)).size);
      expect(items.done).toBeLessThanOrEqual(items.total);
      expect(points.done).toBeLessThanOrEqual(points.total);
    }),
  );
});

test('puts every issue in exactly one bucket', () => {
  expect(bucketOf(item())).toBe('untagged');
  expect(bucketOf(item({ tag: serving(one) }))).toBe('tagged');
  expect(
    bucketOf(item({ tag: { tag: { state: 'exempt', reason: 'bug', note: '' }, inheritedFrom: 'EPIC-1' } })),
  ).toBe('exempt');
});

test('names every key result that the work serves once', () => {
  const work = [item({ tag: serving(two, one) }), item({ id: '2', tag: serving(one) }), item({ id: '3' })];
  expect(servedKeyResults(work)).toEqual([two, one]);
});
