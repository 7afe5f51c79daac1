import * as v from 'valibot';
import { sprintId } from '../contract/sprint-planning';
import type { IsoInstant } from '../domain/dates';
import { again } from '../platform/again';
import { pushLedgerTask } from '../platform/sprint-ledger-queue';

/** Of our time: moments compare as texts only where their years have four digits. */
const isMoment = (text: string): boolean => {
  const moment = Date.parse(text);
  return moment >= 0 && moment < Date.parse('9999-12-31');
};

const event = v.object({
  eventType: v.picklist(['avi:jira-software:started:sprint', 'avi:jira-software:closed:sprint']),
  sprint: v.object({
    id: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), sprintId),
    startDate: v.fallback(v.nullish(v.pipe(v.string(), v.check(isMoment))), null),
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
