import * as v from 'valibot';
import type { IsoInstant } from '../domain/dates';
import { again } from '../platform/again';
import { pushLedgerTask } from '../platform/sprint-ledger-queue';

const event = v.object({
  eventType: v.picklist(['avi:jira-software:started:sprint', 'avi:jira-software:closed:sprint']),
  sprint: v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer(), v.minValue(1)),
    startDate: v.fallback(
      v.nullish(
        v.pipe(
          v.string(),
          v.check((text) => !Number.isNaN(Date.parse(text))),
        ),
      ),
      null,
    ),
  }),
});

/** Called by Forge when a sprint was started or closed: at least once, in any order. Freezing it is left to the queue. */
export const sprintChanged = async (told: unknown): Promise<unknown> => {
  const parsed = v.safeParse(event, told);
  if (!parsed.success) return undefined;
  const { eventType, sprint } = parsed.output;
  const isStart = eventType === 'avi:jira-software:started:sprint';
  const startedAt =
    isStart && sprint.startDate ? (new Date(sprint.startDate).toISOString() as IsoInstant) : null;
  try {
    await pushLedgerTask({ kind: 'freeze', sprintId: sprint.id, startedAt });
    return undefined;
  } catch {
    return again();
  }
};
