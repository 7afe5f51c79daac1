import type { Account } from '../jira/model';
import type { Jira } from '../seams';
import type { App } from './app';
import type { Services } from './atlassian-services';
import { createDeliveries, type Deliveries } from './deliveries';
import { startEvents, type Events } from './events';
import type { Manifest } from './manifest';
import { personalDataService } from './personal-data';
import { queueServices } from './queues';
import type { Installation } from './runtime';
import { startScheduled, type Scheduled } from './scheduled';

/** What happens without a person who waits for it: events, queues, calls by the clock. */
export type Background = {
  readonly deliveries: Deliveries;
  readonly events: Events;
  readonly scheduled: Scheduled;
  /** What the app asks of it. */
  readonly services: Services;
};

export type BackgroundOptions = {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly jira: Jira;
  readonly accounts: readonly Account[];
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
  /** The app, which is installed only after its services are there. */
  readonly app: () => App;
};

export const createBackground = (options: BackgroundOptions): Background => {
  const { triggers, scheduledTriggers, consumers, timeouts } = options.manifest.backEnd;
  const deliveries = createDeliveries(options.now);
  const post = { ...options, deliveries };
  return {
    deliveries,
    events: startEvents({ ...post, triggers }),
    scheduled: startScheduled({ ...post, triggers: scheduledTriggers }),
    services: new Map([
      ['/app/report-accounts', personalDataService(options.accounts, scopesOf(options.manifest))],
      ...queueServices({ ...post, consumers, timeouts }),
    ]),
  };
};

const scopesOf = ({ permissions }: Manifest): readonly string[] =>
  (permissions['scopes'] ?? []) as readonly string[];
