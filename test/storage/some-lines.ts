import fc from 'fast-check';
import type { KeyResultId } from '../../src/domain/ids';
import type { LedgerTag, StartLine, TaggedLine } from '../../src/domain/sprint-ledger';
import { EXEMPTION_REASONS, MOST_KEY_RESULTS } from '../../src/domain/tag';

/** Lines as chance has them: few tags in many lines, estimates of every kind that JSON keeps. */

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const letters = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: length, maxLength: length });

const keyResultId = fc
  .tuple(letters(9), letters(6))
  .map(([objective, ending]) => `o${objective}-${ending}` as KeyResultId);

const tag: fc.Arbitrary<LedgerTag> = fc.oneof(
  fc.record({
    state: fc.constant('tagged' as const),
    keyResults: fc.uniqueArray(keyResultId, { minLength: 1, maxLength: MOST_KEY_RESULTS }),
    inherited: fc.boolean(),
  }),
  fc.record({
    state: fc.constant('exempt' as const),
    reason: fc.constantFrom(...EXEMPTION_REASONS),
    inherited: fc.boolean(),
  }),
);

// JSON has no negative zero.
const points = fc.option(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
);
const issueId = fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map(String);

const withTags = <Line>(lineOf: (tag: fc.Arbitrary<LedgerTag | null>) => fc.Arbitrary<Line>) =>
  fc
    .array(tag, { minLength: 1, maxLength: 4 })
    .chain((tags) => fc.array(lineOf(fc.option(fc.constantFrom(...tags))), { maxLength: 40 }));

export const someLines: fc.Arbitrary<TaggedLine[]> = withTags((anyTag) =>
  fc.record(
    {
      issueId,
      entrance: fc.constantFrom('committed', 'added', 'done-before-start'),
      outcome: fc.constantFrom('completed', 'not-completed', 'removed', 'completed-elsewhere'),
      initialPoints: points,
      finalPoints: points,
      tag: anyTag,
      tagAtStart: anyTag,
    },
    { requiredKeys: ['issueId', 'entrance', 'outcome', 'initialPoints', 'finalPoints', 'tag'] },
  ),
);

export const someStartLines: fc.Arbitrary<StartLine[]> = withTags((anyTag) =>
  fc.record({ issueId, points, done: fc.boolean(), tag: anyTag }),
);

/** So many lines, each with tags of its own that are as long as they get. */
export const longestLines = (count: number): TaggedLine[] =>
  Array.from({ length: count }, (_, index) => {
    const idOf = (number: number) =>
      `o${String(index).padStart(9, '0')}-${String(number).padStart(6, '0')}` as KeyResultId;
    const tagOf = (first: number): LedgerTag => ({
      state: 'tagged',
      keyResults: Array.from({ length: MOST_KEY_RESULTS }, (__, number) => idOf(first + number)),
      inherited: false,
    });
    return {
      issueId: String(10n ** 17n + BigInt(index)),
      entrance: 'done-before-start',
      outcome: 'completed-elsewhere',
      initialPoints: -1.2345678901234567e-100,
      finalPoints: -1.2345678901234567e-100,
      tag: tagOf(0),
      tagAtStart: tagOf(MOST_KEY_RESULTS),
    };
  });
