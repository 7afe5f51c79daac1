import fc from 'fast-check';
import { sharesOf } from '../../../static/sprint-review/shares';
import { aKeyResultId } from '../../builders/okrs';
import { aSprintIssue, exemptTag, servingTag } from './some-work';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');

test('counts an issue that serves two key results once', () => {
  const { all, tagged } = sharesOf([aSprintIssue({ points: 5, tag: servingTag([one, two]) })]);
  expect([all.items, all.points, tagged.items, tagged.points]).toEqual([1, 5, 1, 5]);
});

test('says how much of the tagged work has its tag from a parent', () => {
  const work = [
    aSprintIssue({ id: '1', points: 2, tag: servingTag([one], 'BILL-90') }),
    aSprintIssue({ id: '2', points: 6, tag: servingTag([one]) }),
  ];
  expect(sharesOf(work).inherited).toMatchObject({ items: 1, points: 2, ofItems: 0.5, ofPoints: 0.25 });
});

test('splits exempt work by reason and leaves out reasons that nobody gave', () => {
  const work = [
    aSprintIssue({ id: '1', tag: exemptTag('bug') }),
    aSprintIssue({ id: '2', tag: exemptTag('tech-debt') }),
    aSprintIssue({ id: '3', tag: exemptTag('bug') }),
  ];
  const reasons = sharesOf(work).reasons.map(({ reason, share }) => [reason, share.items]);
  expect(reasons).toEqual([
    ['tech-debt', 1],
    ['bug', 2],
  ]);
});

test('has no shares of nothing', () => {
  expect(sharesOf([]).tagged).toMatchObject({ items: 0, points: 0, ofItems: 0, ofPoints: 0 });
});

test('puts every issue in exactly one of tagged, exempt and untagged', () => {
  const anyTag = fc.constantFrom(
    null,
    servingTag([one]),
    servingTag([one, two], 'BILL-90'),
    exemptTag('other'),
  );
  const anyWork = fc
    .array(fc.record({ tag: anyTag, points: fc.option(fc.integer({ min: 0, max: 13 })) }))
    .map((items) => items.map((fields, index) => aSprintIssue({ id: String(index), ...fields })));
  fc.assert(
    fc.property(anyWork, (work) => {
      const { all, tagged, exempt, untagged } = sharesOf(work);
      expect(tagged.items + exempt.items + untagged.items).toBe(all.items);
      expect(tagged.points + exempt.points + untagged.points).toBe(all.points);
      expect(all.items).toBe(work.length);
    }),
  );
});
