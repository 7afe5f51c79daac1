import type { Jira, JiraCaller, ProductEvent } from '../seams';
import type { App } from './app';
import { deliver } from './attempts';
import type { Trigger } from './back-end-modules';
import type { Deliveries } from './deliveries';
import type { Installation } from './runtime';

export type Events = {
  /**
   * Sends a product event to the triggers that listen for it; answers their keys.
   * @throws when that is no name of an event
   */
  readonly fire: (event: ProductEvent, by: JiraCaller) => readonly string[];
};

type Options = {
  readonly triggers: readonly Trigger[];
  readonly app: () => App;
  readonly installation: Installation;
  readonly jira: Jira;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
};

/** Sends what happens in Jira to the manifest's triggers. */
export const startEvents = (options: Options): Events => {
  const fire: Events['fire'] = (event, by) => {
    if (!EVENT_NAME.test(event.eventType)) throw new Error(`${event.eventType} is no name of an event.`);
    const told = options.triggers.filter((trigger) => listens(options, trigger, event, by));
    for (const trigger of told) send(options, trigger, event, by);
    return told.map(({ key }) => key);
  };
  if (options.triggers.length > 0) {
    options.jira.onChange(({ told }) => {
      for (const event of told?.events() ?? []) fire(event, told?.by ?? { as: 'anonymous' });
    });
  }
  return { fire };
};

const EVENT_NAME = /^avi:jira(-software)?:[a-z-]+:[a-z-]+$/;

/** An app can shut its ears to what it did itself, as the app, in Jira; not to what happens to boards and sprints. */
const listens = (
  options: Options,
  { key, events }: Trigger,
  event: ProductEvent,
  by: JiraCaller,
): boolean => {
  const { eventType } = event;
  const subscription = events.get(eventType);
  if (subscription === undefined) return false;
  if (subscription.ignoreSelf && by.as === 'app' && eventType.startsWith('avi:jira:')) return false;
  try {
    return subscription.expression?.(event) ?? true;
  } catch (error) {
    const { onError } = subscription;
    if (onError.endsWith('_AND_LOG')) options.log('warn', [`The filter of ${key} failed.`, error]);
    return onError.startsWith('RECEIVE');
  }
};

const send = (options: Options, { key, functionKey }: Trigger, event: ProductEvent, by: JiraCaller): void => {
  const { app, installation } = options;
  const body = {
    ...event,
    selfGenerated: by.as === 'app',
    context: { cloudId: installation.cloudId, moduleKey: key, userAccess: { enabled: false } },
    contextToken: 'local',
  };
  // What is told is how it was when it happened, however late it comes.
  const written = JSON.stringify(body);
  deliver(options, {
    call: (retryContext) => {
      const again = retryContext === undefined ? {} : { retryContext };
      return app().callFunction(
        functionKey,
        { ...(JSON.parse(written) as object), ...again },
        { moduleKey: key },
      );
    },
    ended: () => undefined,
  });
};
