import { fail } from '../../../src/contract/outcome';
import type { Figures } from '../../../src/domain/wsjf';
import type { FigureChange } from '../../../src/jira/wsjf-figures';
import { cellOf, createFiguresStore, type Edit, type FiguresStore } from '../../../static/wsjf/figures-store';

const ISSUE = '10001';
const CELL = cellOf(ISSUE, 'jobSize');

/** An issue's figures behind the store. `breaks` are what the next saves come to, in order. */
const aBackEnd = (start: Figures = {}) => {
  let there = start;
  const asked: FigureChange[] = [];
  const breaks: ('refuse' | 'lose-request' | 'lose-answer')[] = [];
  const write = ({ component, value }: FigureChange): void => {
    const { [component]: _gone, ...others } = there;
    there = value === null ? others : { ...others, [component]: value };
  };
  const api = {
    save: async (change: FigureChange): Promise<Figures> => {
      asked.push(change);
      const { component, expected, value } = change;
      const found = there[component] ?? null;
      if (found === value) return there;
      if (found !== expected) {
        return fail({ code: 'conflict', message: 'Somebody else changed it.', current: there });
      }
      const fault = breaks.shift();
      if (fault === 'refuse') return fail({ code: 'forbidden', message: 'Nothing was changed. No.' });
      if (fault !== 'lose-request') write(change);
      if (fault !== undefined) {
        return fail({ code: 'jira-unavailable', message: 'No answer.', undecided: true });
      }
      return there;
    },
    read: async () => there,
    rest: async () => undefined,
  };
  return { api, asked, breaks, write, there: () => there, set: (figures: Figures) => (there = figures) };
};

let behind: ReturnType<typeof aBackEnd>;
let store: FiguresStore;
beforeEach(() => {
  behind = aBackEnd();
  store = createFiguresStore(behind.api);
});

const edit = (): Edit | undefined => store.get().edits.get(CELL);
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Tries the edit again that was not saved. */
const again = async (): Promise<void> => {
  const failed = edit();
  if (failed === undefined || failed.state === 'saving') throw new Error('Nothing failed.');
  failed.retry();
  await settled();
};

test('a figure shows as being saved until it is, and can be undone then', async () => {
  const saved = store.change(ISSUE, 'jobSize', 8, {});
  expect(edit()).toMatchObject({ state: 'saving', value: 8 });
  await saved;
  expect(edit()).toBeUndefined();
  expect(store.get().known.get(ISSUE)).toEqual({ jobSize: 8 });
  expect(store.undo()).toMatchObject({ value: 8, expected: null });
  await settled();
  expect(behind.there()).toEqual({});
  expect(store.get()).toMatchObject({ done: [], last: { isUndo: true } });
  expect(store.undo()).toBeNull();
});

test('a figure that is given up while all are read again is given up, not taken for one that never was', async () => {
  await store.change(ISSUE, 'jobSize', 8, {});
  const mark = store.mark();
  const saved = store.change(ISSUE, 'jobSize', null, {});
  store.loaded(mark);
  await saved;
  expect(behind.there()).toEqual({});
});

test('changes of one issue follow one another, each on what the one before has left', async () => {
  await store.change(ISSUE, 'jobSize', 8, {});
  await Promise.all([store.change(ISSUE, 'jobSize', 13, {}), store.change(ISSUE, 'riskReduction', 2, {})]);
  expect(behind.there()).toEqual({ jobSize: 13, riskReduction: 2 });
  expect(behind.asked.map(({ expected, value }) => [expected, value])).toEqual([
    [null, 8],
    [8, 13],
    [null, 2],
  ]);
  store.undo();
  store.undo();
  await settled();
  expect(behind.there()).toEqual({ jobSize: 8 });
});

test('what was only passed on the way to another value is neither saved nor undone', async () => {
  await Promise.all(([1, 2, 3, 5] as const).map((value) => store.change(ISSUE, 'jobSize', value, {})));
  expect(behind.asked.map(({ value }) => value)).toEqual([5]);
  expect(store.get().done).toHaveLength(1);
  await Promise.all(([8, 5] as const).map((value) => store.change(ISSUE, 'jobSize', value, {})));
  expect(behind.asked).toHaveLength(1);
  expect(edit()).toBeUndefined();
});

test('what was refused is kept, with why, and saved when it is tried again', async () => {
  behind.breaks.push('refuse');
  await store.change(ISSUE, 'jobSize', 8, {});
  expect(edit()).toMatchObject({ state: 'failed', value: 8, problem: { code: 'forbidden' } });
  expect(store.get().done).toEqual([]);
  await again();
  expect(edit()).toBeUndefined();
  expect(behind.there()).toEqual({ jobSize: 8 });
});

test('what was refused is tried again on what was known then, also after all were read again', async () => {
  await store.change(ISSUE, 'jobSize', 8, {});
  behind.breaks.push('refuse');
  await store.change(ISSUE, 'jobSize', 13, {});
  store.loaded(store.mark());
  await again();
  expect(edit()).toBeUndefined();
  expect(behind.there()).toEqual({ jobSize: 13 });
});

test('what somebody else gave meanwhile is told and shown, and gives way only when it is asked to', async () => {
  behind.set({ jobSize: 3 });
  await store.change(ISSUE, 'jobSize', 8, {});
  expect(edit()).toMatchObject({ state: 'conflict', value: 8 });
  expect(store.get().known.get(ISSUE)).toEqual({ jobSize: 3 });
  await again();
  expect(behind.there()).toEqual({ jobSize: 8 });
});

test('what somebody else gave gives way when it is asked to, also after all were read again', async () => {
  behind.set({ jobSize: 5 });
  await store.change(ISSUE, 'jobSize', 8, {});
  store.loaded(store.mark());
  await again();
  expect(edit()).toBeUndefined();
  expect(behind.there()).toEqual({ jobSize: 8 });
});

test('an own figure whose answer got lost is not taken for somebody else’s', async () => {
  behind.breaks.push('lose-answer');
  await store.change(ISSUE, 'jobSize', 8, {});
  expect(edit()).toMatchObject({ state: 'failed', problem: { undecided: true } });
  await store.change(ISSUE, 'jobSize', 13, {});
  expect(edit()).toBeUndefined();
  expect(behind.there()).toEqual({ jobSize: 13 });
});

test('while it is not known whether a figure was saved, a later refusal does not say that nothing was changed', async () => {
  behind.breaks.push('lose-request', 'refuse');
  await store.change(ISSUE, 'jobSize', 8, {});
  await again();
  const failed = edit();
  expect(failed).toMatchObject({ state: 'failed', problem: { undecided: true } });
  expect((failed as { problem: { message: string } }).problem.message).not.toContain('Nothing was changed');
});

test('one that is given up while it is not known whether it was saved is read again', async () => {
  behind.breaks.push('lose-answer');
  await store.change(ISSUE, 'jobSize', 8, {});
  await store.discard(edit()!);
  expect(edit()).toBeUndefined();
  expect(store.get().known.get(ISSUE)).toEqual({ jobSize: 8 });
});

test('undoing does not undo what somebody else gave since', async () => {
  await store.change(ISSUE, 'jobSize', 8, {});
  behind.set({ jobSize: 3 });
  store.undo();
  await settled();
  expect(behind.there()).toEqual({ jobSize: 3 });
  expect(edit()).toMatchObject({ state: 'conflict' });
});

test('what is loaded anew takes the place of what was known before, not of what was saved meanwhile', async () => {
  await store.change(ISSUE, 'jobSize', 8, {});
  const mark = store.mark();
  await store.change('10002', 'jobSize', 5, {});
  store.loaded(mark);
  expect([...store.get().known.keys()]).toEqual(['10002']);
});

test('undoing takes back what was chosen last, also while that is still being saved', async () => {
  await store.change(ISSUE, 'riskReduction', 3, {});
  const saved = store.change(ISSUE, 'jobSize', 8, {});
  expect(store.undo()).toBeNull();
  await saved;
  await settled();
  expect(behind.there()).toEqual({ riskReduction: 3 });
  expect(store.get().done).toMatchObject([{ component: 'riskReduction' }]);
});

test('undoing what is still being saved, and then is not, takes back nothing else', async () => {
  await store.change(ISSUE, 'riskReduction', 3, {});
  behind.breaks.push('refuse');
  const saved = store.change(ISSUE, 'jobSize', 8, {});
  store.undo();
  await saved;
  await settled();
  expect(behind.there()).toEqual({ riskReduction: 3 });
  expect(edit()).toMatchObject({ state: 'failed' });
});
