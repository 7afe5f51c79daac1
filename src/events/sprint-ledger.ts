import * as v from 'valibot';
import { instant } from '../contract/backup-header';
import { problemOf } from '../contract/outcome';
import { sprintId } from '../contract/sprint-planning';
import type { IsoInstant } from '../domain/dates';
import { again } from '../platform/again';
import { invocationPatience } from '../platform/invocation-patience';
import { jiraAsApp } from '../platform/jira-as-app';
import { pushLedgerTask } from '../platform/sprint-ledger-queue';
import { storageProblemOf, waitForStorage } from '../storage/storage-calls';
import { freezeSprint } from '../usecases/freeze-sprint';
import { reconcileBoards } from '../usecases/reconcile-sprints';

const event = v.object({
  body: v.variant('kind', [
    v.object({
      kind: v.literal('freeze'),
      sprintId,
      startedAt: v.nullable(instant),
    }),
    v.object({ kind: v.literal('reconcile'), startAt: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ]),
});

/** Called by Forge for what was pushed: at least once, perhaps late. What could not be done it asks to be told again. */
export const keepSprintLedger = async (told: unknown): Promise<unknown> => {
  waitForStorage(() => invocationPatience);
  const parsed = v.safeParse(event, told);
  if (!parsed.success) return undefined;
  const { body } = parsed.output;
  const now = new Date().toISOString() as IsoInstant;
  try {
    if (body.kind === 'freeze') {
      await freezeSprint(jiraAsApp, body.sprintId, body.startedAt, now);
      return undefined;
    }
    const { sprintIds, next } = await reconcileBoards(jiraAsApp, body.startAt);
    for (const sprintId of sprintIds) await pushLedgerTask({ kind: 'freeze', sprintId, startedAt: null });
    if (next !== null) await pushLedgerTask({ kind: 'reconcile', startAt: next });
    return undefined;
  } catch (error) {
    if (problemOf(error) ?? storageProblemOf(error)) return again();
    throw error;
  }
};

/** Called by Forge once a day, now and then twice. */
export const reconcileSprints = (): Promise<void> => pushLedgerTask({ kind: 'reconcile', startAt: 0 });
