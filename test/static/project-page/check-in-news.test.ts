import { tellOfCheckIn, withCheckInNews } from '../../../static/project-page/check-in-news';
import type { CheckInId } from '../../../src/domain/ids';
import { aCheckIn, aDay, aKeyResultId } from '../../builders/okrs';

const keyResultId = aKeyResultId('kr0001');
const read = [
  aCheckIn({ id: 'first' as CheckInId, keyResultId, date: aDay('2026-01-05') }),
  aCheckIn({ id: 'third' as CheckInId, keyResultId, date: aDay('2026-02-09') }),
];

test('puts a check-in saved on this page into a history that does not know it yet, in its place, once', () => {
  expect(withCheckInNews(keyResultId, read)).toBe(read);
  const saved = aCheckIn({ id: 'second' as CheckInId, keyResultId, date: aDay('2026-01-12') });
  tellOfCheckIn(saved);
  const ids = (known: typeof read) => withCheckInNews(keyResultId, known).map(({ id }) => id);
  expect(ids(read)).toEqual(['first', 'second', 'third']);
  expect(ids([...read, saved])).toEqual(['first', 'third', 'second']);
  expect(withCheckInNews(aKeyResultId('kr0002'), [])).toEqual([]);
});
