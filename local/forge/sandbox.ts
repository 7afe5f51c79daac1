import { createRequire } from 'node:module';
import { createContext, runInContext, type Context } from 'node:vm';
import type { ForgeFetch } from './forge-fetch';

/** What the app's globals are filled with. */
export type Seams = {
  readonly now: () => Date;
  readonly forgeFetch: ForgeFetch;
  /** The running invocation's `__forge_runtime__`, `undefined` outside of one. */
  readonly runtime: () => unknown;
  readonly log: (level: string, words: readonly unknown[]) => void;
};

/** A world of its own for the app, in which time is the stand-in's and the two seams of the platform are filled. */
export const createSandbox = (seams: Seams): Context => {
  const context = createContext({
    ...NODE_GLOBALS,
    console: capturedConsole(seams.log),
    process: limitedProcess(),
  });
  const realDate = runInContext('Date', context) as DateConstructor;
  const json = runInContext('JSON', context) as JSON;
  const global = runInContext('globalThis', context) as Record<string, unknown>;
  (runInContext('Math', context) as Math).random = () => Math.random();
  Object.defineProperty(global, 'performance', { get: () => performance });
  global['global'] = global;
  global['Date'] = dateBy(realDate, seams.now);
  global['fetch'] = refuseEgress;
  global['__forge_fetch__'] = async (...call: Parameters<ForgeFetch>) => {
    const reply = await seams.forgeFetch(...call);
    // The app's own JSON, so that what it parses are its own world's objects.
    return { ...reply, json: async () => json.parse(await reply.text()) as unknown };
  };
  Object.defineProperty(global, '__forge_runtime__', { get: seams.runtime });
  return context;
};

/** Runs a CommonJS script in the sandbox; answers what it exports. */
export const runScript = (context: Context, script: string, filename: string): Record<string, unknown> => {
  const wrapper = runInContext(`(function (exports, require, module) {${script}\n})`, context, {
    filename,
  }) as (exports: object, require: NodeJS.Require, module: object) => void;
  const module = { exports: {} as Record<string, unknown> };
  wrapper(module.exports, createRequire(__filename), module);
  return module.exports;
};

/** Chance and timers are looked up when they are used, so that a test which rules the host's rules the app's. */
const NODE_GLOBALS = {
  AbortController,
  AbortSignal,
  Blob,
  Buffer,
  Event,
  EventTarget,
  FormData,
  Headers,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearImmediate,
  clearInterval,
  clearTimeout: (...given: Parameters<typeof clearTimeout>) => clearTimeout(...given),
  crypto: globalThis.crypto,
  queueMicrotask,
  setImmediate,
  setInterval,
  setTimeout: (...given: Parameters<typeof setTimeout>) => setTimeout(...given),
  structuredClone,
};

const dateBy = (realDate: DateConstructor, now: () => Date): DateConstructor =>
  new Proxy(realDate, {
    construct: (target, given, newTarget: DateConstructor) =>
      Reflect.construct(target, given.length === 0 ? [now().getTime()] : given, newTarget) as Date,
    apply: (target) => new target(now().getTime()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? () => now().getTime() : (Reflect.get(target, key, receiver) as unknown),
  });

const LEVELS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

const capturedConsole = (log: Seams['log']) =>
  Object.fromEntries(LEVELS.map((level) => [level, (...words: readonly unknown[]) => log(level, words)]));

/** The app sees Node, but not this machine's environment. */
const limitedProcess = () =>
  Object.create(process, { env: { value: { NODE_ENV: 'production' } } }) as NodeJS.Process;

const refuseEgress = (address: unknown) =>
  Promise.reject(
    new Error(`BLOCKED_EGRESS: the manifest allows no egress, and the app asked for ${String(address)}.`),
  );
