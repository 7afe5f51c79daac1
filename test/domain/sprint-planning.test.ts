import fc from 'fast-check';
import { addDays, daysBetween, type IsoDate, type IsoInstant } from '../../src/domain/dates';
import type { WorkItem } from '../../src/domain/delivery';
import { focusOf, focusShareOf, standsTo } from '../../src/domain/focus-share';
import type { KeyResultId, ProjectId, SprintIntentId } from '../../src/domain/ids';
import { intentSentence, type SentenceName } from '../../src/domain/intent-sentence';
import { beginsPeriod, periodOn, periodsBefore, RHYTHM_WEEKS } from '../../src/domain/period';
import { goalBelow, goalParts, sameGoal } from '../../src/domain/sprint-goal';
import {
  MOST_EARLIER,
  remarkOnMovement,
  saidAnew,
  valueAfter,
  withValues,
  type Advance,
  type SprintIntent,
} from '../../src/domain/sprint-intent';
import { aDay, aKeyResultId } from '../builders/okrs';

const FIRST = aKeyResultId('kr0001');
const SECOND = aKeyResultId('kr0002');
const THIRD = aKeyResultId('kr0003');
const SPRINT = { kind: 'sprint', sprintId: 7 } as const;

const anAdvance = (over: Partial<Advance> = {}): Advance => ({
  keyResultId: FIRST,
  change: 'shortening the payment form',
  movement: -0.8,
  visibleBy: aDay('2026-12-04'),
  valueThen: 6,
  ...over,
});
const saidOf = (...advances: readonly Advance[]) => ({
  savedAt: '2026-11-21T09:00:00.000Z' as IsoInstant,
  advances,
});
const NAMES: Readonly<Record<string, SentenceName>> = {
  [FIRST]: { title: 'Median time from search to paid ticket', unit: 'minutes' },
  [SECOND]: { title: 'Passes bought online', unit: '%' },
  [THIRD]: { title: 'Calls', unit: '' },
};
const sentence = (...advances: readonly Advance[]) =>
  intentSentence(SPRINT, saidOf(...advances), (id) => NAMES[id] ?? null);

describe('the sentence of an intent', () => {
  it('says what moves, by what, how far and until when', () => {
    expect(sentence(anAdvance())).toBe(
      'This sprint advances “Median time from search to paid ticket” by shortening the payment form: 6 → 5.2 minutes, visible by 4 Dec.',
    );
  });

  it('joins several so that they read on', () => {
    const two = anAdvance({ keyResultId: SECOND, change: 'asking once.', movement: 5, valueThen: 40 });
    const three = anAdvance({
      keyResultId: THIRD,
      change: 'a call back',
      movement: -100,
      valueThen: 1250,
      visibleBy: aDay('2027-01-08'),
    });
    expect(sentence(anAdvance(), two)).toBe(
      'This sprint advances “Median time from search to paid ticket” by shortening the payment form: 6 → 5.2 minutes, visible by 4 Dec; and “Passes bought online” by asking once: 40 → 45%, visible by 4 Dec.',
    );
    expect(sentence(anAdvance(), two, three)).toMatch(
      /4 Dec; “Passes bought online” .* 4 Dec; and “Calls” by a call back: 1,250 → 1,150, visible by 8 Jan 2027\.$/,
    );
  });

  it('says of a value that is to stay that it stays, and writes a value below nought with a minus sign', () => {
    expect(sentence(anAdvance({ movement: 0 }))).toContain(': stays at 6 minutes,');
    expect(sentence(anAdvance({ movement: -7 }))).toContain(': 6 → −1 minutes,');
  });

  it('is of a period where there is no sprint, and nothing where nothing is said', () => {
    expect(intentSentence({ kind: 'period' }, saidOf(anAdvance()), () => null)).toMatch(
      /^This period advances /,
    );
    expect(sentence()).toBe('');
  });

  it('tells neither title nor value of what has no name here, and no word of what is hidden', () => {
    const words = intentSentence(SPRINT, saidOf(anAdvance()), () => null);
    expect(words).toBe('This sprint advances KR-KR0001 by shortening the payment form, visible by 4 Dec.');
    const hidden = { savedAt: saidOf().savedAt, advances: [{ keyResultId: FIRST, hidden: true as const }] };
    expect(intentSentence(SPRINT, hidden, () => null)).toBe('This sprint advances KR-KR0001.');
  });

  it('is one line, whatever was typed', () => {
    const text = fc.string({ minLength: 1, unit: fc.constantFrom('a', ' ', '\n', '\t', '“', '.') });
    fc.assert(
      fc.property(text, text, fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (change, title, movement) => {
        const words = intentSentence(SPRINT, saidOf(anAdvance({ change, movement })), () => ({
          title,
          unit: 'x',
        }));
        expect(words).not.toMatch(/[\n\t]/);
        expect(words.endsWith('.')).toBe(true);
      }),
    );
  });
});

describe('an expected movement', () => {
  const down = { baseline: 10, target: 5, unit: '' };
  const up = { baseline: 0, target: 100, unit: '' };

  it.each([
    ['towards the target', down, 6, -0.8, null],
    ['right to it', down, 6, -1, null],
    ['away from it', down, 6, 1, 'away-from-target'],
    ['away from one above', up, 50, -1, 'away-from-target'],
    ['beyond it', down, 6, -2, 'beyond-target'],
    ['beyond one above', up, 95, 10, 'beyond-target'],
    ['of nothing', up, 50, 0, 'no-movement'],
  ] as const)('%s is remarked on as it deserves', (_, metric, value, movement, remark) => {
    expect(remarkOnMovement(metric, value, movement)).toBe(remark);
  });

  it('leads to a value without dust', () => {
    expect(valueAfter({ valueThen: 6, movement: -0.8 })).toBe(5.2);
    expect(valueAfter({ valueThen: 0.1, movement: 0.2 })).toBe(0.3);
  });
});

describe('what was said before', () => {
  const place = { place: SPRINT, projectId: '1' as ProjectId };
  const said = (number: number) => ({
    ...saidOf(anAdvance({ movement: number })),
    id: `i${number}` as SprintIntentId,
  });

  it('is kept newest first, as often as it is kept at all, and the revision counts on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (times) => {
        let intent: SprintIntent | null = null;
        for (let number = 1; number <= times; number += 1) intent = saidAnew(intent, said(number), place);
        expect(intent?.revision).toBe(times);
        expect(intent?.said).toEqual(said(times));
        expect(intent?.earlier).toEqual(
          Array.from({ length: Math.min(times - 1, MOST_EARLIER) }, (_, index) => said(times - 1 - index)),
        );
      }),
    );
  });

  it('keeps its value as long as it is said unchanged', () => {
    const before = [anAdvance({ valueThen: 6 }), anAdvance({ keyResultId: SECOND, valueThen: 40 })];
    const typed = before.map(({ valueThen: _valueThen, ...advance }) => advance);
    const now = (id: KeyResultId): number => (id === FIRST ? 5.5 : 44);
    expect(withValues(typed, before, now)).toEqual(before);
    const changed = [typed[0]!, { ...typed[1]!, movement: 99 }, { ...typed[0]!, keyResultId: THIRD }];
    expect(withValues(changed, before, now).map(({ valueThen }) => valueThen)).toEqual([6, 44, 44]);
    const reworded = typed.map((one) => ({ ...one, change: 'another', visibleBy: aDay('2026-12-11') }));
    expect(withValues(reworded, before, now).map(({ valueThen }) => valueThen)).toEqual(
      before.map(({ valueThen }) => valueThen),
    );
  });
});

describe('a sprint’s goal', () => {
  const OURS = 'This sprint advances A.';

  it('is ours where this app composed it, with whatever stands above it as theirs', () => {
    expect(goalParts(OURS, [OURS])).toEqual({ theirs: '', ours: OURS });
    expect(goalParts(`Ship it\n${OURS}`, ['Other.', OURS])).toEqual({ theirs: 'Ship it', ours: OURS });
    expect(goalParts(`Ship it\r\n${OURS} `, [OURS])).toEqual({ theirs: 'Ship it', ours: OURS });
  });

  it('is theirs where they wrote on in our line or below it, and nobody’s where it is empty', () => {
    for (const goal of [`Ship it. ${OURS}`, `${OURS}\nAnd more`, 'Ship it'])
      expect(goalParts(goal, [OURS, ''])).toEqual({ theirs: goal, ours: '' });
    expect(goalParts(null, [OURS])).toEqual({ theirs: '', ours: '' });
    expect(goalParts('  ', [''])).toEqual({ theirs: '', ours: '' });
  });

  it('loses nothing of theirs, and has ours once, however often ours is put below', () => {
    const lines = fc
      .array(fc.constantFrom('Ship', 'it', '', 'now'), { maxLength: 4 })
      .map((all) => all.join('\n'));
    const sentences = fc.array(fc.constantFrom('One.', 'Two.', 'Three.'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, sentences, (theirs, sayings) => {
        let goal = theirs;
        const composed: string[] = [];
        for (const ours of sayings) {
          composed.push(ours);
          goal = goalBelow(goalParts(goal, composed).theirs, ours);
        }
        expect(goal).toBe(goalBelow(theirs, sayings.at(-1)!));
        expect(sameGoal(goalParts(goal, composed).theirs, theirs)).toBe(true);
      }),
    );
  });
});

describe('periods', () => {
  const day = fc.integer({ min: -4000, max: 4000 }).map((days) => addDays(aDay('2026-01-01'), days));
  const rhythm = fc.record({ weeks: fc.constantFrom(...RHYTHM_WEEKS), firstDay: day });

  it('hold every day once, one after the other', () => {
    fc.assert(
      fc.property(rhythm, day, (every, one) => {
        const period = periodOn(every, one);
        expect(period.start <= one && one <= period.end).toBe(true);
        expect(daysBetween(period.start, period.end) + 1).toBe(every.weeks * 7);
        expect(periodOn(every, addDays(period.end, 1)).start).toBe(addDays(period.end, 1));
        expect(periodOn(every, period.start)).toEqual(period);
        expect(periodOn(every, period.end)).toEqual(period);
        expect(beginsPeriod(every, one)).toBe(one === period.start);
      }),
    );
  });

  it('begin on the rhythm’s own day, and those before lie end to end', () => {
    fc.assert(
      fc.property(rhythm, day, fc.integer({ min: 1, max: 8 }), (every, one, count) => {
        expect(beginsPeriod(every, every.firstDay)).toBe(true);
        const all = [periodOn(every, one), ...periodsBefore(every, periodOn(every, one), count)];
        expect(all).toHaveLength(count + 1);
        for (const [index, { start }] of all.slice(0, -1).entries())
          expect(all[index + 1]!.end).toBe(addDays(start, -1) as IsoDate);
      }),
    );
  });
});

describe('the focus of work', () => {
  const ids = [FIRST, SECOND, THIRD];
  const tag = fc.oneof(
    fc.constant(null),
    fc.constant({ tag: { state: 'exempt', reason: 'bug', note: '' } as const, inheritedFrom: null }),
    fc
      .subarray(ids, { minLength: 1 })
      .map((keyResults) => ({ tag: { state: 'tagged' as const, keyResults }, inheritedFrom: null })),
  );
  const work: fc.Arbitrary<WorkItem[]> = fc
    .array(fc.record({ done: fc.boolean(), points: fc.option(fc.integer({ min: 0, max: 13 })), tag }), {
      maxLength: 20,
    })
    .map((items) => items.map((item, index) => ({ ...item, id: String(index) })));

  it('counts every issue once in the whole, and whole for each key result that it serves', () => {
    fc.assert(
      fc.property(work, (items) => {
        const share = focusShareOf(items);
        expect(share.tagged + share.exempt + share.untagged).toBe(share.total);
        const alone = share.keyResults.reduce((sum, one) => sum + one.alone, 0);
        expect(alone + share.several).toBe(share.tagged);
        for (const { whole, alone: own } of share.keyResults) {
          expect(own).toBeLessThanOrEqual(whole);
          expect(whole).toBeLessThanOrEqual(share.tagged);
        }
        const focus = focusOf(share);
        expect(focus === null ? share.total === 0 : focus >= 0 && focus <= 1).toBe(true);
      }),
    );
  });

  it('is in points where anything is estimated, else in items', () => {
    const item = (points: number | null): WorkItem => ({
      id: String(points),
      done: false,
      points,
      tag: null,
    });
    expect(focusShareOf([item(3), item(null)])).toMatchObject({ measure: 'points', total: 3 });
    expect(focusShareOf([item(null)])).toMatchObject({ measure: 'items', total: 1 });
    expect(focusShareOf([item(null)], 'points')).toMatchObject({ total: 0 });
    expect(focusOf({ tagged: 0, total: 0 })).toBeNull();
  });

  it('stands to the band as it reads in whole percents', () => {
    const band = { low: 0.6, high: 0.8 };
    expect([0.594, 0.596, 0.6, 0.8, 0.804, 0.806].map((share) => standsTo(band, share))).toEqual([
      'below',
      'within',
      'within',
      'within',
      'within',
      'above',
    ]);
  });
});
