import * as v from 'valibot';
import { problemOf } from '../contract/outcome';
import { instant } from '../contract/backup-header';
import type { IsoInstant } from '../domain/dates';
import { again } from '../platform/again';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { storageProblemOf, waitForStorage } from '../storage/storage-calls';
import { refreshJql as refresh } from '../usecases/refresh-jql';

const event = v.object({ body: v.object({ dueAt: instant }) });

/** Called by Forge for what `askForJqlRefresh` pushed: at least once, perhaps late. What it could not read it asks for again. */
export const refreshJql = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success) return undefined;
  try {
    const { dueAt } = parsed.output.body;
    const rest = await refresh(jiraAsApp, dueAt, new Date().toISOString() as IsoInstant);
    return rest === null ? undefined : again(rest);
  } catch (error) {
    if (problemOf(error) ?? storageProblemOf(error)) return again();
    throw error;
  }
};
