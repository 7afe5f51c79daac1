import { startSite, type TestSite } from '../test/e2e/site';
import { aBigReview } from './big-review';
import { round } from './figures';

/** What the app uses to freeze the start and the close of sprints of so many issues, by the stand-in's meter. */
export async function benchFreezing(issues: number) {
  const { site: jira, script } = aBigReview(new Date(), issues);
  const events = script.flatMap((step) => ('told' in step ? [step.told] : []));
  const site = await startSite(() => ({ site: jira, script: script.filter((step) => !('told' in step)) }));
  try {
    const started = events.filter(({ eventType }) => eventType.includes(':started:')).at(-1)!;
    const closed = events.find(({ eventType }) => eventType.includes(':closed:'))!;
    return {
      start: { issues, ...(await measureFreeze(site, started)) },
      close: { issues, ...(await measureFreeze(site, closed)) },
    };
  } finally {
    await site.close();
  }
}

async function measureFreeze(site: TestSite, event: unknown) {
  await site.resetMeter();
  await site.local('POST', '/local/events', { event });
  for (let waited = 0; waited < 60; waited += 1) {
    await site.local('POST', '/local/clock', { advanceMs: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { invocations, jira, storage } = await site.meter();
    const freeze = invocations.byFunction['sprint-ledger-fn/sprint-ledger'];
    if (freeze === undefined || freeze.count === 0) continue;
    return {
      seconds: round(freeze.milliseconds / 1_000, 2),
      jiraRequests: jira.behindResolvers.requests,
      jiraPoints: jira.behindResolvers.points,
      storageWrites: storage.writes.operations,
      storageWriteUnits: storage.writes.units,
      storageWriteKilobytes: storage.writes.kilobytes,
    };
  }
  throw new Error('The sprint was not frozen within a minute.');
}
