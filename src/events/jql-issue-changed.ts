import * as v from 'valibot';
import { issueId } from '../contract/schemas';
import type { IsoInstant } from '../domain/dates';
import { TAG_PROPERTY } from '../domain/tag';
import { findIssueLevel } from '../jira/issue-level';
import { again } from '../platform/again';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { waitForStorage } from '../storage/storage-calls';
import { askForJqlRefresh } from '../usecases/ask-for-jql-refresh';

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

/**
 * Called by Forge when an issue was tagged, moved under another parent, made or deleted: at least once, in any order.
 * Only what stands above stories hands tags down, so for everything else finding out its level is all that is done.
 */
export const issueChanged = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success || !mayHandDown(parsed.output)) return undefined;
  try {
    const level = levelTold(parsed.output) ?? (await findIssueLevel(jiraAsApp, parsed.output.issue.id)) ?? 0;
    if (level > 0) await askForJqlRefresh(new Date().toISOString() as IsoInstant);
    return undefined;
  } catch {
    return again();
  }
};

const mayHandDown = ({ property, changelog }: Event): boolean => {
  if (property) return property.key === TAG_PROPERTY;
  return changelog === undefined || changelog.items.some(({ field }) => field === PARENT);
};

/** What Jira's history calls a change of the parent. */
const PARENT = 'IssueParentAssociation';

const levelTold = ({ issue }: Event): number | undefined => issue.fields?.issuetype?.hierarchyLevel;
