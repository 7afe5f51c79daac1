import * as v from 'valibot';
import { fail, problemOf, type Problem } from '../contract/outcome';
import { pauseAfter, type Patience } from '../contract/patience';
import type { Component, Figures, ScaleValue } from '../domain/wsjf';
import {
  isNewerFigures,
  parseFigures,
  storedFigures,
  withFigure,
  WSJF_PROPERTY,
} from '../domain/wsjf-figures';
import { expectDone, JSON_HEADERS, readReply, type JiraApi } from './jira-api';

/** One figure of an issue as a person changes it; `null` is a figure that nobody gave. */
export type FigureChange = {
  readonly issueId: string;
  readonly component: Component;
  /** What the person saw. */
  readonly expected: ScaleValue | null;
  readonly value: ScaleValue | null;
};

/**
 * Writes one figure as the person who asks, and answers all figures of the issue. Jira has no conditional write of a
 * property, so what is there is compared first: somebody else's change of this figure is told instead of overwritten, and
 * their changes of the others stay, as far as a look before the write can see them. A write that Jira did not answer is
 * looked for before it is sent again.
 *
 * Costs two requests.
 *
 * @throws `conflict` with the `Figures` that are there, `forbidden`, `not-found`; `jira-unavailable` with `undecided` when
 * nobody knows whether it was written.
 */
export const saveFigure = async (
  jira: JiraApi,
  { issueId, component, expected, value }: FigureChange,
  patience: Patience,
): Promise<Figures> => {
  let stored = await readStored(jira, issueId);
  for (let tries = 1; ; tries += 1) {
    refuseNewer(stored);
    const current = parseFigures(stored);
    const found = current[component] ?? null;
    // An answer got lost, or somebody else chose the same: what was asked for is already so.
    if (found === value) return current;
    if (found !== expected) return refuseChanged(current);
    const next = withFigure(current, component, value);
    try {
      await writeFigures(jira, issueId, next);
      return next;
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code !== 'jira-unavailable') throw error;
      const wait = pauseAfter(tries, 0, patience);
      if (wait !== null) await patience.pause(wait);
      const looked = await readStored(jira, issueId).then(
        (now) => ({ now }),
        () => null,
      );
      const isThere = looked !== null && (parseFigures(looked.now)[component] ?? null) === value;
      if (looked === null || (wait === null && !isThere)) return fail({ ...problem, undecided: true });
      if (isThere) return parseFigures(looked.now);
      stored = looked.now;
    }
  }
};

/** The figures that a person gave an issue. One request. */
export const readFigures = async (jira: JiraApi, issueId: string): Promise<Figures> =>
  parseFigures(await readStored(jira, issueId));

const readStored = async ({ requestJira, route }: JiraApi, issueId: string): Promise<unknown> => {
  const response = await requestJira(route`/rest/api/3/issue/${issueId}/properties/${WSJF_PROPERTY}`, {
    method: 'GET',
    headers: { Accept: 'application/json' },
  });
  // Jira says the same of an issue that is gone, and says so again when it is written.
  if (response.status === 404) return undefined;
  return (await readReply(response, v.object({ value: v.unknown() }), 'the figures of this issue')).value;
};

const writeFigures = async (
  { requestJira, route }: JiraApi,
  issueId: string,
  figures: Figures,
): Promise<void> => {
  const stored = storedFigures(figures);
  if (stored !== null) {
    const response = await requestJira(route`/rest/api/3/issue/${issueId}/properties/${WSJF_PROPERTY}`, {
      method: 'PUT',
      headers: JSON_HEADERS,
      body: JSON.stringify(stored),
    });
    return expectDone(response, 'this issue');
  }
  const response = await requestJira(route`/rest/api/3/issue/${issueId}/properties/${WSJF_PROPERTY}`, {
    method: 'DELETE',
  });
  // Somebody removed it meanwhile, and what was asked for is so; or the person may no longer edit the issue.
  if (response.status === 404 && (await readStored({ requestJira, route }, issueId)) === undefined) return;
  await expectDone(response, 'this issue');
};

const refuseNewer = (stored: unknown): void => {
  if (!isNewerFigures(stored)) return;
  fail({
    code: 'conflict',
    message:
      'A newer version of Throughline wrote this issue’s figures. Nothing was changed, so that nothing of them is lost. Reload the page.',
    current: parseFigures(stored),
  } satisfies Problem);
};

const refuseChanged = (current: Figures): never =>
  fail({
    code: 'conflict',
    message:
      'Somebody else changed this figure meanwhile. Theirs is kept and shown; apply yours again if you still want it.',
    current,
  });
