import { ledgerSums, type Amount } from '../../src/domain/ledger-sums';
import type { KeyResultId, ObjectiveId, ProjectId } from '../../src/domain/ids';
import { aDay } from '../builders/okrs';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { at, review, SPRINT } from '../events/given-sprint';
import {
  aSaveCheckIn,
  checkInOf,
  COMPANY,
  givenOkrs,
  keyResultOf,
  SECRET,
  TEAM,
  theSite,
} from './given-okrs';
import {
  DELETED_WORK,
  givenReview,
  HIDDEN_WORK,
  KEPT_WORK,
  KEY_RESULTS,
  MOVED_WORK,
  moveAndDelete,
  namesOf,
  OPEN,
  OPEN_WORK,
  playOut,
  SECOND,
  SECRET_WORK,
  start,
  type Fate,
  type Work,
} from './given-review';

/** Who looks, and what of all the work they may browse in the end. */
const VIEWERS: Readonly<Record<string, readonly Work[]>> = {
  viewer: OPEN_WORK,
  member: [...KEPT_WORK, ...OPEN_WORK],
  keeper: [...SECRET_WORK, ...MOVED_WORK, ...OPEN_WORK],
};

/** Everything that a review asks of the app. */
const ASKED: Readonly<Record<string, (app: InstalledApp, account: string) => Promise<unknown>>> = {
  'the review of the sprint': (app, account) => review(app, account),
  'the review of the latest sprint': (app, account) =>
    app.call(account, 'loadSprintReview', {
      projectId: '10000' as ProjectId,
      boardId: 1,
      place: { kind: 'sprint', sprintId: null },
    }),
  'the key results that the work may serve': (app, account) =>
    app.call(account, 'loadReviewedKeyResults', { keyResultIds: [...KEY_RESULTS] }),
  'what sprints did for each key result': (app, account) =>
    Promise.all(
      KEY_RESULTS.map((keyResultId) =>
        app.call(account, 'loadKeyResultWork', { keyResultId, sprintIds: [1, 2, SPRINT] }),
      ),
    ),
  'a verdict': (app, account) =>
    app.call(account, 'saveVerdict', {
      keyResultId: keyResultOf(TEAM),
      place: { kind: 'sprint', sprintId: SPRINT },
      expectedSavedAt: null,
      verdict: 'confirmed',
      learning: 'Shorter forms help',
    }),
  'the gap as the next intent': (app, account) =>
    app.call(account, 'continueIntent', {
      id: 'iintent001' as never,
      after: { kind: 'sprint', sprintId: 2 },
      keyResultId: keyResultOf(TEAM),
      change: 'shortening forms',
      movement: 3,
    }),
  'the plan of the sprint': (app, account) =>
    app.call(account, 'loadSprintPlanning', {
      projectId: '10000' as ProjectId,
      boardId: 1,
      place: { kind: 'sprint', sprintId: SPRINT },
      keyResultIds: [...KEY_RESULTS],
    }),
};

const askedOf = async (all: readonly Work[], account: string): Promise<Record<string, unknown>> => {
  const app = await givenReview(all);
  await start(app);
  await playOut(app, all);
  await moveAndDelete(app);
  const answers: Record<string, unknown> = {};
  for (const [what, ask] of Object.entries(ASKED)) answers[what] = await ask(app, account);
  return answers;
};

/** The clock goes on while a site is asked. */
const onTheDay = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/T\d\d:\d\d:\d\d\.\d{3}Z/g, ''));

describe.each(Object.keys(VIEWERS))('what %s is told of a frozen sprint', (account) => {
  const own = VIEWERS[account] ?? [];
  const others = HIDDEN_WORK.filter((one) => !own.includes(one));

  test('names and counts no issue that they may not browse', async () => {
    const answers = await askedOf([...OPEN_WORK, ...HIDDEN_WORK], account);
    const told = JSON.stringify(answers);
    expect(others.flatMap(namesOf).filter((name) => told.includes(name))).toEqual([]);
    // What is looked for would be found.
    expect(told).toContain('"issueId":"10001"');
  });

  test('is what it would be if those issues were not there', async () => {
    const all = [...OPEN_WORK, ...HIDDEN_WORK];
    const without = all.filter((one) => !others.includes(one));
    expect(onTheDay(await askedOf(all, account))).toEqual(onTheDay(await askedOf(without, account)));
  });

  test('adds up from their own issues, and so does what it did for each key result', async () => {
    const all = [...OPEN_WORK, ...HIDDEN_WORK];
    const app = await givenReview(all);
    await start(app);
    await playOut(app, all);
    await moveAndDelete(app);
    const { ledger } = await review(app, account);
    if (ledger?.state !== 'closed') throw new Error('Nothing was frozen.');
    const fates = ledger.lines.map(({ issueId, tag: _tag, tagAtStart: _then, ...fate }) => [issueId, fate]);
    expect(Object.fromEntries(fates)).toEqual(
      Object.fromEntries(own.map(({ issue, fate }) => [issue.id, fate])),
    );
    const sums = ledgerSums(ledger.lines);
    expect(sums.completed).toEqual(sumOf(own, ({ outcome }) => outcome === 'completed'));
    expect(sums.removed).toEqual(sumOf(own, ({ outcome }) => outcome === 'removed'));
    for (const keyResultId of KEY_RESULTS) {
      const outcome = await app.call(account, 'loadKeyResultWork', { keyResultId, sprintIds: [SPRINT] });
      const isHidden = keyResultId === keyResultOf(SECRET) && account !== 'keeper';
      expect(outcome.ok).toBe(!isHidden);
      if (outcome.ok) expect(outcome.value.sprints).toEqual([workOf(own, keyResultId)]);
    }
  });
});

const sumOf = (all: readonly Work[], counts: (fate: Fate) => boolean): Amount => {
  const counted = all.filter(({ fate }) => counts(fate));
  return {
    items: counted.length,
    points: counted.reduce((sum, { fate }) => sum + (fate.finalPoints ?? 0), 0),
  };
};

const workOf = (all: readonly Work[], keyResultId: KeyResultId) => {
  const serving = all.filter(({ issue }) => JSON.stringify(issue.properties).includes(keyResultId));
  return {
    sprintId: SPRINT,
    done: sumOf(serving, ({ outcome }) => outcome === 'completed'),
    then: sumOf(serving, ({ entrance }) => entrance === 'committed'),
    now: sumOf(serving, ({ outcome }) => outcome === 'completed' || outcome === 'not-completed'),
  };
};

describe('while a sprint runs', () => {
  const atStart = async (account: string, all: readonly Work[]) => {
    const app = await givenReview(all);
    await start(app);
    await at(app, '2026-02-18T09:00:00.000Z');
    return review(app, account);
  };

  test.each(['viewer', 'member', 'keeper'])(
    'what was in it at the start is told as if the rest were not there: %s',
    async (account) => {
      const all = [...OPEN_WORK, ...KEPT_WORK, ...SECRET_WORK];
      const own = all.filter(
        (one) => OPEN_WORK.includes(one) || (VIEWERS[account] as readonly Work[]).includes(one),
      );
      const view = await atStart(account, all);
      expect(onTheDay(view)).toEqual(onTheDay(await atStart(account, own)));
      const ids = view.ledger?.state === 'running' && view.ledger.atStart.map(({ issueId }) => issueId);
      const committed = own.filter(({ fate }) => fate.entrance === 'committed');
      expect(ids && [...ids].sort()).toEqual(committed.map(({ issue }) => issue.id).sort());
    },
  );
});

describe('the key results of a review', () => {
  const objectivesOf = async (account: string): Promise<string[]> => {
    const all = [...OPEN_WORK, ...HIDDEN_WORK];
    const app = await givenReview(all);
    await start(app);
    await playOut(app, all);
    await moveAndDelete(app);
    return (await review(app, account)).objectives.map(({ id }) => id).sort();
  };

  test('are the project’s own, and those that work serves which its viewer may browse and see', async () => {
    expect(await objectivesOf('viewer')).toEqual([COMPANY, TEAM, SECOND].sort());
    // The level of security holds work of OPEN's, which shows its OKRs to everybody.
    expect(await objectivesOf('member')).toEqual([COMPANY, OPEN, TEAM, SECOND].sort());
    expect(await objectivesOf('keeper')).toEqual([COMPANY, OPEN, SECRET, TEAM, SECOND].sort());
  });

  test('name no work that was deleted, not even to who administers the project', async () => {
    const all = [...OPEN_WORK, ...DELETED_WORK];
    const app = await givenReview(all);
    await start(app);
    await playOut(app, all);
    await moveAndDelete(app);
    const told = JSON.stringify(await review(app, 'admin'));
    expect(DELETED_WORK.flatMap(namesOf).filter((name) => told.includes(name))).toEqual([]);
  });
});

describe('the values of a review', () => {
  let app: InstalledApp;
  beforeEach(async () => {
    app = await anInstalledApp(theSite());
    await givenOkrs(app);
  });
  const load = (account: string) =>
    app.get(account, 'loadSprintReview', {
      projectId: '10000' as ProjectId,
      boardId: 1,
      place: { kind: 'sprint', sprintId: 2 },
    });
  const loadServed = (account: string, ...keyResultIds: KeyResultId[]) =>
    app.get(account, 'loadReviewedKeyResults', { keyResultIds });

  test('are the team’s own, with their check-ins oldest first', async () => {
    const id = keyResultOf(TEAM);
    await app.get('member', 'checkIn', aSaveCheckIn(id, { value: 60, date: aDay('2026-02-09') }));
    await app.get(
      'member',
      'checkIn',
      aSaveCheckIn(id, { id: checkInOf(id, 2), value: 20, date: aDay('2026-01-12') }),
    );
    app.settle();
    const view = await load('member');
    expect(view.objectives.map((one) => one.id)).toEqual([TEAM]);
    expect(view.checkIns[id]?.map(({ value }) => value)).toEqual([20, 60]);
    expect(view).toMatchObject({ today: '2026-02-16', projectId: '10000', sprint: { id: 2 }, ledger: null });
  });

  test('know a check-in of this moment, though queries trail behind', async () => {
    await app.get('member', 'checkIn', aSaveCheckIn(keyResultOf(TEAM), { value: 33 }));
    const view = await load('member');
    expect(view.checkIns[keyResultOf(TEAM)]).toMatchObject([{ value: 33 }]);
  });

  test('are brought of work that serves a key result archived since', async () => {
    const id = keyResultOf(COMPANY);
    await app.get('admin', 'checkIn', aSaveCheckIn(id, { value: 20, date: aDay('2026-01-12') }));
    await app.get(
      'admin',
      'checkIn',
      aSaveCheckIn(id, { id: checkInOf(id, 2), value: 60, date: aDay('2026-02-09') }),
    );
    const { objectives } = await loadServed('admin', id);
    const { revision } = objectives.find((one) => one.id === COMPANY)!.keyResults[0]!;
    await app.get('admin', 'archiveKeyResult', { id, expectedRevision: revision, archived: true });
    app.settle();
    expect((await loadServed('admin', id)).checkIns[id]?.map(({ value }) => value)).toEqual([20, 60]);
  });

  test('are none of key results that the person may not see, or that do not exist', async () => {
    const unknown = keyResultOf('onowhere01' as ObjectiveId);
    const view = await loadServed('member', keyResultOf(SECRET), unknown);
    expect(view).toEqual({ objectives: [], cycles: [], checkIns: {}, learnings: {} });
    expect((await loadServed('keeper', keyResultOf(SECRET))).objectives.map((one) => one.id)).toEqual([
      SECRET,
    ]);
  });

  test('and a rhythm are nobody’s who may not see the OKRs of the board’s project', async () => {
    const rhythm = { weeks: 4, firstDay: aDay('2026-02-04') } as const;
    const settings = { boardId: 2, expectedRevision: null, band: null, rhythm };
    await app.get('member', 'savePlanningSettings', settings);
    const period = async (account: string) => {
      const place = { kind: 'period', start: null } as const;
      return (await app.get(account, 'loadSprintReview', { projectId: null, boardId: 2, place })).period;
    };
    const own = { start: '2026-02-04', end: '2026-03-03' };
    expect([await period('viewer'), await period('outsider')]).toEqual([own, own]);
    await app.get('admin', 'saveVisibility', { projectId: '10000' as ProjectId, restricted: true });
    const usual = { start: '2026-02-16', end: '2026-03-01' };
    expect([await period('viewer'), await period('outsider')]).toEqual([own, usual]);
  });
});
