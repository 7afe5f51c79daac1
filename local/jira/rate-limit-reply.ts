import type { JiraReply } from '../seams';

export type Refusal = {
  readonly reason: 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';
  /** How many requests, or points, the limit allows. */
  readonly most: number;
  readonly waitMs: number;
};

/** The 429 of a limit that is reached, with how long to wait. */
export const tooManyRequests = ({ reason, most, waitMs }: Refusal, now: Date): JiraReply => {
  const seconds = secondsOf(waitMs);
  const reset = new Date(now.getTime() + seconds * 1000).toISOString();
  return {
    status: 429,
    headers: {
      'content-type': 'application/json;charset=UTF-8',
      'retry-after': String(seconds),
      'ratelimit-reason': reason,
      'x-ratelimit-limit': String(most),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': `${reset.slice(0, 'yyyy-mm-ddThh:mm'.length)}Z`,
      ...(reason === 'jira-quota-global-based' ? { ratelimit: quota(0, seconds) } : {}),
    },
    body: JSON.stringify({ errorMessages: ['Rate limit exceeded.'], errors: {} }),
    points: 0,
  };
};

/** The reply with the header that tells of the points left and the time to the next ones. */
export const nearlyUsedUp = (reply: JiraReply, left: number, resetsInMs: number): JiraReply => ({
  ...reply,
  headers: { ...reply.headers, ratelimit: quota(left, secondsOf(resetsInMs)) },
});

const quota = (left: number, seconds: number): string => `"global-app-quota";r=${left};t=${seconds}`;

const secondsOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1000));
