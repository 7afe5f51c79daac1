import type { JiraRequest } from '../seams';

/** Something to break on purpose. A rule answers, loses the request or loses the reply; or it only delays. */
export type FaultRule = {
  readonly target: FaultTarget;
  /** A regular expression on `METHOD /path`, on `/api/v1/… entity`, or on `function/resolver`. */
  readonly match: string;
  /** For Jira: which side of the app asks. Without it the rule hits both, and the site's own pages and other clients too. */
  readonly from?: NonNullable<JiraRequest['from']>;
  /** The share of matching calls that it hits, 0 to 1: evenly spread, or drawn where there is a `seed`. */
  readonly share: number;
  /** Draws the calls, and how much of `delayMs` each waits, from this number. The same calls in the same order draw the same. */
  readonly seed?: number;
  readonly delayMs?: number;
  /** The call is not made and this is answered; headers and body are the platform's own for the status unless given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is lost: nothing happens, and the connection ends without an answer. */
  readonly drop?: boolean;
  /** The reply is lost: the call takes its effect, and the connection ends without an answer. */
  readonly dropReply?: boolean;
};

export type FaultTarget = 'jira' | 'storage' | 'invoke';

/** The rule, if it can be meant. @throws a sentence that says what is wrong with it. */
export const checkRule = (given: unknown): FaultRule => {
  const rule = (given ?? {}) as Partial<FaultRule>;
  const unknown = Object.keys(rule).find((name) => !(name in CHECKS));
  if (unknown !== undefined) {
    throw new Error(`A fault has no ${unknown}; it has ${Object.keys(CHECKS).join(', ')}.`);
  }
  for (const [name, { required, fits, is }] of Object.entries(CHECKS)) {
    const value = rule[name as keyof FaultRule];
    if (value === undefined ? required : !fits(value)) {
      throw new Error(`A fault's ${name} is ${is}, not ${JSON.stringify(value)}.`);
    }
  }
  checkTogether(rule as FaultRule);
  return rule as FaultRule;
};

type Check = {
  readonly required?: boolean;
  readonly fits: (value: unknown) => boolean;
  readonly is: string;
};

const oneOf = (allowed: readonly unknown[]): Check => ({
  fits: (value) => allowed.includes(value),
  is: allowed.map(String).join(' or '),
});
const FLAG = oneOf([true, false]);

const CHECKS: Readonly<Record<keyof FaultRule, Check>> = {
  target: { ...oneOf(['jira', 'storage', 'invoke']), required: true },
  match: { required: true, fits: (value) => isPattern(value), is: 'a regular expression' },
  from: oneOf(['back-end', 'front-end']),
  share: { required: true, fits: (value) => isBetween(value, 0, 1), is: 'a number from 0 to 1' },
  seed: { fits: Number.isSafeInteger, is: 'a whole number' },
  delayMs: { fits: (value) => isBetween(value, 0, 600_000), is: 'a number of milliseconds up to 600000' },
  status: { fits: (value) => Number.isInteger(value) && isBetween(value, 400, 599), is: 'from 400 to 599' },
  headers: { fits: isHeaders, is: 'an object of texts' },
  body: { fits: () => true, is: 'anything' },
  drop: FLAG,
  dropReply: FLAG,
};

function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

function isBetween(value: unknown, low: number, high: number): boolean {
  return typeof value === 'number' && value >= low && value <= high;
}

function isHeaders(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

const checkTogether = (rule: FaultRule): void => {
  const { status, drop = false, dropReply = false, delayMs, headers, body, from, target } = rule;
  const ways = [status !== undefined, drop, dropReply].filter(Boolean).length;
  if (ways > 1) throw new Error('A fault has one of status, drop and dropReply.');
  if (ways === 0 && delayMs === undefined) {
    throw new Error('A fault has one of status, drop and dropReply, or a delayMs.');
  }
  if (status === undefined && (headers !== undefined || body !== undefined)) {
    throw new Error('The headers and body of a fault go with a status.');
  }
  if (from !== undefined && target !== 'jira') throw new Error('Only a fault of jira has a from.');
};
