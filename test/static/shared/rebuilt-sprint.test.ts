import type { IsoInstant } from '../../../src/domain/dates';
import { readBoardSetup } from '../../../src/jira/board-setup';
import { getSprint } from '../../../src/jira/boards';
import { rebuildSprint } from '../../../static/shared/rebuilt-sprint';
import { sumsOf } from '../../../static/shared/sprint-sums';
import { POINTS_FIELD } from '../../builders/a-site';
import type { InstalledApp } from '../../builders/an-installed-app';
import { aTagged, aWork, EXEMPT, givenWork, pass, tagged, write } from '../../events/given-jql';
import {
  at,
  closeSprint,
  DONE,
  join,
  leave,
  moveTo,
  review,
  SPRINT,
  startSprint,
} from '../../events/given-sprint';
import { jiraInFrame } from '../../jira/jira-in-frame';
import { COMPANY, keyResultOf, TEAM } from '../../resolvers/given-okrs';

const kr = keyResultOf(TEAM);
const START = '2026-02-17T09:00:00.000Z';
const CLOSE = '2026-03-02T15:00:00.000Z';

const inSprint = (points: number) => ({ sprintIds: [SPRINT], fields: { [POINTS_FIELD]: points } });

/** A sprint in which one issue is finished, one joins and is not, one leaves, and one of an epic is inherited. */
const givenSprint = async (): Promise<InstalledApp> => {
  const epic = aTagged('TEAM-9', 'epic', null, tagged(kr));
  const app = await givenWork([
    epic,
    { ...aTagged('TEAM-1', 'story', null, tagged(kr)), ...inSprint(3) },
    { ...aTagged('TEAM-2', 'story', null, tagged(kr)), ...inSprint(5) },
    { ...aWork('TEAM-3', 'story', epic), fields: { [POINTS_FIELD]: 2 } },
    { ...aTagged('TEAM-4', 'story', null, EXEMPT), ...inSprint(8) },
    { ...aWork('SECRET-5', 'story'), ...inSprint(1) },
  ]);
  await startSprint(app, START);
  await pass(app, 5);
  await pass(app, 5);
  await at(app, '2026-02-18T09:00:00.000Z');
  await moveTo(app, 'TEAM-1', DONE);
  await join(app, 'TEAM-3');
  await leave(app, 'TEAM-2');
  return app;
};

const rebuilt = async (app: InstalledApp, onPage?: (loaded: number) => void) => {
  const jira = jiraInFrame(app, 'member');
  const sprint = await getSprint(jira, SPRINT);
  const setup = await readBoardSetup(jira, sprint.boardId);
  const now = app.standIn.clock.now().toISOString() as IsoInstant;
  return rebuildSprint(jira, sprint, '10000', setup, now, onPage);
};

describe('a sprint that is rebuilt from its histories', () => {
  it('has the lines that would have been frozen when it closed, by today’s tags', async () => {
    const app = await givenSprint();
    await closeSprint(app, CLOSE);
    await pass(app, 5);
    await at(app, '2026-03-04T09:00:00.000Z');
    const { ledger } = await review(app, 'member');
    const frozen = ledger?.state === 'closed' ? ledger.lines : [];
    const { lines, mayMissRemoved } = await rebuilt(app);
    expect(frozen).toHaveLength(4);
    expect(mayMissRemoved).toBe(false);
    expect(byIssue(lines)).toEqual(byIssue(frozen.map(({ tagAtStart: _, ...line }) => line)));

    await write(app, 'TEAM-1', undefined);
    await pass(app, 2);
    expect((await rebuilt(app)).lines.find(({ issueId }) => issueId === '10001')?.tag).toBeNull();
  });

  it('sums up for each key result what the resolver sums up of a frozen one', async () => {
    const app = await givenSprint();
    await closeSprint(app, CLOSE);
    await pass(app, 5);
    await at(app, '2026-03-04T09:00:00.000Z');
    const { sprints } = await app.get('member', 'loadKeyResultWork', {
      keyResultId: kr,
      sprintIds: [SPRINT],
    });
    const { lines } = await rebuilt(app);
    const { keyResults } = sumsOf(SPRINT, lines, false, 0);
    expect(Object.keys(keyResults)).toEqual([kr]);
    expect(sprints).toEqual([{ sprintId: SPRINT, ...keyResults[kr] }]);
    expect(keyResults[kr]).toEqual({
      done: { items: 1, points: 3 },
      then: { items: 2, points: 8 },
      now: { items: 2, points: 5 },
    });
    expect(keyResults[keyResultOf(COMPANY)]).toBeUndefined();
  });

  it('tells of a running sprint how it stands now', async () => {
    const app = await givenSprint();
    await pass(app, 5);
    const outcomes = Object.fromEntries(
      (await rebuilt(app)).lines.map(({ issueId, outcome }) => [issueId, outcome]),
    );
    expect(outcomes).toMatchObject({ 10001: 'completed', 10002: 'removed', 10003: 'not-completed' });
  });

  it('costs no points and no call for an issue', async () => {
    const app = await givenSprint();
    await closeSprint(app, CLOSE);
    await pass(app, 5);
    app.standIn.meter.reset();
    await rebuilt(app);
    const { jira, invocations, storage } = app.standIn.meter.read();
    expect([invocations.total, storage.operations, jira.behindResolvers.points]).toEqual([0, 0, 0]);
    // The sprint, its board's set-up, two searches of a few short pages, and the parents.
    expect(jira.inFront.requests).toBeLessThanOrEqual(10);
  });

  it('ends when whoever listens does not want it any more', async () => {
    const app = await givenSprint();
    const left = new Error('Nobody waits.');
    await expect(
      rebuilt(app, () => {
        throw left;
      }),
    ).rejects.toBe(left);
  });
});

const byIssue = <T extends { readonly issueId: string }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => Number(a.issueId) - Number(b.issueId));
