import type { AdminPageApi } from '../../src/contract/admin-page';
import { problemOf, type ErrorCode, type Outcome, type Problem } from '../../src/contract/outcome';
import type { JiraApi } from '../../src/jira/jira-api';
import { toProblem, unwrap } from '../shared/loading';

/** What a long reading or writing needs of where it runs. Passed in, so that it can be tried without a browser. */
export type Site = {
  /** Jira as the administrator. */
  readonly jira: JiraApi;
  readonly invoke: <Name extends keyof AdminPageApi>(
    name: Name,
    payload: Parameters<AdminPageApi[Name]>[0],
  ) => Promise<ReturnType<AdminPageApi[Name]>>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock. */
  readonly now: () => number;
};

type Value<Name extends keyof AdminPageApi> = Extract<ReturnType<AdminPageApi[Name]>, { ok: true }>['value'];

/** The value of a call of the app's back end, asked for again where that may help. @throws with a problem */
export const ask = <Name extends keyof AdminPageApi>(
  site: Site,
  name: Name,
  payload: Parameters<AdminPageApi[Name]>[0],
  heed?: (problem: Problem) => void,
): Promise<Value<Name>> =>
  again(site, async () => unwrap((await site.invoke(name, payload)) as Outcome<Value<Name>>), heed);

/**
 * Does what may be done twice until it works, a few times: a long run should not end because of one lost answer, nor
 * because it has to go slower. Limits are counted by the minute, so what is told to wait waits that long.
 *
 * @param heed - Told of every failure.
 * @throws the last failure, with its problem
 */
export const again = async <T>(
  { pause }: Pick<Site, 'pause'>,
  work: () => Promise<T>,
  heed: (problem: Problem) => void = () => undefined,
): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      heed(lostOr(error));
      const wait = WAITS_MS[toProblem(error).code]?.[tries];
      if (wait === undefined) throw error;
      // No two frames come back at the same moment.
      await pause(wait * (0.75 + Math.random() / 4));
    }
  }
};

/** What to tell of a run that stopped. What was changed until then, whoever runs it says. */
export const stoppedBy = (error: unknown): Problem =>
  problemOf(error) ?? {
    code: 'unexpected',
    message: 'Throughline could not be reached. Check your connection and try again.',
  };

/** The same of a write: who was not answered does not know whether it was done. */
export const lostOr = (error: unknown): Problem =>
  problemOf(error) ?? { ...stoppedBy(error), undecided: true };

const LOST_MS = [1000, 3000, 9000];

/** What passes by itself, and how long to wait before each next try. */
const WAITS_MS: Readonly<Partial<Record<ErrorCode, readonly number[]>>> = {
  'rate-limited': [5000, 30_000, 60_000, 60_000],
  'jira-unavailable': LOST_MS,
  'storage-unavailable': LOST_MS,
  unexpected: LOST_MS,
};
