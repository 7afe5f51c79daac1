import { aDay } from '../../builders/okrs';
import { addressOfChoice, readAddress } from '../../../static/sprint-review/review-address';

test.each([
  ['1', { boardId: 1, choice: { kind: 'sprint', sprintId: null } }],
  ['1/7', { boardId: 1, choice: { kind: 'sprint', sprintId: 7 } }],
  ['3/2026-02-16', { boardId: 3, choice: { kind: 'period', start: aDay('2026-02-16') } }],
] as const)('reads %s, and writes it the same', (path, address) => {
  expect(readAddress(path)).toEqual(address);
  expect(addressOfChoice(address.boardId, address.choice)).toBe(path);
});

test.each(['', 'x', '0', '-1', '1.5', '%3Cscript%3E', '__proto__/7'])('%j names no board', (path) => {
  expect(readAddress(path)).toBeNull();
});

test.each(['1/x', '1/2026-02-30', '1/0', '1/'])('of %j the board is taken', (path) => {
  expect(readAddress(path)).toEqual({ boardId: 1, choice: { kind: 'sprint', sprintId: null } });
});

test('a shown sprint or period has an address that stays', () => {
  expect(addressOfChoice(1, { kind: 'sprint', sprintId: 7 })).toBe('1/7');
  expect(addressOfChoice(3, { kind: 'period', start: aDay('2026-02-16') })).toBe('3/2026-02-16');
});
