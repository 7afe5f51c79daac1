import * as v from 'valibot';
import { problemOf } from '../contract/outcome';
import { instant } from '../contract/backup-records';
import type { IsoInstant } from '../domain/dates';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { again } from '../platform/jql-refresh-queue';
import { storageProblemOf, waitForStorage } from '../storage/storage-calls';
import { refreshJql as refresh } from '../usecases/refresh-jql';

const event = v.object({ body: v.object({ dueAt: instant }) });

const AGAIN_AFTER_S = 60;

/** Called by Forge for what `askForJqlRefresh` pushed: at least once, perhaps late. What it could not read it asks for again. */
export const refreshJql = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success) return undefined;
  try {
    await refresh(jiraAsApp, parsed.output.body.dueAt, new Date().toISOString() as IsoInstant);
    return undefined;
  } catch (error) {
    if (problemOf(error) ?? storageProblemOf(error)) return again(AGAIN_AFTER_S);
    throw error;
  }
};
