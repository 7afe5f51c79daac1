import { reachInWords } from '../../../static/issue-panel/reach';

test.each([
  [{ open: 23, decided: 4 }, 'Covers 23 open issues, 4 have tags of their own'],
  [{ open: 23, decided: 1 }, 'Covers 23 open issues, 1 has a tag of its own'],
  [{ open: 1234, decided: 0 }, 'Covers 1,234 open issues'],
  [{ open: 1, decided: 1 }, 'Covers 1 open issue, which has a tag of its own'],
  [{ open: 3, decided: 3 }, 'Covers 3 open issues, all have tags of their own'],
  [{ open: 0, decided: 0 }, 'Covers no open issue yet'],
])('what a tag covers: %j reads %s', (reach, words) => {
  expect(reachInWords(reach, true)).toBe(words);
});

test('where there is no tag yet, it is said of one that there may be', () => {
  expect(reachInWords({ open: 2, decided: 0 }, false)).toBe('A tag here covers 2 open issues');
});
