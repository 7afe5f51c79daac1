import fc from 'fast-check';
import type { CycleId, KeyResultId } from '../../src/domain/ids';
import { misplacedTags, standingsOf } from '../../src/domain/standing';
import { aCycle, aKeyResult, aKeyResultId, anObjective } from '../builders/okrs';

const inCycle = (cycle: string, ending: string, fields: { archived?: boolean; dropped?: boolean } = {}) =>
  anObjective({
    cycleId: cycle as CycleId,
    archived: fields.archived ?? false,
    keyResults: [aKeyResult({ id: aKeyResultId(ending), archived: fields.dropped ?? false })],
  });

const okrs = {
  cycles: [
    aCycle({ id: 'cactive00' as CycleId }),
    aCycle({ id: 'cclosed00' as CycleId, state: 'closed' }),
    aCycle({ id: 'cdraft000' as CycleId, state: 'draft' }),
  ],
  objectives: [
    inCycle('cactive00', 'active'),
    inCycle('cclosed00', 'closed'),
    inCycle('cdraft000', 'drafts'),
    inCycle('cactive00', 'dropkr', { dropped: true }),
    inCycle('cactive00', 'dropob', { archived: true }),
    inCycle('cclosed00', 'droppd', { dropped: true }),
    inCycle('chidden00', 'nocycl'),
  ],
};

test.each([
  ['in an active cycle', 'active', 'active'],
  ['in a closed cycle', 'closed', 'closed'],
  ['in a cycle that is a draft', 'drafts', 'not-started'],
  ['archived itself', 'dropkr', 'archived'],
  ['archived with its objective', 'dropob', 'archived'],
  ['archived before its cycle was closed', 'droppd', 'archived'],
  ['of a cycle that nobody told', 'nocycl', 'not-visible'],
  ['that is unknown or hidden', 'zzzzzz', 'not-visible'],
])('the standing of a key result %s', (_what, ending, standing) => {
  expect(standingsOf(okrs)(aKeyResultId(ending))).toBe(standing);
});

test('a tag is misplaced by each key result that is not worked on, own or inherited', () => {
  const serving = (...endings: string[]) => ({
    state: 'tagged' as const,
    keyResults: endings.map((ending) => aKeyResultId(ending)),
  });
  const issues = [
    { id: '1', tag: { tag: serving('active'), inheritedFrom: null } },
    { id: '2', tag: { tag: serving('closed', 'active', 'zzzzzz'), inheritedFrom: null } },
    { id: '3', tag: { tag: serving('dropkr'), inheritedFrom: 'BOOK-9' } },
    {
      id: '4',
      tag: { tag: { state: 'exempt' as const, reason: 'bug' as const, note: '' }, inheritedFrom: null },
    },
    { id: '5', tag: null },
  ];
  expect(misplacedTags(issues, okrs)).toEqual([
    { issueId: '2', keyResultId: aKeyResultId('closed'), standing: 'closed', inheritedFrom: null },
    { issueId: '2', keyResultId: aKeyResultId('zzzzzz'), standing: 'not-visible', inheritedFrom: null },
    { issueId: '3', keyResultId: aKeyResultId('dropkr'), standing: 'archived', inheritedFrom: 'BOOK-9' },
  ]);
});

test('what is shown of a hidden key result does not differ from that of none, whatever its id', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      fc.pre(!okrs.objectives.some(({ keyResults }) => keyResults.some((known) => known.id === id)));
      expect(standingsOf(okrs)(id as KeyResultId)).toBe('not-visible');
    }),
  );
});
