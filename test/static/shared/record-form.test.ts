import { failure, success, type Outcome, type Problem } from '../../../src/contract/outcome';
import { createRecordForm } from '../../../static/shared/record-form';
import { countUnsaved } from '../../../static/shared/unsaved';

type Values = { readonly title: string; readonly target: string };
type Saved = Values & { readonly revision: number };

const BROKEN: Problem = { code: 'storage-unavailable', message: 'Try again.' };

/** A form over a record that a test can change behind its back, and whose saves can be made to fail. */
const aForm = (numbers: { readonly [path: string]: keyof Values } = {}) => {
  const told: string[] = [];
  const sent: [Values, number | null][] = [];
  const answers: (Outcome<Saved> | Promise<Outcome<Saved>>)[] = [];
  const form = createRecordForm<Values, Saved>({
    initial: { values: { title: 'Old', target: '1' }, revision: 3 },
    numbers,
    send: async (values, revision) => {
      sent.push([values, revision]);
      return answers.shift() ?? success({ ...values, revision: (revision ?? 0) + 1 });
    },
    read: ({ revision, ...values }) => ({ values, revision }),
    onSaved: ({ title }) => void told.push(`saved ${title}`),
    onClose: () => void told.push('closed'),
    onProblem: ({ message }) => void told.push(message),
    onUndecided: () => void told.push('read again'),
  });
  form.show(true);
  return { form, told, sent, answers };
};

describe('a form over a record', () => {
  it('holds what is typed as unsaved until it is saved, given up, or as it was', async () => {
    const { form, answers } = aForm();
    const before = countUnsaved();
    const seen: number[] = [];
    answers.push(failure(BROKEN));
    for (const act of [
      () => form.change({ title: 'New' }),
      () => form.change({ title: 'Old' }),
      () => form.change({ title: 'Newer' }),
      () => form.submit(),
      () => form.submit(),
    ]) {
      await act();
      seen.push(countUnsaved() - before);
    }
    expect(seen).toEqual([1, 0, 1, 1, 0]);
    const other = aForm().form;
    other.change({ title: 'New' });
    other.leave();
    expect(countUnsaved()).toBe(before);
  });

  it('holds nothing any more of a form that was given up while it saved, whatever becomes of that', async () => {
    const before = countUnsaved();
    const { form, answers } = aForm();
    answers.push(failure(BROKEN));
    form.change({ title: 'New' });
    const saving = form.submit();
    form.leave();
    await saving;
    expect(countUnsaved()).toBe(before);
  });

  it('keeps what was typed when the save fails, says so, and saves it at the next try', async () => {
    const { form, told, sent, answers } = aForm();
    answers.push(failure(BROKEN));
    form.change({ title: 'New' });
    await form.submit();
    expect(form.get()).toMatchObject({ values: { title: 'New' }, problem: BROKEN, isSaving: false });
    expect(told).toEqual([]);
    await form.submit();
    expect(told).toEqual(['closed', 'saved New']);
    expect(sent).toEqual([sent[0], sent[0]]);
  });

  it('says of a field that it is wrong until it is changed, and of others on', async () => {
    const { form, answers } = aForm({ 'metric.target': 'target' });
    const fields = { title: 'Give a title.', 'metric.target': 'Give a number.' };
    answers.push(failure({ code: 'invalid', message: 'Nothing was saved.', fields }));
    await form.submit();
    form.change({ target: '2' });
    expect(form.get().problem).toMatchObject({ fields: { title: 'Give a title.' } });
    expect(form.get().problem?.fields).not.toHaveProperty('metric.target');
    form.change({ title: 'New' });
    expect(form.get().problem).toBeNull();
  });

  describe('once the answer to a try got lost', () => {
    const lost: Problem = { code: 'unexpected', message: 'It may or may not have arrived.', undecided: true };
    const maybe = expect.stringContaining('may or may not have arrived');

    it('does not say that nothing was changed, whatever is refused later, until a success decides', async () => {
      const { form, told, answers } = aForm({ 'metric.target': 'target' });
      const refused = failure({ code: 'rate-limited', message: 'Busy. Nothing was changed.' });
      answers.push(failure(lost), refused, refused);
      await form.submit();
      for (const target of ['2', 'many', '3']) {
        form.change({ target });
        await form.submit();
        expect(form.get().problem).toMatchObject({ message: maybe });
        expect(form.get().problem?.message).not.toContain('Nothing was');
      }
      await form.submit();
      expect(form.get().problem).toBeNull();
      form.leave();
      expect(told).toEqual(['closed', 'saved Old']);
    });

    it('has the page read again when it is given up, also when a conflict has said what is saved', async () => {
      const { form, told, answers } = aForm();
      answers.push(failure(lost), failure({ code: 'conflict', message: 'Saved already.' }), failure(BROKEN));
      await form.submit();
      await form.submit();
      expect(form.get().problem?.message).toBe('Saved already.');
      await form.submit();
      expect(form.get().problem).toEqual(BROKEN);
      form.leave();
      expect(told).toEqual(['read again']);
    });

    it('has the page read again when it was given up before', async () => {
      const { form, told, answers } = aForm();
      answers.push(failure(lost));
      const saving = form.submit();
      form.leave();
      expect(told).toEqual([]);
      await saving;
      expect(told).toEqual([lost.message, 'read again']);
    });

    it('leaves the page alone when nothing was lost', async () => {
      const { form, told, answers } = aForm();
      answers.push(failure(BROKEN));
      await form.submit();
      form.leave();
      expect(told).toEqual([]);
    });
  });

  it('sends nothing while a number cannot be read', async () => {
    const { form, sent } = aForm({ 'metric.target': 'target' });
    form.change({ target: 'many' });
    await form.submit();
    expect(form.get().problem).toMatchObject({
      code: 'invalid',
      fields: { 'metric.target': expect.any(String) },
    });
    expect(sent).toEqual([]);
  });

  it('is not sent twice at a time', async () => {
    const { form, sent } = aForm();
    await Promise.all([form.submit(), form.submit()]);
    expect(sent).toHaveLength(1);
  });

  it('tells elsewhere of a save that failed while it was not on screen, and keeps what was typed', async () => {
    const { form, told, answers } = aForm();
    answers.push(failure(BROKEN));
    form.change({ title: 'New' });
    const saving = form.submit();
    form.show(false);
    await saving;
    expect(told).toEqual([BROKEN.message]);
    expect(form.get().values.title).toBe('New');
  });

  it('that was left while it saved shows what was saved, and closes nothing any more', async () => {
    const { form, told } = aForm();
    const saving = form.submit();
    form.leave();
    await saving;
    expect(told).toEqual(['saved Old']);
  });

  it('puts what was typed on top of what somebody else saved meanwhile, when asked to', async () => {
    const { form, sent, answers } = aForm();
    const theirs = { title: 'Old', target: '2', revision: 4 };
    answers.push(failure({ code: 'conflict', message: 'Changed.', current: theirs }));
    form.change({ title: 'New' });
    await form.submit();
    expect(form.conflict()).toEqual({
      theirs: { title: 'Old', target: '2' },
      merged: { title: 'New', target: '2' },
    });
    await form.applyMine();
    expect(sent.at(-1)).toEqual([{ title: 'New', target: '2' }, 4]);
  });

  it('takes what somebody else saved meanwhile, when asked to', async () => {
    const { form, told, answers } = aForm();
    const current = { title: 'Theirs', target: '2', revision: 4 };
    answers.push(failure({ code: 'conflict', message: 'Changed.', current }));
    await form.submit();
    form.takeTheirs();
    expect(told).toEqual(['closed', 'saved Theirs']);
  });
});
