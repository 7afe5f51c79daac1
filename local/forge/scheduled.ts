import type { App } from './app';
import type { ScheduledTrigger } from './back-end-modules';
import type { Deliveries } from './deliveries';
import type { Installation } from './runtime';

export type Scheduled = {
  /** Calls a scheduled trigger now, out of its turn. @throws an error that names the triggers there are */
  readonly runNow: (moduleKey: string) => void;
};

type Options = {
  readonly triggers: readonly ScheduledTrigger[];
  readonly app: () => App;
  readonly installation: Installation;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
};

/**
 * Calls the manifest's scheduled triggers by the stand-in's clock: the first time about five minutes after the app was
 * started, then once in each interval. What a trigger answers is ignored; what fails is not tried again before its next
 * turn, nor is a turn made up for that went by while the clock was moved.
 */
export const startScheduled = ({ triggers, app, installation, deliveries, now }: Options): Scheduled => {
  const call = ({ key, functionKey }: ScheduledTrigger): void => {
    const { cloudId } = installation;
    const body = { context: { cloudId, moduleKey: key }, contextToken: 'local' };
    deliveries.send({
      deliver: async () => {
        await app()
          .callFunction(functionKey, body, { moduleKey: key })
          .catch(() => undefined);
      },
    });
  };
  const first = now().getTime() + FIRST_MS;
  const turns = new Map<string, number>();
  deliveries.addSource(() => {
    for (const trigger of triggers) {
      const turn = Math.floor((now().getTime() - first) / trigger.intervalMs);
      if (turn >= 0 && turn > (turns.get(trigger.key) ?? -1)) call(trigger);
      turns.set(trigger.key, Math.max(turn, -1));
    }
  });
  return {
    runNow: (moduleKey) => {
      const trigger = triggers.find(({ key }) => key === moduleKey);
      if (trigger === undefined) {
        const known = triggers.map(({ key }) => key).join(', ') || 'none';
        throw new Error(`The manifest has no scheduled trigger ${moduleKey}; it has ${known}.`);
      }
      call(trigger);
    },
  };
};

const FIRST_MS = 5 * 60_000;
