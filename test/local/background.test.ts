import { startServer } from '../../local/server';
import { aSite } from '../builders/a-site';
import { watcher } from '../contract/fail-on-mismatch';
import { BACKGROUND_ROOT } from './forge/background-stand-in';

test('a server delivers by itself: scheduled triggers when the clock says so, events when they happen', async () => {
  const server = await startServer({
    port: 0,
    root: BACKGROUND_ROOT,
    load: () => ({ site: aSite(), script: [] }),
    onExchange: watcher.onExchange,
    log: () => undefined,
  });
  const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    return (await (await fetch(`${server.url}${path}`, init)).json()) as Answer;
  };
  const calls = async (name: string) => {
    type Meter = { invocations: { byFunction: Record<string, { count: number }> } };
    const { invocations } = await ask<Meter>('GET', '/local/meter');
    return invocations.byFunction[name]?.count ?? 0;
  };
  const until = async (name: string) => {
    while ((await calls(name)) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  try {
    await ask('POST', '/local/clock', { advanceMs: 300_000 });
    await until('weekly-fn/weekly');
    const event = { eventType: 'avi:jira:deleted:issue', issue: { id: '1', key: 'TEAM-1' } };
    await ask('POST', '/local/events', { event, by: 'admin' });
    await until('issue-events-fn/issue-events');
    expect(await calls('weekly-fn/weekly')).toBe(1);
    expect(await calls('issue-events-fn/issue-events')).toBe(1);
  } finally {
    await server.close();
  }
});
