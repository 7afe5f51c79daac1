/** Answers the other side's calls. What it throws reaches the caller as an error with the same message. */
export type Answerer = (command: string, data: unknown) => unknown;

/** Asks the other side; rejects with what it threw. */
export type Ask = (command: string, data?: unknown) => Promise<unknown>;

/**
 * Calls over a message port in both directions. Functions inside arguments and results cross as well: the other side
 * gets a function that calls back and answers a promise. (Structured clone refuses functions, and libraries for this
 * want each callback marked by hand, which the app's bridge does not do.)
 */
export const connect = (port: MessagePort, answer: Answerer): Ask => {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const functions = new Map<number, Callback>();
  let count = 0;

  const share = (callback: Callback): Remote => {
    functions.set(++count, callback);
    return { [REMOTE]: count };
  };
  const send = (message: Omit<Call, 'id'>): Promise<unknown> => {
    const id = ++count;
    port.postMessage({ ...message, id });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  const pack = (value: unknown): unknown =>
    holds(value, isFunction) ? mapDeep(value, (one) => (isFunction(one) ? share(one) : one)) : value;
  const unpack = (value: unknown): unknown =>
    holds(value, isRemote)
      ? mapDeep(value, (one) =>
          isRemote(one)
            ? (...values: unknown[]) => send({ to: one[REMOTE], values: values.map(pack) }).then(unpack)
            : one,
        )
      : value;

  const run = async (call: Call): Promise<void> => {
    const values = call.values.map(unpack);
    try {
      const callback =
        typeof call.to === 'number'
          ? functions.get(call.to)
          : (...given: unknown[]) => answer(call.to as string, given[0]);
      port.postMessage({ answers: call.id, value: pack(await callback?.(...values)) });
    } catch (error) {
      port.postMessage({ answers: call.id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  port.onmessage = ({ data }: MessageEvent<Call | Reply>) => {
    if (!('answers' in data)) return void run(data);
    const caller = waiting.get(data.answers);
    waiting.delete(data.answers);
    if (data.error === undefined) caller?.resolve(unpack(data.value));
    else caller?.reject(new Error(data.error));
  };
  return (command, data) => send({ to: command, values: [pack(data)] });
};

const REMOTE = '__remoteFunction';

type Callback = (...values: unknown[]) => unknown;
type Remote = { readonly [REMOTE]: number };
/** To a command by name, or to a shared function by number. */
type Call = { readonly id: number; readonly to: string | number; readonly values: readonly unknown[] };
type Reply = { readonly answers: number; readonly value?: unknown; readonly error?: string };

const isRemote = (value: unknown): value is Remote =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Remote>)[REMOTE] === 'number';

const isFunction = (value: unknown): value is Callback => typeof value === 'function';

/** Most of what crosses is plain data, and making it anew would cost a page more than showing it. */
const holds = (value: unknown, isSought: (one: unknown) => boolean): boolean => {
  if (isSought(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => holds(one, isSought));
  if (!isPlain(value)) return false;
  for (const key in value) if (holds((value as Record<string, unknown>)[key], isSought)) return true;
  return false;
};

/** Replaces what `change` changes, and goes into plain objects and lists; all else is left to structured clone. */
const mapDeep = (value: unknown, change: (one: unknown) => unknown): unknown => {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((one) => mapDeep(one, change));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapDeep(one, change)]));
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with this realm's own: what crossed may come from another.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};
