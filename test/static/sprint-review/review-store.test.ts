import type { SprintReviewView } from '../../../src/contract/sprint-review';
import { createReviewStore, type ReviewReaders } from '../../../static/sprint-review/review-store';
import type { Problem } from '../../../src/contract/outcome';
import { fail } from '../../../src/contract/outcome';
import type { IsoInstant } from '../../../src/domain/dates';
import { aKeyResultId } from '../../builders/okrs';
import { aFrozenWork, aLine, aReviewView, aSeenKeyResult, aSeenObjective, servingTag } from './some-work';

const at = '2026-02-14T16:00:00.000Z' as IsoInstant;
const frozen = (lines = [aLine()]): SprintReviewView['ledger'] => ({
  state: 'closed',
  startedAt: at,
  closedAt: at,
  frozenAt: at,
  startWasFrozen: true,
  mayMissRemoved: false,
  lines,
});
const broken = (code: Problem['code']) => async () => fail({ code, message: `It is ${code}.` });
const rebuilt = { ...aFrozenWork([aLine()]), source: 'rebuilt' as const };

const storeOf = (readers: Partial<ReviewReaders>) =>
  createReviewStore(
    {
      loadView: async () => aReviewView(),
      readWork: async () => rebuilt,
      loadKeyResults: async () => ({ objectives: [], cycles: [], checkIns: {}, learnings: {} }),
      findSprint: broken('jira-unavailable'),
      ...readers,
    },
    () => 0,
  );
const shownBy = (store: ReturnType<typeof storeOf>) => {
  const { review } = store.get();
  return review.state === 'ready' ? review : null;
};

test('shows what was frozen at once and reads nothing else', async () => {
  const readWork = jest.fn();
  const store = storeOf({ loadView: async () => aReviewView({ ledger: frozen() }), readWork });
  await store.reload();
  expect(shownBy(store)).toMatchObject({ work: { state: 'ready', work: { source: 'frozen', lines: [{}] } } });
  expect(readWork).not.toHaveBeenCalled();
});

test('shows the values while the work is read, and how far that has come', async () => {
  const seen: unknown[] = [];
  const store = storeOf({
    readWork: async (_view, onIssues) => {
      onIssues(100);
      seen.push(shownBy(store)?.work);
      return rebuilt;
    },
  });
  await store.reload();
  expect(seen).toEqual([{ state: 'reading', loaded: 100 }]);
  expect(shownBy(store)?.work).toEqual({ state: 'ready', work: rebuilt });
});

test('asks once for the key results that the work serves and nobody named', async () => {
  const other = aKeyResultId('kr0009', 'obbbbbbbbb');
  const objective = aSeenObjective({
    id: 'obbbbbbbbb' as never,
    keyResults: [aSeenKeyResult({ id: other })],
  });
  const loadKeyResults = jest.fn(async () => ({
    objectives: [objective],
    cycles: [],
    checkIns: { [other]: [] },
    learnings: {},
  }));
  const lines = [aLine({ tag: servingTag([aKeyResultId(), other]) })];
  const store = storeOf({ readWork: async () => ({ ...rebuilt, lines }), loadKeyResults });
  await store.reload();
  expect(loadKeyResults.mock.calls).toEqual([[[other]]]);
  expect(shownBy(store)?.view.objectives.at(-1)).toBe(objective);
});

test('shows values without work where the work cannot be read, and reads it with the next look', async () => {
  let works = false;
  const store = storeOf({ readWork: async () => (works ? rebuilt : broken('jira-unavailable')()) });
  await store.reload();
  expect(shownBy(store)).toMatchObject({ valuesProblem: null, work: { state: 'error' } });
  works = true;
  await store.reload();
  expect(shownBy(store)?.work).toEqual({ state: 'ready', work: rebuilt });
});

test('shows work without values where the app does not answer', async () => {
  const alone = aReviewView({ objectives: [] });
  const store = storeOf({ loadView: broken('storage-unavailable'), findSprint: async () => alone });
  await store.reload();
  expect(shownBy(store)).toMatchObject({
    view: alone,
    valuesProblem: { code: 'storage-unavailable' },
    work: { state: 'ready' },
  });
});

test.each(['forbidden', 'not-found', 'invalid'] as const)(
  'shows nothing where it is %s to look, and does not ask Jira beside the app',
  async (code) => {
    const findSprint = jest.fn();
    const store = storeOf({ loadView: broken(code), findSprint });
    await store.reload();
    expect(store.get().review).toMatchObject({ state: 'error', problem: { code } });
    expect(findSprint).not.toHaveBeenCalled();
  },
);

test('tells what was wrong with the app when Jira cannot be asked either', async () => {
  const store = storeOf({ loadView: broken('unexpected') });
  await store.reload();
  expect(store.get().review).toMatchObject({ state: 'error', problem: { code: 'unexpected' } });
});

test('keeps what is known when a second look fails, whichever part of it', async () => {
  let works = true;
  const loadView = async () => (works ? aReviewView() : broken('unexpected')());
  const store = storeOf({ loadView });
  await store.reload();
  works = false;
  await store.reload();
  expect(shownBy(store)).toMatchObject({
    work: { state: 'ready' },
    freshness: { problem: { code: 'unexpected' } },
  });

  let answers = true;
  const other = storeOf({ readWork: async () => (answers ? rebuilt : broken('jira-unavailable')()) });
  await other.reload();
  answers = false;
  await other.reload();
  expect(shownBy(other)).toMatchObject({
    work: { state: 'ready' },
    freshness: { problem: { code: 'jira-unavailable' } },
  });
});

test('keeps what was saved while it was read again', async () => {
  let answer: (view: SprintReviewView) => void = () => undefined;
  const store = storeOf({ loadView: () => new Promise((resolve) => (answer = resolve)) });
  const reading = store.reload();
  answer(aReviewView({ ledger: frozen() }));
  await reading;
  const again = store.reload();
  store.change((view) => ({ ...view, learnings: { saved: [] } }));
  answer(aReviewView({ ledger: frozen() }));
  await again;
  expect(shownBy(store)?.view.learnings).toEqual({ saved: [] });
});

test('drops an answer that comes after a newer question', async () => {
  const answers: ((view: SprintReviewView) => void)[] = [];
  const store = storeOf({ loadView: () => new Promise((resolve) => answers.push(resolve)) });
  const first = store.reload();
  const second = store.reload();
  answers[1]?.(aReviewView({ ledger: frozen([aLine({ issueId: 'new' })]) }));
  await second;
  answers[0]?.(aReviewView({ ledger: frozen([aLine({ issueId: 'old' })]) }));
  await first;
  expect(shownBy(store)?.work).toMatchObject({ work: { lines: [{ issueId: 'new' }] } });
});

test('reads no work where there is nothing to review', async () => {
  const readWork = jest.fn();
  const store = storeOf({ loadView: async () => aReviewView({ sprint: null }), readWork });
  await store.reload();
  expect(readWork).not.toHaveBeenCalled();
});

test('reads once when it comes on the screen, and anew when it comes back', async () => {
  const loadView = jest.fn(async () => aReviewView());
  const store = storeOf({ loadView });
  await Promise.all([store.enter(), store.enter()]);
  expect(loadView).toHaveBeenCalledTimes(1);
  store.leave();
  expect(shownBy(store)).not.toBeNull();
  await store.enter();
  expect(loadView).toHaveBeenCalledTimes(2);
});

test('says that work could not be read where it was left while it was, and the next look fails', async () => {
  let works = true;
  const store = storeOf({
    loadView: async () => (works ? aReviewView() : broken('unexpected')()),
    readWork: () => new Promise(() => undefined),
  });
  void store.enter();
  await new Promise(setImmediate);
  expect(shownBy(store)?.work).toMatchObject({ state: 'reading' });
  store.leave();
  works = false;
  await store.enter();
  expect(shownBy(store)).toMatchObject({
    work: { state: 'error', problem: { code: 'unexpected' } },
    freshness: { problem: { code: 'unexpected' } },
  });
});
