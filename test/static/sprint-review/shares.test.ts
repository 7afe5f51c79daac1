import fc from 'fast-check';
import { deliveryOverSprint } from '../../../src/domain/ledger-sums';
import { measureOfParts, sharesOf, unestimatedIn } from '../../../static/sprint-review/shares';
import { aKeyResultId } from '../../builders/okrs';
import { aLine, anyLines, exemptTag, servingTag } from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');

test('counts an issue that serves two key results once', () => {
  const { all, tagged } = sharesOf([aLine({ finalPoints: 5, tag: servingTag([one, two]) })]);
  expect([all.items, all.points, tagged.items, tagged.points]).toEqual([1, 5, 1, 5]);
});

test('says how much of the tagged work has its tag from a parent', () => {
  const lines = [
    aLine({ issueId: '1', finalPoints: 2, tag: servingTag([one], true) }),
    aLine({ issueId: '2', finalPoints: 6, tag: servingTag([one]) }),
  ];
  expect(sharesOf(lines).inherited).toMatchObject({ items: 1, points: 2, ofItems: 0.5, ofPoints: 0.25 });
});

test('measures parts by points where the work has any, and says how many items are in no points', () => {
  const some = sharesOf([
    aLine({ issueId: '1', finalPoints: 2 }),
    aLine({ issueId: '2', finalPoints: null }),
    aLine({ issueId: '3', finalPoints: null, outcome: 'removed' }),
  ]);
  expect([measureOfParts(some), unestimatedIn(some)]).toEqual(['points', 1]);
  const none = sharesOf([
    aLine({ issueId: '1', finalPoints: null }),
    aLine({ issueId: '2', finalPoints: 0 }),
  ]);
  expect([measureOfParts(none), unestimatedIn(none)]).toEqual(['items', 1]);
});

test('splits exempt work by reason and leaves out reasons that nobody gave', () => {
  const lines = [
    aLine({ issueId: '1', tag: exemptTag('bug') }),
    aLine({ issueId: '2', tag: exemptTag('tech-debt') }),
    aLine({ issueId: '3', tag: exemptTag('bug') }),
  ];
  const reasons = sharesOf(lines).reasons.map(({ reason, share }) => [reason, share.items]);
  expect(reasons).toEqual([
    ['tech-debt', 1],
    ['bug', 2],
  ]);
});

test('leaves out what was removed and what was finished elsewhere', () => {
  const lines = [
    aLine({ issueId: '1', outcome: 'removed' }),
    aLine({ issueId: '2', outcome: 'completed-elsewhere' }),
    aLine({ issueId: '3', outcome: 'completed' }),
  ];
  expect(sharesOf(lines).untagged).toMatchObject({ items: 1, ofItems: 1 });
});

test('has no shares of nothing', () => {
  expect(sharesOf([]).tagged).toMatchObject({ items: 0, points: 0, ofItems: 0, ofPoints: 0 });
});

test('puts every issue that counts in exactly one of tagged, exempt and untagged, whatever the sprint', () => {
  fc.assert(
    fc.property(anyLines([one, two]), (lines) => {
      const { all, tagged, exempt, untagged, reasons } = sharesOf(lines);
      expect({ items: all.items, points: all.points }).toEqual(deliveryOverSprint(lines).now);
      expect(tagged.items + exempt.items + untagged.items).toBe(all.items);
      expect(tagged.points + exempt.points + untagged.points).toBe(all.points);
      expect(reasons.reduce((sum, { share }) => sum + share.items, 0)).toBe(exempt.items);
      expect(reasons.reduce((sum, { share }) => sum + share.points, 0)).toBe(exempt.points);
    }),
  );
});
