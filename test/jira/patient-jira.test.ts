import { MOST_TRIES } from '../../src/contract/patience';
import { problemOf } from '../../src/contract/outcome';
import type { JiraApi, JiraInit } from '../../src/jira/jira-api';
import { readReply } from '../../src/jira/jira-api';
import { patientJira } from '../../src/jira/patient-jira';
import { retryAfterOf } from '../../src/jira/retry-after';
import * as v from 'valibot';
import { aPatience } from '../builders/a-patience';

type Turn = { readonly status: number; readonly headers?: Record<string, string> } | 'lost';

/** A Jira that answers in turns, the last one for ever, asked with patience. */
const aJira = (turns: readonly Turn[], patience = aPatience()) => {
  const asked: string[] = [];
  const requestJira = async (path: unknown, init: JiraInit) => {
    asked.push(`${init.method} ${String(path)}`);
    const turn = turns[Math.min(asked.length, turns.length) - 1] ?? 'lost';
    if (turn === 'lost') throw new TypeError('fetch failed');
    return new Response(turn.status === 204 ? null : '{}', turn);
  };
  const jira = patientJira({ requestJira, route: String.raw as never } as JiraApi, () => patience);
  const ask = (method: JiraInit['method'], path = '/rest/api/3/field') =>
    jira.requestJira(path as never, { method });
  return { ask, asked, waited: patience.waited };
};

const SEARCH = '/rest/api/3/search/jql';
const PROPERTY = '/rest/api/3/issue/1/properties/throughline-tag';
const busy = (retryAfter?: string): Turn => ({
  status: 429,
  headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
});

describe('Jira asked with patience', () => {
  it.each([
    ['a read', 'GET', undefined],
    ['a search that is sent with POST', 'POST', SEARCH],
  ] as const)('is asked again for %s that it did not answer', async (_what, method, path) => {
    for (const turn of ['lost', { status: 500 }, { status: 503 }] as const) {
      const { ask, asked } = aJira([turn, { status: 200 }]);
      expect((await ask(method, path)).status).toBe(200);
      expect(asked).toHaveLength(2);
    }
  });

  it.each([
    ['PUT', PROPERTY],
    ['DELETE', PROPERTY],
    ['POST', '/rest/agile/1.0/sprint/1'],
  ] as const)('is not sent a %s again that it may have carried out', async (method, path) => {
    const lost = aJira(['lost']);
    await expect(lost.ask(method, path)).rejects.toThrow('fetch failed');
    const broken = aJira([{ status: 503 }, { status: 204 }]);
    expect((await broken.ask(method, path)).status).toBe(503);
    expect([...lost.asked, ...broken.asked]).toHaveLength(2);
  });

  it('is sent a write again that it refused because too much was asked', async () => {
    const { ask, asked } = aJira([busy('1'), { status: 204 }]);
    expect((await ask('PUT', PROPERTY)).status).toBe(204);
    expect(asked).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 410, 501])('is not asked again when it answered %d', async (status) => {
    const { ask, asked } = aJira([{ status }]);
    expect((await ask('GET')).status).toBe(status);
    expect(asked).toHaveLength(1);
  });

  it('is asked no more than a few times, each time after a longer pause drawn by lot', async () => {
    const { ask, asked, waited } = aJira([{ status: 503 }]);
    expect((await ask('GET')).status).toBe(503);
    expect(asked).toHaveLength(MOST_TRIES);
    expect(waited).toEqual([150, 300]);
  });

  it('is left alone for as long as it asks for, and a little by lot', async () => {
    const { ask, waited } = aJira([busy('2'), busy('3'), { status: 200 }]);
    expect((await ask('GET')).status).toBe(200);
    expect(waited).toEqual([2_150, 3_300]);
  });

  it('is not waited for when it asks for more time than there is', async () => {
    const { ask, asked, waited } = aJira([busy('30')], aPatience(20_000));
    const response = await ask('GET');
    const problem = await readReply(response, v.object({}), 'the fields').catch(problemOf);
    expect(problem).toMatchObject({
      code: 'rate-limited',
      message: expect.stringContaining('Try again in 30 seconds.'),
    });
    expect({ asked: asked.length, waited }).toEqual({ asked: 1, waited: [] });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-20T12:00:00Z');
  const of = (text: string | null) =>
    retryAfterOf(new Response('', { headers: text === null ? {} : { 'Retry-After': text } }), now);

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 20 Jan 2026 12:00:30 GMT', 30_000],
    ['Tue, 20 Jan 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    [null, null],
  ])('%s is %s milliseconds', (text, milliseconds) => {
    expect(of(text)).toEqual(milliseconds);
  });
});
