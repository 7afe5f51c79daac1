import { lengthWords } from '../../../static/shared/length-words';

test.each([
  ['nothing of a text that is far from too long', 80, null],
  ['how long a text is that is nearly too long', 81, '81 of 100 characters'],
  ['the same of one that just fits', 100, '100 of 100 characters'],
  ['what to do about one that does not', 101, '101 of 100 characters: shorten it to save it'],
])('says %s', (_what, length, words) => {
  expect(lengthWords('x'.repeat(length), 100)).toBe(words);
});

test('does not count the spaces around a text, which are not saved', () => {
  expect(lengthWords(`${'x'.repeat(100)}      `, 100)).toBe('100 of 100 characters');
});
