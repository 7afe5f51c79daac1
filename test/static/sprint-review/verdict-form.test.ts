import type { Outcome } from '../../../src/contract/outcome';
import { failure, success } from '../../../src/contract/outcome';
import type { SaveVerdict, VerdictSaved } from '../../../src/contract/sprint-review';
import type { IsoInstant } from '../../../src/domain/dates';
import { withVerdict, verdictOn, type GivenVerdict } from '../../../src/domain/verdict';
import { countUnsaved } from '../../../static/shared/unsaved';
import { createVerdictForm } from '../../../static/sprint-review/verdict-form';
import { aDay, aKeyResultId } from '../../builders/okrs';
import { aVerdict } from './some-work';

const keyResultId = aKeyResultId();
const place = { kind: 'sprint', sprintId: 7 } as const;
const instant = (second: number): IsoInstant =>
  `2026-02-14T16:00:${String(second).padStart(2, '0')}.000Z` as IsoInstant;
const here = (fields: Partial<GivenVerdict> = {}): GivenVerdict =>
  aVerdict({ place, endedOn: aDay('2026-02-14'), savedAt: instant(0), ...fields });

/** A form over an app that keeps one verdict, as the app itself does. */
const given = (first: GivenVerdict | null) => {
  let kept = first;
  let shown = first;
  let second = 0;
  const sent: SaveVerdict[] = [];
  const undos: (() => Promise<void>)[] = [];
  const answer = (): VerdictSaved => ({ keyResultId, verdicts: withVerdict([], place, kept) });
  const form = createVerdictForm({
    keyResultId,
    place,
    given: () => shown,
    send: async (payload): Promise<Outcome<VerdictSaved>> => {
      sent.push(payload);
      if ((kept?.savedAt ?? null) !== payload.expectedSavedAt) {
        return failure({ code: 'conflict', message: 'Somebody was first.', current: answer() });
      }
      const { verdict, learning } = payload;
      kept = verdict && here({ verdict, learning, savedAt: instant((second += 1)) });
      return success(answer());
    },
    onSaved: (saved, _said, undo) => {
      shown = verdictOn(saved.verdicts, place);
      undos.push(undo);
    },
    onKnown: (known) => {
      shown = verdictOn(known.verdicts, place);
    },
  });
  return {
    form,
    sent,
    kept: () => kept,
    undos,
    undo: () => undos.at(-1)!(),
    bySomebodyElse: (theirs: GivenVerdict) => void (kept = theirs),
  };
};

test('gives a verdict with one press and the line as it is typed', async () => {
  const { form, kept } = given(null);
  form.type('  Nobody reads the hint ');
  await form.give('no-effect');
  expect(kept()).toMatchObject({ verdict: 'no-effect', learning: 'Nobody reads the hint' });
  expect(form.get()).toMatchObject({ typed: null, isSaving: false, problem: null });
});

test('keeps the line that is there when another verdict is given', async () => {
  const { form, kept } = given(here({ verdict: 'too-early', learning: 'Wait a week' }));
  await form.give('confirmed');
  expect(kept()).toMatchObject({ verdict: 'confirmed', learning: 'Wait a week' });
});

test('takes a verdict back, and has both as they were before on request', async () => {
  const { form, kept, undo } = given(here({ verdict: 'confirmed', learning: 'It helps' }));
  await form.give(null);
  expect(kept()).toBeNull();
  await undo();
  expect(kept()).toMatchObject({ verdict: 'confirmed', learning: 'It helps' });
});

test('takes back a first verdict on request', async () => {
  const { form, kept, undo } = given(null);
  await form.give('confirmed');
  await undo();
  expect(kept()).toBeNull();
});

test('takes back nothing that somebody else said since', async () => {
  const { form, kept, undo, bySomebodyElse } = given(null);
  await form.give('confirmed');
  const theirs = here({ verdict: 'no-effect', savedAt: instant(30) });
  bySomebodyElse(theirs);
  await undo();
  expect(kept()).toBe(theirs);
  expect(form.get().conflict).toMatchObject({ mine: { verdict: null }, theirs });
});

test('shows both when somebody else was first, and says mine in place of theirs on request', async () => {
  const { form, kept, bySomebodyElse } = given(null);
  const theirs = here({ verdict: 'confirmed', learning: 'It helps', savedAt: instant(30) });
  bySomebodyElse(theirs);
  form.type('It does not');
  await form.give('no-effect');
  expect(form.get()).toMatchObject({
    typed: 'It does not',
    conflict: { mine: { verdict: 'no-effect', learning: 'It does not' }, theirs },
  });
  expect(kept()).toBe(theirs);
  await form.applyMine();
  expect(kept()).toMatchObject({ verdict: 'no-effect', learning: 'It does not' });
  expect(form.get()).toMatchObject({ conflict: null, problem: null, typed: null });
});

test('takes theirs on request and gives up mine', async () => {
  const { form, kept, sent, bySomebodyElse } = given(null);
  const theirs = here({ verdict: 'confirmed', savedAt: instant(30) });
  bySomebodyElse(theirs);
  await form.give('no-effect');
  form.takeTheirs();
  expect(form.get()).toMatchObject({ conflict: null, problem: null, typed: null });
  expect([kept(), sent.length]).toEqual([theirs, 1]);
});

test('keeps what was typed when it cannot be saved, and while a save is on its way', async () => {
  let answer: (outcome: Outcome<VerdictSaved>) => void = () => undefined;
  const form = createVerdictForm({
    keyResultId,
    place,
    given: () => null,
    send: () => new Promise((resolve) => (answer = resolve)),
    onSaved: () => undefined,
    onKnown: () => undefined,
  });
  form.type('first');
  const saving = form.give('confirmed');
  form.type('first and more');
  answer(success({ keyResultId, verdicts: [] }));
  await saving;
  expect(form.get().typed).toBe('first and more');

  const again = form.give('confirmed');
  answer(failure({ code: 'storage-unavailable', message: 'Storage is away.' }));
  await again;
  expect(form.get()).toMatchObject({ typed: 'first and more', problem: { code: 'storage-unavailable' } });
});

test('holds what is typed as unsaved until it is saved, given up, or as it was', async () => {
  const { form } = given(here({ verdict: 'confirmed', learning: 'It helps' }));
  const before = countUnsaved();
  const seen: number[] = [];
  for (const act of [
    () => form.type('It helps a lot'),
    () => form.type('It helps '),
    () => form.type('It does not help'),
    () => form.give('no-effect'),
  ]) {
    await act();
    seen.push(countUnsaved() - before);
  }
  expect(seen).toEqual([1, 0, 1, 0]);
});

test('makes one line of what is pasted', () => {
  const { form } = given(null);
  form.type('It helps\r\nsometimes');
  expect(form.get().typed).toBe('It helps sometimes');
});

test('says what was pressed last where the one before is still on its way', async () => {
  const { form, kept, sent } = given(null);
  const both = [form.give('no-effect'), form.give('too-early'), form.give('confirmed')];
  expect(form.get().pending).toMatchObject({ verdict: 'confirmed' });
  await Promise.all(both);
  expect(kept()).toMatchObject({ verdict: 'confirmed' });
  expect(sent.map(({ verdict }) => verdict)).toEqual(['no-effect', 'confirmed']);
  expect(form.get()).toMatchObject({ pending: null, isSaving: false, conflict: null });
});

test('has it as it was before an earlier one on request, with what was said since by the same form', async () => {
  const { form, kept, undos } = given(here({ verdict: 'too-early', learning: 'Wait a week' }));
  await form.give('confirmed');
  await form.give('no-effect');
  await undos[0]!();
  expect(kept()).toMatchObject({ verdict: 'too-early', learning: 'Wait a week' });
});

test('keeps what is typed and not saved when the verdict is taken back', async () => {
  const { form, kept } = given(here({ verdict: 'confirmed', learning: 'It helps' }));
  form.type('It helps a lot');
  await form.give(null);
  expect([kept(), form.get().typed]).toEqual([null, 'It helps a lot']);
});
