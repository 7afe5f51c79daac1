import { failure, success, type Outcome } from '../../../src/contract/outcome';
import type { IntentSaved, IntentView, SaveSprintIntent } from '../../../src/contract/sprint-planning';
import type { IsoInstant } from '../../../src/domain/dates';
import type { SprintIntentId } from '../../../src/domain/ids';
import { countUnsaved } from '../../../static/shared/unsaved';
import { createIntentForm } from '../../../static/sprint-planning/intent-form-store';
import { aDay, aKeyResultId } from '../../builders/okrs';

type Sent = Pick<SaveSprintIntent, 'id' | 'expectedRevision' | 'advances'>;

const anIntent = (over: Partial<IntentView> = {}): IntentView => ({
  revision: 3,
  said: {
    id: 'iaaaaaaaaa' as SprintIntentId,
    savedAt: '2026-11-21T09:00:00.000Z' as IsoInstant,
    advances: [
      {
        keyResultId: aKeyResultId(),
        change: 'less',
        movement: -0.8,
        visibleBy: aDay('2026-12-04'),
        valueThen: 6,
      },
    ],
  },
  earlier: [],
  ...over,
});

/** A form whose saves are answered one after the other. */
const aForm = (...answers: readonly Outcome<IntentSaved>[]) => {
  const sent: Sent[] = [];
  let ids = 0;
  const form = createIntentForm(
    async (payload) => {
      sent.push(payload);
      return answers[sent.length - 1]!;
    },
    () => `i${String((ids += 1)).padStart(9, '0')}` as SprintIntentId,
  );
  return { form, sent };
};
const LOST = failure({ code: 'unexpected', message: 'Lost.', undecided: true });
const SAVED = success({ intent: anIntent({ revision: 4 }) });

describe('the form of an intent', () => {
  it('holds what is typed as unsaved until it is saved or given up', async () => {
    const { form } = aForm(SAVED);
    const before = countUnsaved();
    const seen: number[] = [];
    for (const act of [
      () => form.open(anIntent(), ''),
      () => form.change(0, { change: 'more' }),
      () => form.cancel(),
      () => form.open(anIntent(), ''),
      () => form.change(0, { change: 'more' }),
      () => form.submit(),
    ]) {
      await act();
      seen.push(countUnsaved() - before);
    }
    expect(seen).toEqual([0, 1, 0, 0, 1, 0]);
  });

  it('opens with what was said, and with an empty row and the day of the end where nothing was', () => {
    const { form } = aForm();
    form.open(anIntent(), '2026-12-14');
    expect(form.get().rows).toMatchObject([{ change: 'less', movement: '-0.8', visibleBy: '2026-12-04' }]);
    form.cancel();
    form.open(null, '2026-12-14');
    expect(form.get().rows).toEqual([
      { row: 0, keyResultId: '', change: '', movement: '', visibleBy: '2026-12-14' },
    ]);
  });

  it('says what is missing, field by field, and sends nothing', async () => {
    const { form, sent } = aForm();
    form.open(null, '');
    form.change(0, { movement: '1.234' });
    await form.submit();
    expect(sent).toEqual([]);
    expect(Object.keys(form.get().problem?.fields ?? {})).toEqual([
      'advances.0.keyResultId',
      'advances.0.change',
      'advances.0.movement',
      'advances.0.visibleBy',
    ]);
  });

  it('tells what is wrong with a field until that is changed, and that nothing was saved until anything is', async () => {
    const { form } = aForm();
    form.open(null, '');
    await form.submit();
    form.change(0, { change: 'less' });
    expect(form.get().problem).toBeNull();
    expect(Object.keys(form.get().fields)).toEqual([
      'advances.0.keyResultId',
      'advances.0.movement',
      'advances.0.visibleBy',
    ]);
  });

  it('keeps all of what is too long or too large, and says so instead of sending it', async () => {
    const { form, sent } = aForm();
    form.open(anIntent(), '');
    form.change(0, { change: 'a'.repeat(230), movement: '99999999999999999999' });
    await form.submit();
    expect(sent).toEqual([]);
    expect(form.get().rows[0]!.change).toHaveLength(230);
    expect(form.get().fields).toEqual({
      'advances.0.change': 'Shorten what changes to 200 characters; it has 230.',
      'advances.0.movement': 'Give a number of at most 1,000,000,000,000.',
    });
  });

  it('sends what was typed at the revision it was made from, and closes', async () => {
    const { form, sent } = aForm(SAVED);
    form.open(anIntent(), '');
    form.change(0, { movement: '−1,5', change: ' more ' });
    expect(await form.submit()).toEqual(anIntent({ revision: 4 }));
    expect(sent).toMatchObject([{ expectedRevision: 3, advances: [{ movement: -1.5, change: 'more' }] }]);
    expect(form.get().isOpen).toBe(false);
  });

  it('keeps what was typed when a save is lost, and sends the same under the same id', async () => {
    const { form, sent } = aForm(LOST, LOST, SAVED);
    form.open(anIntent(), '');
    form.change(0, { change: 'more' });
    await form.submit();
    expect(form.get()).toMatchObject({ isOpen: true, isSaving: false, rows: [{ change: 'more' }] });
    await form.submit();
    form.change(0, { change: 'much more' });
    await form.submit();
    expect(sent.map(({ id }) => id)).toEqual(['i000000001', 'i000000001', 'i000000002']);
  });

  it('says, when it is given up, whether a save of it may have arrived', async () => {
    const { form } = aForm(LOST);
    form.open(anIntent(), '');
    expect(form.cancel()).toBe(false);
    form.open(anIntent(), '');
    await form.submit();
    expect(form.cancel()).toBe(true);
    expect(form.get()).toMatchObject({ isOpen: false, problem: null });
  });

  it('shows what somebody else said, and says mine instead only on request', async () => {
    const theirs = anIntent({ revision: 9 });
    const conflict = failure({ code: 'conflict', message: 'Changed.', current: { intent: theirs } });
    const { form, sent } = aForm(conflict, SAVED);
    form.open(anIntent(), '');
    await form.submit();
    expect(form.get().theirs).toEqual(theirs);
    await form.applyMine();
    expect(sent.map(({ expectedRevision }) => expectedRevision)).toEqual([3, 9]);
  });

  it('takes theirs and closes', async () => {
    const theirs = anIntent({ revision: 9 });
    const { form } = aForm(failure({ code: 'conflict', message: 'Changed.', current: { intent: theirs } }));
    form.open(anIntent(), '');
    await form.submit();
    expect(form.takeTheirs()).toEqual(theirs);
    expect(form.get().isOpen).toBe(false);
  });

  it('keeps what is typed while a save is under way, on top of what was saved', async () => {
    const { form, sent } = aForm(SAVED, SAVED);
    form.open(anIntent(), '');
    const saving = form.submit();
    form.change(0, { change: 'typed meanwhile' });
    expect(await saving).toEqual(anIntent({ revision: 4 }));
    expect(form.get()).toMatchObject({
      isOpen: true,
      isSaving: false,
      rows: [{ change: 'typed meanwhile' }],
      revision: 4,
    });
    await form.submit();
    expect(sent.map(({ expectedRevision }) => expectedRevision)).toEqual([3, 4]);
  });

  it('leaves a form that was opened anew alone when the save of an earlier one is answered', async () => {
    for (const answer of [SAVED, LOST]) {
      const { form } = aForm(answer);
      form.open(anIntent(), '');
      const saving = form.submit();
      expect(form.cancel()).toBe(true);
      form.open(anIntent(), '');
      form.change(0, { change: 'typed anew' });
      expect(await saving).toEqual(answer === SAVED ? anIntent({ revision: 4 }) : null);
      expect(form.get()).toMatchObject({ isOpen: true, problem: null, rows: [{ change: 'typed anew' }] });
    }
  });
});
