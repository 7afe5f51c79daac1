import { createPanelStore } from '../../../static/issue-panel/panel-store';
import type { Panel } from '../../../static/issue-panel/panel';
import { failure, success, type Outcome, type Problem } from '../../../src/contract/outcome';
import type { TagSaved } from '../../../src/contract/issue-panel';
import type { Tag } from '../../../src/domain/tag';
import { aCycle, aKeyResultId } from '../../builders/okrs';
import { aPanel } from './a-panel';

const keyResultId = aKeyResultId('kr0001');
const tagged: Tag = { state: 'tagged', keyResults: [keyResultId] };
const exempt: Tag = { state: 'exempt', reason: 'bug', note: '' };
const add = { type: 'add', keyResultId } as const;

/** An issue that a test can change behind the panel's back, and whose saves can be made to fail. */
const aServer = (ownTag: Tag | null = null) => {
  const server = {
    ownTag,
    reads: 0,
    /** How many of the next saves fail. */
    faults: 0,
    now: 0,
  };
  const read = async (): Promise<Panel> => {
    server.reads += 1;
    return aPanel({ ownTag: server.ownTag });
  };
  const save = async (expected: Tag | null, wanted: Tag | null): Promise<Outcome<TagSaved>> => {
    if (server.faults > 0) {
      server.faults -= 1;
      return failure({ code: 'storage-unavailable', message: 'Try again.' });
    }
    return saveOn(server, expected, wanted);
  };
  return { server, store: createPanelStore({ read, save }, () => server.now, never) };
};

const saveOn = (
  server: { ownTag: Tag | null },
  expected: Tag | null,
  wanted: Tag | null,
): Outcome<TagSaved> => {
  if (JSON.stringify(server.ownTag) === JSON.stringify(wanted)) return success({ tag: wanted });
  if (JSON.stringify(server.ownTag) !== JSON.stringify(expected)) {
    return failure({ code: 'conflict', message: 'Changed.', current: { tag: server.ownTag } });
  }
  server.ownTag = wanted;
  return success({ tag: wanted });
};

/** In place of a timer, where a test is not about what comes later. */
const never = (): void => undefined;

const ownTagIn = (store: ReturnType<typeof createPanelStore>): Tag | null | undefined => {
  const { loadable } = store.getState();
  return loadable.state === 'ready' ? loadable.value.view.ownTag : undefined;
};

describe('the panel over its life', () => {
  it('shows what was saved, says what it was before, and reads again', async () => {
    const { server, store } = aServer();
    await store.load();
    expect(await store.save(add)).toEqual({ change: add, before: null, after: tagged });
    expect(ownTagIn(store)).toEqual(tagged);
    expect(store.getState()).toMatchObject({ saving: [], unsaved: [] });
    expect(server.reads).toBe(2);
  });

  it('keeps the choice of a save that failed, and saves it when asked again', async () => {
    const { server, store } = aServer();
    await store.load();
    server.faults = 1;
    expect(await store.save(add)).toBeNull();
    expect(store.getState()).toMatchObject({ saving: [], unsaved: [{ state: 'failed', change: add }] });
    expect(ownTagIn(store)).toBeNull();
    await store.save(add);
    expect(server.ownTag).toEqual(tagged);
    expect(store.getState().unsaved).toEqual([]);
  });

  it('shows a choice while it is being saved', async () => {
    const { store } = aServer();
    await store.load();
    const saved = store.save(add);
    expect(store.getState().saving).toEqual([add]);
    await saved;
    expect(store.getState().saving).toEqual([]);
  });

  it('keeps telling of a change that failed when a later one is saved, until it is saved or given up', async () => {
    const { server, store } = aServer();
    const [second, third] = ['kr0002', 'kr0003'].map(
      (ending) => ({ type: 'add', keyResultId: aKeyResultId(ending) }) as const,
    );
    await store.load();
    server.faults = 2;
    await Promise.all([store.save(add), store.save(second!), store.save(third!)]);
    expect(server.ownTag).toEqual({ state: 'tagged', keyResults: [third!.keyResultId] });
    expect(store.getState().unsaved.map(({ change }) => change)).toEqual([add, second]);
    await store.save(store.getState().unsaved[0]!.change);
    expect(server.ownTag).toEqual({ state: 'tagged', keyResults: [third!.keyResultId, keyResultId] });
    store.dismiss(second!);
    expect(store.getState().unsaved).toEqual([]);
  });

  it('shows what somebody else wrote meanwhile and writes nothing over it unasked', async () => {
    const { server, store } = aServer();
    await store.load();
    server.ownTag = exempt;
    expect(await store.save(add)).toBeNull();
    expect(store.getState().unsaved).toEqual([{ state: 'conflict', change: add }]);
    expect(ownTagIn(store)).toEqual(exempt);
    expect(server.ownTag).toEqual(exempt);
    await store.save(add);
    expect(server.ownTag).toEqual(tagged);
  });

  it('saves again what was saved when its answer got lost', async () => {
    const { server, store } = aServer();
    await store.load();
    server.ownTag = tagged;
    expect(await store.save(add)).toMatchObject({ after: tagged });
    expect(store.getState().unsaved).toEqual([]);
  });

  it('undoes only what it saved itself', async () => {
    const { server, store } = aServer(exempt);
    await store.load();
    const saved = await store.save(add);
    await store.save({ type: 'restore', tag: saved!.before }, saved!.after);
    expect(server.ownTag).toEqual(exempt);
    server.ownTag = null;
    expect(await store.save({ type: 'restore', tag: exempt }, tagged)).toBeNull();
    expect(server.ownTag).toBeNull();
  });

  it('looks once more when saves under way are over, and says when one of them has written over it', async () => {
    const server: { ownTag: Tag | null } = { ownTag: null };
    const due: { readonly look: () => void; readonly milliseconds: number }[] = [];
    const store = createPanelStore(
      {
        read: async () => aPanel({ ownTag: server.ownTag }),
        save: async (_expected, tag) => success({ tag: (server.ownTag = tag) }),
      },
      Date.now,
      (look, milliseconds) => due.push({ look, milliseconds }),
    );
    await store.load();
    await store.save(add);
    await new Promise((settled) => setTimeout(settled));
    server.ownTag = exempt;
    expect(due.map(({ milliseconds }) => milliseconds)).toEqual([26_000]);
    due[0]!.look();
    await new Promise((settled) => setTimeout(settled));
    expect(ownTagIn(store)).toEqual(exempt);
    expect(store.getState().changedMeanwhile).toBe(true);
    await store.save({ type: 'clear' });
    await new Promise((settled) => setTimeout(settled));
    server.ownTag = tagged;
    due[0]!.look();
    await new Promise((settled) => setTimeout(settled));
    expect(ownTagIn(store)).toBeNull();
  });

  it('saves two quick changes one after the other', async () => {
    const { server, store } = aServer();
    const second = aKeyResultId('kr0002');
    await store.load();
    await Promise.all([store.save(add), store.save({ type: 'add', keyResultId: second })]);
    expect(server.ownTag).toEqual({ state: 'tagged', keyResults: [keyResultId, second] });
  });

  it('looks again when somebody comes back, and says when something changed', async () => {
    const { server, store } = aServer();
    await store.load();
    server.ownTag = exempt;
    await store.lookAgain();
    expect(ownTagIn(store)).toBeNull();
    server.now = 60_000;
    await store.lookAgain();
    expect(ownTagIn(store)).toEqual(exempt);
    expect(store.getState().changedMeanwhile).toBe(true);
    store.dismiss(add);
    expect(store.getState().changedMeanwhile).toBe(false);
  });

  it('looks again at once after a look that failed', async () => {
    const source = { isDown: false, reads: 0, now: 0 };
    const store = createPanelStore(
      {
        read: async () => {
          source.reads += 1;
          return source.isDown ? Promise.reject(new Error('offline')) : aPanel();
        },
        save: async () => success({ tag: null }),
      },
      () => source.now,
    );
    await store.load();
    Object.assign(source, { isDown: true, now: 10_000 });
    await Promise.all([store.lookAgain(), store.lookAgain()]);
    expect(source.reads).toBe(2);
    source.isDown = false;
    await store.lookAgain();
    expect(store.getState().freshness?.problem).toBeNull();
    await store.lookAgain();
    expect(source.reads).toBe(3);
  });

  it('shows what it has when a second look fails', async () => {
    let fails = false;
    const store = createPanelStore(
      {
        read: async () => (fails ? Promise.reject(new Error('offline')) : aPanel({ ownTag: tagged })),
        save: async () => success({ tag: null }),
      },
      Date.now,
      never,
    );
    await store.load();
    fails = true;
    await store.save({ type: 'clear' });
    await new Promise((settled) => setTimeout(settled));
    expect(ownTagIn(store)).toBeNull();
    expect(store.getState().loadable).toMatchObject({ value: { inherited: { state: 'failed' } } });
  });

  it('says how old it is when it cannot be read again, and keeps the OKRs when only the issue can be', async () => {
    const source = { isDown: false, isWithoutOkrs: false, now: 1_000 };
    const problem = { code: 'storage-unavailable', message: 'Not now.' } as const;
    const cycle = aCycle();
    const store = createPanelStore(
      {
        read: async () => {
          if (source.isDown) throw new Error('offline');
          return aPanel(source.isWithoutOkrs ? { unavailable: problem } : { activeCycles: [cycle] });
        },
        save: async () => success({ tag: null }),
      },
      () => source.now,
    );
    await store.load();
    expect(store.getState().freshness).toEqual({ asOf: 1_000, problem: null });
    Object.assign(source, { isDown: true, now: 2_000 });
    const loading = store.load();
    expect(store.getState().loadable.state).toBe('ready');
    await loading;
    expect(store.getState().freshness).toMatchObject({ asOf: 1_000, problem: { code: 'unexpected' } });
    Object.assign(source, { isDown: false, isWithoutOkrs: true });
    await store.load();
    expect(store.getState()).toMatchObject({
      loadable: { value: { view: { activeCycles: [cycle], unavailable: null } } },
      freshness: { asOf: 1_000, problem },
    });
    source.isWithoutOkrs = false;
    await store.load();
    expect(store.getState().freshness).toEqual({ asOf: 2_000, problem: null });
  });

  describe('once the answer to a save got lost', () => {
    const lost: Problem = { code: 'unexpected', message: 'It may or may not have arrived.', undecided: true };

    /** A panel whose save of `add` was answered by nothing, and a server that has it or not. */
    const afterLoss = async (arrived: Tag | null) => {
      const server = {
        ownTag: null as Tag | null,
        isDown: false,
        answer: failure(lost) as Outcome<TagSaved>,
      };
      const store = createPanelStore(
        {
          read: async () =>
            server.isDown ? Promise.reject(new Error('offline')) : aPanel({ ownTag: server.ownTag }),
          save: async () => server.answer,
        },
        Date.now,
        never,
      );
      await store.load();
      server.ownTag = arrived;
      await store.save(add);
      return { server, store, change: store.getState().unsaved[0]!.change };
    };

    it('does not know whether it was saved, also when the next try is refused', async () => {
      const { server, store } = await afterLoss(tagged);
      expect(store.getState()).toMatchObject({ undecided: [add], unsaved: [{ problem: lost }] });
      server.answer = failure({ code: 'rate-limited', message: 'Busy. Nothing was changed.' });
      await store.save(add);
      expect(store.getState()).toMatchObject({
        undecided: [add],
        unsaved: [{ problem: { undecided: true, message: expect.stringContaining('may or may not') } }],
      });
      server.answer = success({ tag: tagged });
      await store.save(add);
      expect(store.getState()).toMatchObject({ undecided: [], unsaved: [] });
    });

    it.each([
      ['that it was', tagged],
      ['that it was not', null],
    ])('reads afresh when the choice is given up, and so finds %s', async (_found, arrived) => {
      const { store, change } = await afterLoss(arrived);
      store.dismiss(change);
      expect(store.getState()).toMatchObject({ undecided: [add], unsaved: [] });
      await new Promise((settled) => setTimeout(settled));
      expect(ownTagIn(store)).toEqual(arrived);
      expect(store.getState()).toMatchObject({ undecided: [], unsaved: [], changedMeanwhile: false });
    });

    it('goes on not knowing when it is given up and cannot be read, and says how old it is', async () => {
      const { server, store, change } = await afterLoss(tagged);
      server.isDown = true;
      store.dismiss(change);
      await new Promise((settled) => setTimeout(settled));
      expect(store.getState()).toMatchObject({
        undecided: [add],
        freshness: { problem: { code: 'unexpected' } },
      });
    });

    /** A panel whose first saves are answered by nothing, though some arrive. */
    const losing = async (arrives: readonly boolean[]) => {
      const server = { ownTag: null as Tag | null };
      const fates = [...arrives];
      const store = createPanelStore(
        {
          read: async () => aPanel({ ownTag: server.ownTag }),
          save: async (expected, wanted) => {
            const fate = fates.shift();
            if (fate === undefined) return saveOn(server, expected, wanted);
            if (fate) server.ownTag = wanted;
            return failure(lost);
          },
        },
        Date.now,
        never,
      );
      await store.load();
      return { server, store };
    };
    const second = { type: 'add', keyResultId: aKeyResultId('kr0002') } as const;
    const third = { type: 'add', keyResultId: aKeyResultId('kr0003') } as const;

    it('adds the next one to it when it was, and blames nobody', async () => {
      const { server, store } = await losing([true]);
      await store.save(add);
      expect(await store.save(second)).toMatchObject({ change: second, before: tagged });
      expect(server.ownTag).toEqual({ state: 'tagged', keyResults: [keyResultId, second.keyResultId] });
      expect(store.getState()).toMatchObject({ unsaved: [], undecided: [], changedMeanwhile: false });
    });

    it('adds the next one where of several only some were, and says which was not', async () => {
      const { server, store } = await losing([true, false]);
      await store.save(add);
      await store.save(second);
      await store.save(third);
      expect(server.ownTag).toEqual({ state: 'tagged', keyResults: [keyResultId, third.keyResultId] });
      expect(store.getState()).toMatchObject({
        undecided: [],
        unsaved: [
          { state: 'failed', change: second, problem: { message: expect.stringContaining('not arrived') } },
        ],
      });
    });

    it('still tells when somebody else changed it, and does not add to that unasked', async () => {
      const { server, store } = await losing([true]);
      await store.save(add);
      server.ownTag = exempt;
      expect(await store.save(second)).toBeNull();
      expect(server.ownTag).toEqual(exempt);
      expect(store.getState().unsaved).toContainEqual({ state: 'conflict', change: second });
    });

    it('tells what a look found of it', async () => {
      const arrived = await afterLoss(tagged);
      await arrived.store.load();
      expect(arrived.store.getState()).toMatchObject({ unsaved: [], changedMeanwhile: false });
      const missing = await afterLoss(null);
      await missing.store.load();
      const [unsaved] = missing.store.getState().unsaved;
      expect(unsaved).toMatchObject({
        change: add,
        problem: { message: expect.stringContaining('not arrived') },
      });
      expect(unsaved).not.toHaveProperty('problem.undecided');
      const other = await afterLoss(exempt);
      await other.store.load();
      expect(other.store.getState().changedMeanwhile).toBe(true);
    });
  });

  it('says why it cannot be loaded and loads when asked again', async () => {
    let fails = true;
    const store = createPanelStore({
      read: async () => (fails ? Promise.reject(new Error('offline')) : aPanel()),
      save: async () => success({ tag: null }),
    });
    await store.load();
    expect(store.getState().loadable).toMatchObject({ state: 'error', problem: { code: 'unexpected' } });
    fails = false;
    await store.load();
    expect(store.getState().loadable.state).toBe('ready');
  });
});
