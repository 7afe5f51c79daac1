import type { ContinueIntent } from '../../src/contract/sprint-review';
import type { KeyResultId, SprintIntentId } from '../../src/domain/ids';
import type { Advance } from '../../src/domain/sprint-intent';
import { aBoard, aSprint } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aDay } from '../builders/okrs';
import {
  aSaveCheckIn,
  aSaveKeyResult,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';

const CLOSED = { kind: 'sprint', sprintId: 1 } as const;
const RUNNING = { kind: 'sprint', sprintId: 2 } as const;
const NEXT = { kind: 'sprint', sprintId: 3 } as const;
const HIDDEN = { kind: 'sprint', sprintId: 9 } as const;
const ID = 'iintent001' as SprintIntentId;
const OTHER_ID = 'iintent002' as SprintIntentId;

const aGap = (over: Partial<ContinueIntent> = {}): ContinueIntent => ({
  id: ID,
  after: RUNNING,
  keyResultId: keyResultOf(TEAM),
  change: 'shortening the payment form',
  movement: 4,
  ...over,
});
const anAdvance = (over = {}) => ({
  keyResultId: keyResultOf(COMPANY),
  change: 'answering sooner',
  movement: 10,
  visibleBy: aDay('2026-02-27'),
  ...over,
});
const aSaying = (over = {}) => ({
  id: OTHER_ID,
  place: NEXT,
  expectedRevision: null,
  advances: [anAdvance()],
  ...over,
});

let app: InstalledApp;
beforeEach(async () => {
  const site = theSite();
  site.boards.push(aBoard({ id: 8, name: 'Secret board', projectId: '10001' }));
  site.sprints.push(aSprint({ id: 9, state: 'future', originBoardId: 8 }));
  app = await anInstalledApp(site);
  await givenOkrs(app);
});

const stored = (key = 'sprint:3') =>
  (app.standIn.storage.dump()['entity:sprint-intent'] ?? []).find((one) => one.key === key)?.value as
    { readonly said: { readonly advances: readonly Advance[] }; readonly revision: number } | undefined;
const writes = (): number => app.standIn.meter.read().storage.writes.operations;
const change = (sprintId: number, over: object): void =>
  void Object.assign(
    app.standIn.site.sprints.find(({ id }) => id === sprintId)!,
    over,
  );

describe('a gap', () => {
  it('goes into the sprint that is to come, with the value of today', async () => {
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 40 }));
    const { into, intent, added } = await app.get('member', 'continueIntent', aGap());
    expect(into).toEqual({ ...NEXT, name: 'Sprint 3' });
    expect(added).toBe(true);
    expect(intent).toMatchObject({
      revision: 1,
      said: {
        id: ID,
        advances: [
          // The sprint has no end yet, so two weeks from today.
          {
            keyResultId: keyResultOf(TEAM),
            change: 'shortening the payment form',
            movement: 4,
            visibleBy: '2026-03-02',
            valueThen: 40,
          },
        ],
      },
    });
    const plan = { projectId: '10000', boardId: 1, place: NEXT, keyResultIds: [] } as never;
    expect((await app.get('viewer', 'loadSprintPlanning', plan)).intent).toEqual(intent);
  });

  it('is to be visible when the next sprint ends', async () => {
    change(3, { endDate: '2026-03-13T09:00:00.000Z' });
    const { intent } = await app.get('member', 'continueIntent', aGap());
    expect(intent.said.advances).toMatchObject([{ visibleBy: '2026-03-13' }]);
  });

  it('goes below what was already said there, which stays as it was', async () => {
    await app.get('member', 'saveSprintIntent', aSaying());
    const { intent } = await app.get('member', 'continueIntent', aGap());
    expect(intent.said.advances).toMatchObject([
      { keyResultId: keyResultOf(COMPANY), movement: 10, valueThen: 0 },
      { keyResultId: keyResultOf(TEAM), movement: 4 },
    ]);
    expect(intent.earlier).toMatchObject([{ id: OTHER_ID }]);
  });

  it('goes into the one that starts first, of several', async () => {
    const sprint = { state: 'future', endDate: null } as const;
    app.standIn.site.sprints.push(
      aSprint({ id: 21, ...sprint, startDate: '2026-03-16T09:00:00.000Z' }),
      aSprint({ id: 22, ...sprint, startDate: '2026-03-02T09:00:00.000Z' }),
    );
    expect((await app.get('member', 'continueIntent', aGap())).into).toMatchObject({ sprintId: 22 });
  });

  it('goes into the running sprint where none is to come, and nowhere where there is none', async () => {
    change(3, { state: 'closed' });
    expect((await app.get('member', 'continueIntent', aGap({ after: CLOSED }))).into).toMatchObject({
      sprintId: 2,
    });
    expect(await app.problem('member', 'continueIntent', aGap({ id: OTHER_ID }))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('no next sprint'),
    });
  });

  it('that is there already stays as it was said', async () => {
    const advances = [anAdvance({ keyResultId: keyResultOf(TEAM), movement: 7 })];
    const { intent } = await app.get('member', 'saveSprintIntent', aSaying({ advances }));
    app.standIn.meter.reset();
    const { added, intent: after } = await app.get('member', 'continueIntent', aGap());
    expect({ added, after, writes: writes() }).toEqual({ added: false, after: intent, writes: 0 });
  });

  it('finds no room where five are said', async () => {
    const five = [1, 2, 3, 4, 5].map((number) => keyResultOf(TEAM, number));
    for (const id of five.slice(2)) await app.get('admin', 'saveKeyResult', aSaveKeyResult(id));
    const advances = five.map((keyResultId) => anAdvance({ keyResultId }));
    await app.get('member', 'saveSprintIntent', aSaying({ advances }));
    const sixth = aGap({ keyResultId: keyResultOf(COMPANY) });
    expect(await app.problem('member', 'continueIntent', sixth)).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Sprint 3 already advances 5'),
    });
    expect(stored()?.revision).toBe(1);
  });

  it('leaves alone what its sender may not see', async () => {
    const secret = { ...anAdvance({ keyResultId: keyResultOf(SECRET), change: 'in silence' }), valueThen: 3 };
    const said = { id: OTHER_ID, savedAt: '2026-02-10T09:00:00.000Z', advances: [secret] };
    const value = { version: 1, revision: 1, projectId: '10000', said, earlier: [] };
    const record = { entity: 'sprint-intent', key: 'sprint:3', value };
    await app.get('admin', 'importRecords', { records: [{ expected: null, record }] } as never);
    const { intent } = await app.get('member', 'continueIntent', aGap());
    expect(JSON.stringify(intent)).not.toContain('in silence');
    expect(intent.said.advances).toMatchObject([
      { keyResultId: keyResultOf(TEAM) },
      { keyResultId: keyResultOf(SECRET), hidden: true },
    ]);
    expect(stored()?.said.advances).toMatchObject([{ keyResultId: keyResultOf(TEAM) }, secret]);
  });
});

describe('a gap that is sent again', () => {
  it('is there once', async () => {
    const first = await app.get('member', 'continueIntent', aGap());
    app.standIn.meter.reset();
    expect(await app.get('member', 'continueIntent', aGap())).toEqual(first);
    expect(writes()).toBe(0);
  });

  it('is there once when the answer of storage gets lost', async () => {
    await app.get('member', 'saveSprintIntent', aSaying());
    app.standIn.faults.set([
      { target: 'storage', match: 'transaction|entity/set', share: 1, dropReply: true },
    ]);
    const { intent, added } = await app.get('member', 'continueIntent', aGap());
    expect({ added, revision: intent.revision }).toEqual({ added: true, revision: 2 });
    expect(stored()?.said.advances).toHaveLength(2);
  });

  it('does not come back after somebody took it away', async () => {
    await app.get('member', 'continueIntent', aGap());
    await app.get('viewer', 'saveSprintIntent', aSaying({ expectedRevision: 1, advances: [] }));
    expect(await app.problem('member', 'continueIntent', aGap())).toMatchObject({
      code: 'conflict',
      current: { added: false, into: NEXT, intent: { said: { advances: [] } } },
    });
    expect(stored()?.said.advances).toEqual([]);
  });

  it('is undone by saying what was said before', async () => {
    const before = await app.get('member', 'saveSprintIntent', aSaying());
    const { intent } = await app.get('member', 'continueIntent', aGap());
    const { said } = before.intent;
    const advances = said.advances.map((one) => {
      const { valueThen: _valueThen, ...typed } = one as Advance;
      return typed;
    });
    const undone = await app.get('member', 'saveSprintIntent', {
      id: 'iintent003' as SprintIntentId,
      place: NEXT,
      expectedRevision: intent.revision,
      advances,
    });
    expect(undone.intent.said.advances).toEqual(said.advances);
  });
});

describe('two who carry gaps over at the same moment', () => {
  it('both find theirs in the next intent', async () => {
    const results = [keyResultOf(TEAM), keyResultOf(TEAM, 2), keyResultOf(COMPANY)];
    await Promise.all(
      results.map((keyResultId, index) =>
        app.get('member', 'continueIntent', aGap({ id: `iintent01${index}` as SprintIntentId, keyResultId })),
      ),
    );
    expect(
      stored()
        ?.said.advances.map(({ keyResultId }) => keyResultId)
        .sort(),
    ).toEqual(results.sort());
  });

  it('of the same key result leave it there once', async () => {
    const outcomes = await Promise.all(
      [ID, OTHER_ID].map((id) => app.get('member', 'continueIntent', aGap({ id }))),
    );
    expect(outcomes.map(({ added }) => added).sort()).toEqual([false, true]);
    expect(stored()?.said.advances).toHaveLength(1);
  });
});

describe('the review that a gap comes from', () => {
  const review = (account: 'member' | 'viewer', sprintId = RUNNING.sprintId) =>
    app.get(account, 'loadSprintReview', {
      projectId: '10000',
      boardId: 1,
      place: { kind: 'sprint', sprintId },
    } as never);
  const carriedIn = async (account: 'member' | 'viewer' = 'viewer') =>
    (await review(account)).intent?.said.advances.map((one) =>
      'hidden' in one ? 'hidden' : one.carriedInto,
    );
  const intend = (advances = [anAdvance({ keyResultId: keyResultOf(TEAM) }), anAdvance()]) =>
    app.get('member', 'saveSprintIntent', aSaying({ place: RUNNING, advances }));
  const into = { ...NEXT, name: 'Sprint 3' };

  it('says where it went, to everybody who sees it, and says the rest as it was said', async () => {
    const { intent: before } = await intend();
    await app.get('member', 'continueIntent', aGap());
    expect(await carriedIn()).toEqual([into, undefined]);
    const { intent } = await review('viewer');
    expect(intent).toMatchObject({ said: before.said, earlier: [], revision: 2 });
  });

  it('says so no more once it was taken out there', async () => {
    await intend();
    const { intent } = await app.get('member', 'continueIntent', aGap());
    const { revision: expectedRevision } = intent;
    await app.get('viewer', 'saveSprintIntent', aSaying({ expectedRevision, advances: [] }));
    expect(await carriedIn()).toEqual([undefined, undefined]);
  });

  it('still says so when something else is said of it', async () => {
    await intend();
    await app.get('member', 'continueIntent', aGap());
    await app.get('member', 'saveSprintIntent', {
      ...aSaying({ id: 'iintent004' as SprintIntentId, place: RUNNING, expectedRevision: 2 }),
      advances: [anAdvance(), anAdvance({ keyResultId: keyResultOf(TEAM), movement: 3 })],
    });
    expect(await carriedIn()).toEqual([undefined, into]);
  });

  it('says the same of what was in the next intent already', async () => {
    await intend();
    await app.get('member', 'saveSprintIntent', {
      ...aSaying({ id: 'iintent004' as SprintIntentId }),
      advances: [anAdvance({ keyResultId: keyResultOf(TEAM) })],
    });
    expect((await app.get('member', 'continueIntent', aGap())).added).toBe(false);
    expect(await carriedIn()).toEqual([into, undefined]);
  });

  it('has the notes of all who carry gaps of it over at the same moment', async () => {
    await intend();
    await Promise.all(
      [keyResultOf(TEAM), keyResultOf(COMPANY)].map((keyResultId, index) =>
        app.get('member', 'continueIntent', aGap({ id: `iintent01${index}` as SprintIntentId, keyResultId })),
      ),
    );
    expect(await carriedIn()).toEqual([into, into]);
  });

  it('is in a backup as it is stored, and comes back from it', async () => {
    await intend();
    await app.get('member', 'continueIntent', aGap());
    const key = `sprint:${RUNNING.sprintId}`;
    const value = stored(key);
    const other = await anInstalledApp(theSite());
    const record = { entity: 'sprint-intent', key, value };
    await other.get('admin', 'importRecords', { records: [{ expected: null, record }] } as never);
    const dump = other.standIn.storage.dump()['entity:sprint-intent'] ?? [];
    expect(dump.find((one) => one.key === key)?.value).toEqual(value);
  });

  it('has no note where it was said for another project, whose board it was', async () => {
    const advances = [{ ...anAdvance({ keyResultId: keyResultOf(TEAM) }), valueThen: 3 }];
    const said = { id: OTHER_ID, savedAt: '2026-02-10T09:00:00.000Z', advances };
    const value = { version: 1, revision: 1, projectId: '10001', said, earlier: [] };
    const record = { entity: 'sprint-intent', key: `sprint:${RUNNING.sprintId}`, value };
    await app.get('admin', 'importRecords', { records: [{ expected: null, record }] } as never);
    expect((await app.get('member', 'continueIntent', aGap())).added).toBe(true);
    expect(stored(`sprint:${RUNNING.sprintId}`)).toEqual(value);
  });

  it('has the note once the answer arrives that got lost when it was sent first', async () => {
    await intend();
    app.standIn.faults.set([{ target: 'storage', match: 'transaction', share: 1, status: 503 }]);
    expect(await app.problem('member', 'continueIntent', aGap())).toMatchObject({
      code: 'storage-unavailable',
    });
    app.standIn.faults.set([]);
    expect((await app.get('member', 'continueIntent', aGap())).added).toBe(true);
    expect(await carriedIn()).toEqual([into, undefined]);
    expect(stored()?.said.advances).toHaveLength(1);
  });

  it('costs one storage operation more where something was carried, and none else', async () => {
    const operations = async (): Promise<number> => {
      app.standIn.meter.reset();
      await review('viewer');
      return app.standIn.meter.read().storage.reads.operations;
    };
    await intend();
    const before = await operations();
    await app.get('member', 'continueIntent', aGap());
    await app.get(
      'member',
      'continueIntent',
      aGap({ id: 'iintent005' as SprintIntentId, keyResultId: keyResultOf(COMPANY) }),
    );
    expect(await carriedIn()).toEqual([into, into]);
    expect(await operations()).toBe(before + 1);
  });
});

describe('who may', () => {
  it('is whoever plans for the board', async () => {
    expect(await app.problem('keeper', 'continueIntent', aGap())).toMatchObject({ code: 'forbidden' });
    expect(await app.problem('outsider', 'continueIntent', aGap())).toMatchObject({ code: 'not-found' });
    expect(await app.problem('member', 'continueIntent', aGap({ after: HIDDEN }))).toMatchObject({
      code: 'not-found',
    });
    await app.get('viewer', 'continueIntent', aGap());
  });

  it('is not whoever plans for a board that lists another team’s sprint', async () => {
    const foreign = aSprint({
      id: 9,
      name: 'Theirs',
      state: 'future',
      startDate: '2026-02-17T09:00:00.000Z',
      originBoardId: 8,
    });
    alsoListed(foreign);
    const { into } = await app.get('member', 'continueIntent', aGap());
    expect(into).toMatchObject({ sprintId: 3 });
    expect(stored('sprint:9')).toBeUndefined();
  });

  it.each([
    ['another team’s', keyResultOf(SECRET), 'not-found'],
    ['not there', `${TEAM}-absent` as KeyResultId, 'not-found'],
  ])('may not carry over a key result that is %s', async (_, keyResultId, code) => {
    expect(await app.problem('member', 'continueIntent', aGap({ keyResultId }))).toMatchObject({ code });
    expect(stored()).toBeUndefined();
  });

  it('may not carry over an archived key result', async () => {
    const id = keyResultOf(TEAM);
    await app.get('admin', 'archiveKeyResult', { id, expectedRevision: 0, archived: true });
    expect(await app.problem('member', 'continueIntent', aGap())).toMatchObject({ code: 'invalid' });
  });

  /** Jira lists with a board's sprints also others' that have work of it. */
  const alsoListed = (sprint: ReturnType<typeof aSprint>): void => {
    const { handle } = app.standIn.jira;
    Object.assign(app.standIn.jira, {
      handle: async (...given: Parameters<typeof handle>) => {
        const reply = await handle(...given);
        if (!/board\/1\/sprint\?state=future/.test(given[0].path)) return reply;
        const page = JSON.parse(reply.body) as { readonly values: readonly object[] };
        const { completeDate: _complete, goal: _goal, ...listed } = sprint;
        return { ...reply, body: JSON.stringify({ ...page, values: [listed, ...page.values] }) };
      },
    });
  };
});

describe('the gap of a period', () => {
  const after = (start: string, boardId = 2) => ({ kind: 'period', boardId, start: aDay(start) }) as const;

  it('goes into the next one, and is to be visible at its end', async () => {
    const { into, intent } = await app.get('member', 'continueIntent', aGap({ after: after('2026-02-02') }));
    expect(into).toEqual({ kind: 'period', boardId: 2, start: '2026-02-16' });
    expect(intent.said.advances).toMatchObject([{ visibleBy: '2026-03-01' }]);
    expect(stored('board:2:2026-02-16')).toBeDefined();
  });

  it('follows the team’s own rhythm', async () => {
    const rhythm = { weeks: 4, firstDay: aDay('2026-02-04') } as const;
    const settings = { boardId: 2, expectedRevision: null, band: null, rhythm };
    await app.get('member', 'savePlanningSettings', settings);
    expect((await app.get('member', 'continueIntent', aGap({ after: after('2026-02-04') }))).into).toEqual({
      kind: 'period',
      boardId: 2,
      start: '2026-03-04',
    });
  });

  it('is none of a board that has sprints, or that its sender may not see', async () => {
    expect(
      await app.problem('member', 'continueIntent', aGap({ after: after('2026-02-02', 1) })),
    ).toMatchObject({ code: 'invalid' });
    expect(
      await app.problem('member', 'continueIntent', aGap({ after: after('2026-02-02', 8) })),
    ).toMatchObject({ code: 'not-found' });
  });
});
