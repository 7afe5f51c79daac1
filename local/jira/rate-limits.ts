import { createWindows, SECOND } from '../windows';
import type { JiraReply, JiraRequest } from '../seams';
import { createPointPool, type PointPool } from './point-pool';
import { nearlyUsedUp, tooManyRequests, type Refusal } from './rate-limit-reply';

/** How much Jira lets an app do. */
export type JiraLimits = {
  /** Points of an app's back end, all its sites together. */
  readonly jiraPointsPerHour: number;
  /** Requests by GET or POST to one endpoint of one site. */
  readonly jiraReadsPerSecond: number;
  /** The same by PUT or DELETE. */
  readonly jiraWritesPerSecond: number;
  /** Writes of one issue. */
  readonly jiraIssueWritesPer2Seconds: number;
  readonly jiraIssueWritesPer30Seconds: number;
};

/** What Atlassian publishes, for an app of the first tier. */
export const PUBLISHED_JIRA_LIMITS: JiraLimits = {
  jiraPointsPerHour: 65_000,
  jiraReadsPerSecond: 100,
  jiraWritesPerSecond: 50,
  jiraIssueWritesPer2Seconds: 20,
  jiraIssueWritesPer30Seconds: 100,
};

/** What a request is about: the route that serves it, and the issue that it writes, if its path names one. */
export type Target = { readonly endpoint: string; readonly writtenIssue: string | null };

/** Jira's limits for the app. Points are its back end's alone; the others hold for its front ends as well. */
export type RateLimits = {
  /** The 429 that a request meets. `null` lets it in, and it counts. */
  readonly refuse: (request: JiraRequest, target: Target) => JiraReply | null;
  /** Takes the reply's points; when most are used, the reply says how many are left. */
  readonly charge: (request: JiraRequest, reply: JiraReply) => JiraReply;
};

export const createRateLimits = (
  now: () => Date,
  limits: () => JiraLimits = () => PUBLISHED_JIRA_LIMITS,
  pool: PointPool = createPointPool(now),
): RateLimits => {
  const windows = createWindows(now);
  const pointsLeft = (): number => pointsLeftOf(pool, limits());
  return {
    refuse: (request, target) => {
      if (request.from === undefined) return null;
      if (request.from === 'back-end' && pointsLeft() === 0) {
        const { jiraPointsPerHour: most } = limits();
        return tooManyRequests({ reason: 'jira-quota-global-based', most, waitMs: pool.resetsIn() }, now());
      }
      const counted = countedFor(request, target, limits());
      const full = counted.find(({ name, lengthMs, most }) => windows.used(name, lengthMs) >= most);
      if (full !== undefined) {
        const waitMs = full.lengthMs - (now().getTime() % full.lengthMs);
        return tooManyRequests({ ...full, waitMs }, now());
      }
      for (const { name, lengthMs } of counted) windows.add(name, lengthMs, 1);
      return null;
    },
    charge: (request, reply) => {
      if (request.from !== 'back-end') return reply;
      pool.take(reply.points);
      const left = pointsLeft();
      return left > limits().jiraPointsPerHour * NEAR ? reply : nearlyUsedUp(reply, left, pool.resetsIn());
    },
  };
};

/** The points that are left in this hour. */
export const pointsLeftOf = (pool: PointPool, { jiraPointsPerHour }: JiraLimits): number =>
  Math.max(0, jiraPointsPerHour - pool.used());

/** The share of the points that is left when replies begin to say so. */
const NEAR = 0.2;

type Counted = Pick<Refusal, 'reason' | 'most'> & { readonly name: string; readonly lengthMs: number };

const countedFor = (
  { method }: JiraRequest,
  { endpoint, writtenIssue }: Target,
  limits: JiraLimits,
): Counted[] => {
  const writes = method === 'PUT' || method === 'DELETE';
  const burst = {
    reason: 'jira-burst-based',
    name: endpoint,
    lengthMs: SECOND,
    most: writes ? limits.jiraWritesPerSecond : limits.jiraReadsPerSecond,
  } as const;
  if (writtenIssue === null) return [burst];
  const ofIssue = { reason: 'jira-per-issue-on-write', name: `issue ${writtenIssue}` } as const;
  return [
    burst,
    { ...ofIssue, lengthMs: 2 * SECOND, most: limits.jiraIssueWritesPer2Seconds },
    { ...ofIssue, lengthMs: 30 * SECOND, most: limits.jiraIssueWritesPer30Seconds },
  ];
};
