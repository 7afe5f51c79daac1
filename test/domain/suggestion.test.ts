import fc from 'fast-check';
import {
  createSuggester,
  MOST_SUGGESTIONS,
  type DecidedIssue,
  type UndecidedIssue,
} from '../../src/domain/suggestion';
import { reasonInWords, reasonsInWords } from '../../src/domain/suggestion-words';
import type { Tag } from '../../src/domain/tag';
import { aKeyResultId } from '../builders/okrs';

const one = aKeyResultId('kr0001');
const two = aKeyResultId('kr0002');
const three = aKeyResultId('kr0003');
const closed = aKeyResultId('kr9999');
const pickable = new Set([one, two, three]);

const serves = (...keyResults: (typeof one)[]): Tag => ({ state: 'tagged', keyResults });
const exempt = (reason: 'operations' | 'bug' = 'operations'): Tag => ({ state: 'exempt', reason, note: '' });

const undecided = (fields: Partial<UndecidedIssue> = {}): UndecidedIssue => ({
  id: '1',
  summary: '',
  parentId: null,
  place: null,
  ...fields,
});

const decided = (number: number, tag: Tag, fields: Partial<UndecidedIssue> = {}): DecidedIssue => ({
  ...undecided({ id: String(100 + number), ...fields }),
  key: `BOOK-${number}`,
  tag,
});

const suggest = (corpus: readonly DecidedIssue[], issue: Partial<UndecidedIssue>) =>
  createSuggester(corpus, pickable)(undecided(issue));

describe('what an issue may serve', () => {
  test('follows from what most others of its epic serve, and says how many do', () => {
    const corpus = [1, 2, 3, 4].map((n) => decided(n, serves(n === 4 ? two : one), { parentId: '50' }));
    expect(suggest(corpus, { parentId: '50' })).toEqual([
      {
        choice: { state: 'tagged', keyResultId: one },
        confidence: expect.closeTo(0.54),
        reasons: [{ from: 'siblings', count: 3, of: 4 }],
      },
    ]);
  });

  test('is nothing for an issue of another epic, or of none', () => {
    const corpus = [1, 2, 3].map((n) => decided(n, serves(one), { parentId: '50' }));
    expect(suggest(corpus, { parentId: '51' })).toEqual([]);
    expect(suggest(corpus, {})).toEqual([]);
  });

  test('is what its epic itself is decided to', () => {
    const [suggestion] = suggest([decided(7, serves(two), { id: '50' })], { parentId: '50' });
    expect(suggestion).toMatchObject({
      choice: { keyResultId: two },
      reasons: [{ from: 'epic', key: 'BOOK-7' }],
    });
  });

  test('is what its neighbours on both sides serve', () => {
    const corpus = [
      decided(1, serves(one), { place: 4 }),
      decided(2, serves(one), { place: 6 }),
      decided(3, serves(two), { place: 8 }),
    ];
    expect(suggest(corpus, { place: 5 })).toEqual([
      {
        choice: { state: 'tagged', keyResultId: one },
        confidence: 0.5,
        reasons: [{ from: 'neighbours', before: 'BOOK-1', after: 'BOOK-2' }],
      },
    ]);
  });

  test('is nothing where only one neighbour serves it, or both are far away', () => {
    expect(suggest([decided(1, serves(one), { place: 4 })], { place: 5 })).toEqual([]);
    const far = [decided(1, serves(one), { place: 2 }), decided(2, serves(one), { place: 8 })];
    expect(suggest(far, { place: 5 })).toEqual([]);
  });

  test('is what issues with similar words serve, in any language and whatever the case', () => {
    const corpus = [
      decided(1, serves(one), { summary: 'Buchungsübersicht lädt zu langsam' }),
      decided(2, serves(two), { summary: 'Neue Farben für den Kalender' }),
      decided(3, serves(three), { summary: '予約一覧の読み込みが遅い' }),
    ];
    expect(suggest(corpus, { summary: 'BUCHUNGSÜBERSICHT langsam am Montag' })).toMatchObject([
      { choice: { keyResultId: one }, reasons: [{ from: 'texts', keys: ['BOOK-1'] }] },
    ]);
    expect(suggest(corpus, { summary: '予約一覧が遅い' })).toMatchObject([
      { choice: { keyResultId: three } },
    ]);
  });

  test('is not judged by words that hold sentences together, nor by those that all texts have', () => {
    const corpus = Array.from({ length: 20 }, (_, n) =>
      decided(n, serves(n % 2 ? one : two), { summary: `Kunde möchte Sache${n} wegen Grund${n}` }),
    );
    expect(suggest(corpus, { summary: 'Kunde möchte wegen' })).toEqual([]);
    expect(
      suggest([decided(1, serves(one), { summary: 'What should they do about the export' })], {
        summary: 'What should they do about the roof',
      }),
    ).toEqual([]);
  });

  test('is surer where several signs agree, the strongest reason first', () => {
    const corpus = [
      decided(1, serves(one), { parentId: '50', place: 4, summary: 'Export invoices as a table' }),
      decided(2, serves(one), { parentId: '50', place: 9, summary: 'Roof terrace photos' }),
    ];
    const [suggestion] = suggest(corpus, { parentId: '50', place: 5, summary: 'Export invoices' });
    expect(suggestion!.reasons.map(({ from }) => from)).toEqual(['texts', 'siblings', 'neighbours']);
    const [alone] = suggest(corpus, { parentId: '50' });
    expect(suggestion!.confidence).toBeGreaterThan(alone!.confidence);
  });

  test('is at most two things, the surer first', () => {
    const corpus = [1, 2, 3, 4, 5, 6].map((n) =>
      decided(n, n > 4 ? serves(one) : serves(one, two, three), { parentId: '50' }),
    );
    const found = suggest(corpus, { parentId: '50' });
    expect(found.map(({ choice }) => choice)).toEqual([
      { state: 'tagged', keyResultId: one },
      { state: 'tagged', keyResultId: two },
    ]);
  });

  test('may be an exemption, with the reason that the others have', () => {
    const corpus = [1, 2, 3].map((n) => decided(n, exempt(), { parentId: '50' }));
    expect(suggest(corpus, { parentId: '50' })[0]!.choice).toEqual({ state: 'exempt', reason: 'operations' });
  });

  test('is never what may not be picked now, and that counts for nothing', () => {
    const corpus = [
      ...[1, 2, 3].map((n) => decided(n, serves(closed), { parentId: '50' })),
      decided(4, serves(one, closed), { parentId: '50' }),
    ];
    expect(suggest(corpus, { parentId: '50' })).toMatchObject([
      { choice: { keyResultId: one }, reasons: [{ from: 'siblings', count: 1, of: 1 }] },
    ]);
  });

  test('does not follow from what the issue itself was before', () => {
    const before = decided(1, serves(one), { id: '1', parentId: '50', place: 5, summary: 'Export invoices' });
    expect(suggest([before], { parentId: '50', place: 5, summary: 'Export invoices' })).toEqual([]);
  });
});

describe('whatever the issues are', () => {
  const tag = fc.oneof(
    fc.uniqueArray(fc.constantFrom(one, two, three, closed), { minLength: 1 }).map((ids) => serves(...ids)),
    fc.constantFrom(exempt(), exempt('bug')),
  );
  const words = fc
    .array(fc.constantFrom('export', 'invoice', 'roof', 'login', 'the'), { maxLength: 5 })
    .map((some) => some.join(' '));
  const issue = fc.record({
    id: fc.nat(40).map(String),
    summary: fc.oneof(words, fc.string({ unit: 'binary' })),
    parentId: fc.option(fc.constantFrom('1', '2', '50')),
    place: fc.option(fc.nat(40)),
  });
  const corpus = fc.array(
    fc.tuple(issue, tag).map(([fields, own]) => ({ ...fields, key: `BOOK-${fields.id}`, tag: own })),
    { maxLength: 40 },
  );

  test('their order does not matter', () => {
    fc.assert(
      fc.property(
        corpus.chain((issues) =>
          fc.tuple(fc.constant(issues), fc.shuffledSubarray(issues, { minLength: issues.length })),
        ),
        issue,
        ([issues, shuffled], asked) => {
          expect(createSuggester(shuffled, pickable)(asked)).toEqual(
            createSuggester(issues, pickable)(asked),
          );
        },
      ),
    );
  });

  test('only what may be picked is suggested, each once, at most two, with a reason', () => {
    fc.assert(
      fc.property(corpus, issue, fc.subarray([...pickable]), (issues, asked, some) => {
        const found = createSuggester(issues, new Set(some))(asked);
        expect(found.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
        expect(new Set(found.map(({ choice }) => JSON.stringify(choice))).size).toBe(found.length);
        for (const { choice, confidence, reasons } of found) {
          expect(choice.state === 'exempt' || some.includes(choice.keyResultId)).toBe(true);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          expect(reasonsInWords(reasons)).toMatch(/^\S.*\.$/);
        }
      }),
    );
  });

  test('no text is too odd or too long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.string({ unit: 'binary' }),
        (summaries, summary) => {
          const issues = summaries.map((text, n) => decided(n, serves(one), { summary: text }));
          expect(() => suggest(issues, { summary: summary.repeat(300) })).not.toThrow();
        },
      ),
    );
  });
});

describe('a reason in words', () => {
  test.each([
    [{ from: 'epic', key: 'BOOK-7' }, 'its epic, BOOK-7'],
    [{ from: 'siblings', count: 8, of: 9 }, '8 of 9 decided issues of its epic'],
    [{ from: 'siblings', count: 1, of: 1 }, 'the only decided issue of its epic'],
    [
      { from: 'neighbours', before: 'BOOK-1', after: 'BOOK-2' },
      'BOOK-1 just before it and BOOK-2 just after it',
    ],
    [{ from: 'neighbours', before: null, after: 'BOOK-2' }, 'BOOK-2 just after it'],
    [{ from: 'texts', keys: ['BOOK-1', 'BOOK-2'] }, 'similar to BOOK-1, BOOK-2'],
    [{ from: 'texts', keys: ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'] }, 'similar to A-1, A-2, A-3 and 2 more'],
  ] as const)('%j reads %s', (reason, words) => {
    expect(reasonInWords(reason)).toBe(words);
  });
});
