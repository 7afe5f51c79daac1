import { addressOf, openedAt, type OpenParts } from '../../../static/project-page/part-addresses';

const isPart = (name: string): boolean => ['', 'review', 'planning'].includes(name);
const go = (...addresses: readonly string[]): OpenParts | null =>
  addresses.reduce<OpenParts | null>((before, address) => openedAt(before, address, isPart), null);

test('an address leads to a part and to a place within it', () => {
  const parts = go('review/1/7');
  expect(parts?.shown).toBe('review');
  expect(parts?.paths.get('review')).toBe('1/7');
});

test('what names no part leads to the first', () => {
  expect(go('objective/7')).toEqual({ shown: '', paths: new Map([['', '']]) });
});

test('a part that was left stays where it stood, and its address leads back there', () => {
  const parts = go('', 'review/1/7', 'planning');
  expect(parts?.shown).toBe('planning');
  expect(addressOf('review', parts?.paths.get('review'))).toBe('review/1/7');
});

test('going back within a part is a place like any other', () => {
  expect(go('review', 'review/1/7', 'review')?.paths.get('review')).toBe('');
  expect(addressOf('review', '')).toBe('review');
});
