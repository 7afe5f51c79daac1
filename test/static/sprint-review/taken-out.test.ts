import type { IntentContinued } from '../../../src/contract/sprint-review';
import type { SprintIntentId } from '../../../src/domain/ids';
import { takenOut } from '../../../static/sprint-review/taken-out';
import { aDay, aKeyResultId } from '../../builders/okrs';
import { anAdvance, anIntent } from './some-work';

const [one, two, three] = ['kr0001', 'kr0002', 'kr0003'].map((ending) => aKeyResultId(ending));
const id = 'iaaaaaaaaa' as SprintIntentId;

test('says the next intent again without what was carried into it, and leaves to the app what is hidden', () => {
  const intent = anIntent(anAdvance({ keyResultId: one! }), anAdvance({ keyResultId: two! }))!;
  const continued: IntentContinued = {
    into: { kind: 'sprint', sprintId: 8, name: 'Deck 8' },
    intent: {
      ...intent,
      revision: 4,
      said: {
        ...intent.said,
        advances: [...intent.said.advances, { keyResultId: three!, hidden: true }],
      },
    },
    added: true,
  };
  expect(takenOut(continued, one!, id)).toEqual({
    id,
    place: { kind: 'sprint', sprintId: 8 },
    expectedRevision: 4,
    advances: [
      {
        keyResultId: two,
        change: 'shortening the payment form',
        movement: 10,
        visibleBy: '2026-02-14',
      },
    ],
  });
});

test('does the same to the intent of a period', () => {
  const into = { kind: 'period', boardId: 3, start: aDay('2026-03-02') } as const;
  const { place, advances } = takenOut(
    { into, intent: anIntent(anAdvance({ keyResultId: one! }))!, added: true },
    one!,
    id,
  );
  expect([place, advances]).toEqual([into, []]);
});
