import fc from 'fast-check';
import { fileName } from '../../../../static/sprint-review/export/file-name';
import { aDay } from '../../../builders/okrs';
import { hostileText } from '../../../fuzz/hostile-text';

test('names the sprint and its last day', () => {
  expect(fileName({ name: 'Deck 7 / Übergabe', end: aDay('2026-02-14') }, '.md')).toBe(
    'sprint-review-deck-7-übergabe-2026-02-14.md',
  );
  expect(fileName({ name: '🚢', end: null }, '-issues.csv')).toBe('sprint-review-issues.csv');
});

test('has nothing in it that a file system could take for anything else', () => {
  fc.assert(
    fc.property(hostileText(200), (name) => {
      expect(fileName({ name, end: null }, '.md')).toMatch(/^sprint-review(-[\p{L}\p{N}-]+)?\.md$/u);
    }),
  );
});
