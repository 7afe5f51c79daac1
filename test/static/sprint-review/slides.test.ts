import { indexAfter, slidesOf, stepOf } from '../../../static/sprint-review/present/slides';
import { reviewOf } from '../../../static/sprint-review/review-model';
import { aKeyResultId } from '../../builders/okrs';
import { aFrozenWork, aLine, anAdvance, anIntent, aReviewView, servingTag } from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const key = (name: string, fields = {}) => ({
  key: name,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...fields,
});

test('a review is its sprint, its key results, its work and what was learned', () => {
  const view = aReviewView({ intent: anIntent(anAdvance({ keyResultId: two })) });
  const review = reviewOf(view, 1, aFrozenWork([aLine({ tag: servingTag([one]) })]));
  expect(slidesOf(review, 'Deck 7').map(({ id }) => id)).toEqual(['overview', two, one, 'work', 'learned']);
});

test('a slide keeps its id when the work comes after the values', () => {
  const view = aReviewView();
  const before = slidesOf(reviewOf(view, 1, null), 'Deck 7').map(({ id }) => id);
  const after = slidesOf(reviewOf(view, 1, aFrozenWork([])), 'Deck 7').map(({ id }) => id);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('a sprint that has not started has taught nothing', () => {
  const view = aReviewView();
  const planned = { ...view, sprint: view.sprint && { ...view.sprint, state: 'future' as const } };
  expect(slidesOf(reviewOf(planned, 1, null), 'Deck 7').map(({ id }) => id)).not.toContain('learned');
});

test.each([
  ['ArrowRight', 'next'],
  ['ArrowDown', 'next'],
  ['PageDown', 'next'],
  [' ', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowUp', 'previous'],
  ['PageUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['Escape', 'leave'],
  ['x', null],
  ['toString', null],
] as const)('%j asks for %j', (name, step) => {
  expect(stepOf(key(name))).toBe(step);
});

test('the blank goes back with shift, and what goes along with other keys is the browser’s', () => {
  expect(stepOf(key(' ', { shiftKey: true }))).toBe('previous');
  expect(stepOf(key('ArrowLeft', { altKey: true }))).toBeNull();
  expect(stepOf(key('End', { ctrlKey: true }))).toBeNull();
});

test('the ends hold', () => {
  expect(indexAfter('previous', 0, 4)).toBe(0);
  expect(indexAfter('next', 3, 4)).toBe(3);
  expect(indexAfter('last', 1, 4)).toBe(3);
  expect(indexAfter('first', 2, 4)).toBe(0);
});
