import fc from 'fast-check';
import type { StandIn } from '../../local/stand-in';
import { PLACES, SHARED_SPRINT } from '../permissions/places';
import { aSiteOfRoles } from '../permissions/site';
import { junk } from './hostile-text';
import { storedOf, wrongStored } from './stored-shape';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

let standIn: StandIn;
beforeAll(async () => {
  standIn = await aSiteOfRoles();
});

const own = PLACES['own team'];
const SPRINTS = Object.values(PLACES)
  .flatMap(({ sprint, running, closed }) => [sprint, running, closed])
  .concat(SHARED_SPRINT);

const moment = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '2026-02-09T09:00:00.000Z',
    '2026-02-09T09:00:00.000+0100',
    '2026-02-30',
    '0000-01-01T00:00:00.000Z',
    '+012345-01-01T00:00:00.000Z',
    '-271821-04-20T00:00:00.000Z',
    '+275760-09-13T00:00:00.001Z',
    '9999-12-31T23:59:59.999Z',
    '12',
  ),
  junk,
);
const sprintId = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...SPRINTS, ...SPRINTS.map(String)) },
  { weight: 1, arbitrary: junk },
);

/** What Jira tells of a sprint, and what somebody who broke Jira would. */
const told = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        eventType: fc.constantFrom('avi:jira-software:started:sprint', 'avi:jira-software:closed:sprint'),
        sprint: fc.record({ id: sprintId, startDate: moment }, { requiredKeys: ['id'] }),
        atlassianId: junk,
      },
      { requiredKeys: ['eventType', 'sprint'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ eventType: junk, sprint: junk }) },
  { weight: 1, arbitrary: junk },
);

/** What the queue brings, and what nobody pushed. */
const pushed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      body: fc.record({
        kind: fc.constant('freeze'),
        sprintId: fc.constantFrom(own.running, own.closed, own.sprint, SHARED_SPRINT),
        startedAt: fc.constantFrom(null, '2026-02-09T09:00:00.000Z', '9999-12-31T23:59:59.999Z'),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      body: fc.record({ kind: fc.constant('freeze'), sprintId, startedAt: moment }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      body: fc.record({
        kind: fc.constant('reconcile'),
        startAt: fc.oneof(fc.constantFrom<unknown>(0, 3, 1e9, -1, 0.5), junk),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ body: junk }) },
  { weight: 1, arbitrary: junk },
);

/** The clock goes back and forth, so that Jira's hour is never used up. */
const leaveLimitsBehind = (): void => {
  const hour = standIn.clock.now().getUTCHours() === 9 ? '12' : '09';
  standIn.clock.moveTo(new Date(`2026-02-16T${hour}:00:00.000Z`));
};

/** Nothing of a sprint is written down yet. */
const forget = (): void => {
  for (const [entityName, records] of [
    ['sprint-ledger', storedOf(standIn).ledgers],
    ['sprint-ledger-piece', storedOf(standIn).pieces],
  ] as const) {
    for (const key of records.keys()) standIn.storage.handle('/api/v1/entity/delete', { entityName, key });
  }
};

const call = (functionKey: string, moduleKey: string, body: unknown): Promise<unknown> =>
  standIn.app.callFunction(functionKey, body, { moduleKey });

/** Nothing, or that it wants to be told again. */
const expectNothingSaid = (answer: unknown): void => {
  if (answer !== undefined) expect(answer).toMatchObject({ _retry: true });
};

test('whatever an event of a sprint says, it is answered with nothing and freezes what there is', async () => {
  let frozen = 0;
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(told, async (event) => {
      forget();
      leaveLimitsBehind();
      expectNothingSaid(await call('sprint-changed-fn', 'sprint-changed', event));
      await standIn.deliveries.settled();
      standIn.clock.moveTo(new Date(standIn.clock.now().getTime() + 60_000));
      await standIn.deliveries.settled();
      expect(wrongStored(standIn)).toEqual([]);
      sent += 1;
      frozen += storedOf(standIn).ledgers.size > 0 ? 1 : 0;
    }),
    { numRuns: RUNS },
  );
  expect(frozen / sent).toBeGreaterThanOrEqual(0.2);
});

test('whatever the queue brings, it is answered with nothing, and what is written is whole', async () => {
  let frozen = 0;
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(pushed, async (event) => {
      forget();
      leaveLimitsBehind();
      expectNothingSaid(await call('sprint-ledger-fn', 'sprint-ledger', event));
      expect(wrongStored(standIn)).toEqual([]);
      sent += 1;
      frozen += storedOf(standIn).ledgers.size > 0 ? 1 : 0;
    }),
    { numRuns: RUNS },
  );
  expect(frozen / sent).toBeGreaterThanOrEqual(0.2);
});

test('a start date that no sprint can have does not keep its start from being written down', async () => {
  for (const startDate of ['+012345-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 'yesterday', 12]) {
    forget();
    leaveLimitsBehind();
    const sprint = { id: String(own.running), startDate };
    await call('sprint-changed-fn', 'sprint-changed', {
      eventType: 'avi:jira-software:started:sprint',
      sprint,
    });
    standIn.clock.moveTo(new Date(standIn.clock.now().getTime() + 60_000));
    await standIn.deliveries.settled();
    expect(storedOf(standIn).ledgers.get(`sprint:${own.running}`)).toMatchObject({ state: 'running' });
  }
});
