import { readEventFilter, type EventFilter } from './event-filter';

/** The modules of a manifest that the platform calls by itself, and how long its functions may run. */
export type BackEndModules = {
  readonly triggers: readonly Trigger[];
  readonly scheduledTriggers: readonly ScheduledTrigger[];
  readonly consumers: readonly Consumer[];
  /** Function key → its `timeoutSeconds`, where it has one. */
  readonly timeouts: ReadonlyMap<string, number>;
  /** Module key → its type, for every module. */
  readonly moduleTypes: ReadonlyMap<string, string>;
};

export type Trigger = {
  readonly key: string;
  readonly functionKey: string;
  /** Event names, each with what is left out of it. */
  readonly events: ReadonlyMap<string, Subscription>;
};

export type Subscription = {
  /** Whether it is left out when the app itself caused it. */
  readonly ignoreSelf: boolean;
  /** `null` lets everything pass. */
  readonly expression: EventFilter | null;
  /** What becomes of an event where the expression fails. */
  readonly onError: (typeof ON_ERROR)[number];
};

const ON_ERROR = ['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'] as const;

export type ScheduledTrigger = {
  readonly key: string;
  readonly functionKey: string;
  readonly intervalMs: number;
};

export type Consumer = {
  readonly key: string;
  readonly queue: string;
  readonly functionKey: string;
  /** The resolver's function that gets the event, where the manifest names one. */
  readonly method: string | null;
};

export type RawModule = { readonly key: string } & Readonly<Record<string, unknown>>;

/** @throws a sentence that names the module and what of it the stand-in does not play. */
export const readBackEndModules = (
  byType: Readonly<Record<string, readonly RawModule[]>>,
): BackEndModules => ({
  triggers: (byType['trigger'] ?? []).map(readTrigger),
  scheduledTriggers: (byType['scheduledTrigger'] ?? []).map(readScheduledTrigger),
  consumers: (byType['consumer'] ?? []).map(readConsumer),
  timeouts: new Map(
    (byType['function'] ?? []).flatMap(({ key, timeoutSeconds }) =>
      typeof timeoutSeconds === 'number' ? [[key, timeoutSeconds] as const] : [],
    ),
  ),
  moduleTypes: new Map(
    Object.entries(byType).flatMap(([type, modules]) => modules.map(({ key }) => [key, type] as const)),
  ),
});

const readTrigger = (module: RawModule): Trigger => {
  const events = module['events'] as readonly (string | RawSubscription)[];
  const common = readFilter(module.key, module['filter']);
  return {
    key: module.key,
    functionKey: functionOf(module),
    events: new Map(
      events.map((one) => {
        if (typeof one === 'string') return [one, common];
        if (one.payload !== undefined) throw unplayed(module.key, 'a payload of its own');
        return [one.eventType, readFilter(module.key, one.filter)];
      }),
    ),
  };
};

type RawSubscription = { readonly eventType: string; readonly filter?: unknown; readonly payload?: unknown };

const readFilter = (key: string, filter: unknown): Subscription => {
  const { ignoreSelf, expression, onError, ...rest } = (filter ?? {}) as Readonly<Record<string, unknown>>;
  const [other] = Object.keys(rest);
  if (other !== undefined) throw unplayed(key, `the filter ${other}`);
  return {
    ignoreSelf: ignoreSelf === true,
    expression: expression === undefined ? null : readExpression(key, String(expression)),
    onError: ON_ERROR.find((known) => known === onError) ?? 'IGNORE_AND_LOG',
  };
};

const readExpression = (key: string, expression: string): EventFilter => {
  try {
    return readEventFilter(expression);
  } catch (error) {
    const why = `The filter of the module ${key} of manifest.yml cannot be read: ${String(error)}.`;
    throw new Error(why, { cause: error });
  }
};

const readScheduledTrigger = (module: RawModule): ScheduledTrigger => {
  const intervalMs = INTERVALS[String(module['interval'])];
  if (intervalMs === undefined) throw unplayed(module.key, `the interval ${String(module['interval'])}`);
  return { key: module.key, functionKey: functionOf(module), intervalMs };
};

const MINUTE = 60_000;
const INTERVALS: Readonly<Record<string, number>> = {
  fiveMinute: 5 * MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  week: 7 * 24 * 60 * MINUTE,
};

const readConsumer = (module: RawModule): Consumer => {
  const resolver = module['resolver'] as { readonly function?: string; readonly method?: string } | undefined;
  const queue = String(module['queue']);
  if (resolver === undefined)
    return { key: module.key, queue, functionKey: functionOf(module), method: null };
  if (resolver.function === undefined || resolver.method === undefined) {
    throw unplayed(module.key, 'a resolver without function and method');
  }
  return { key: module.key, queue, functionKey: resolver.function, method: resolver.method };
};

const functionOf = ({ key, function: functionKey }: RawModule): string => {
  if (typeof functionKey !== 'string') throw unplayed(key, 'a module without a function');
  return functionKey;
};

const unplayed = (key: string, what: string): Error =>
  new Error(`The module ${key} of manifest.yml has ${what}, which the stand-in does not play.`);
