import * as v from 'valibot';
import { issueId } from '../contract/schemas';
import type { IsoInstant } from '../domain/dates';
import { TAG_PROPERTY } from '../domain/tag';
import { findIssueLevel } from '../jira/issue-level';
import { again } from '../platform/again';
import { installationKey } from '../platform/installation';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { waitForStorage } from '../storage/storage-calls';
import { askForJqlRefresh } from '../usecases/ask-for-jql-refresh';
import { burstOf, type Burst } from './burst';

const event = v.object({
  eventType: v.string(),
  issue: v.object({
    id: issueId,
    fields: v.optional(
      v.object({ issuetype: v.optional(v.object({ hierarchyLevel: v.optional(v.number()) })) }),
    ),
  }),
  property: v.optional(v.object({ key: v.string() })),
  changelog: v.optional(v.object({ items: v.array(v.object({ field: v.optional(v.string()) })) })),
});

type Event = v.InferOutput<typeof event>;

/** So many issues are asked for their level, one by one; what is told beyond comes of an action on many. */
const FEW = 3;

/**
 * Called by Forge when an issue was tagged, moved under another parent, made or deleted: at least once, in any order.
 * Only what stands above stories hands tags down, so for everything else finding out its level is all that is done. Where
 * many are told at once not even that: one refresh for all of them costs less than a question about each.
 */
export const issueChanged = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success || !mayHandDown(parsed.output)) return undefined;
  try {
    const told = levelTold(parsed.output);
    const now = Date.now();
    const burst = burstOf(installationKey(), now);
    if (told === undefined && (burst.told += 1) > FEW) {
      await refreshAfter(burst, now);
      return undefined;
    }
    const level = told ?? (await findIssueLevel(jiraAsApp, parsed.output.issue.id)) ?? 0;
    if (level > 0) await askForJqlRefresh(instantOf(now));
    return undefined;
  } catch {
    return again();
  }
};

/** Noted once it is certain: who is told at the same time asks as well, and the refresh comes once all the same. */
const refreshAfter = async (burst: Burst, now: number): Promise<void> => {
  if (burst.isAskedFor) return;
  await askForJqlRefresh(instantOf(now), instantOf(burst.until));
  burst.isAskedFor = true;
};

const instantOf = (milliseconds: number): IsoInstant => new Date(milliseconds).toISOString() as IsoInstant;

const mayHandDown = ({ property, changelog }: Event): boolean => {
  if (property) return property.key === TAG_PROPERTY;
  return changelog === undefined || changelog.items.some(({ field }) => field === PARENT);
};

/** What Jira's history calls a change of the parent. */
const PARENT = 'IssueParentAssociation';

const levelTold = ({ issue }: Event): number | undefined => issue.fields?.issuetype?.hierarchyLevel;
