import { AsyncLocalStorage } from 'node:async_hooks';
import { bundleApp } from './bundle-app';
import { createForgeFetch, type Platform } from './forge-fetch';
import type { Manifest, Module } from './manifest';
import { contextAri, describeRuntime, type Installation } from './runtime';
import { createSandbox, runScript } from './sandbox';

export type AppOptions = Omit<Platform, 'caller'> & {
  readonly root: string;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
};

/** One call of a resolver. `accountId` is `null` for anonymous. */
export type Invocation = {
  readonly module: Module;
  readonly accountId: string | null;
  /** The front end's context. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly functionKey: string;
  readonly payload: unknown;
};

export type App = {
  /** The resolver's result, through JSON as on Forge. @throws InvocationError */
  readonly invoke: (invocation: Invocation) => Promise<unknown>;
};

/** What the front end is told when a resolver does not answer. */
export class InvocationError extends Error {
  constructor(message: string) {
    super(`There was an error invoking the function - ${message}`);
  }
}

/** The app's back end, compiled and running in a world of its own. */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { manifest, root } = options;
  const running = new AsyncLocalStorage<{ readonly accountId: string | null; readonly runtime: unknown }>();
  const context = createSandbox({
    now: options.now,
    log: options.log,
    runtime: () => running.getStore()?.runtime,
    forgeFetch: createForgeFetch({ ...options, caller: () => running.getStore()?.accountId ?? undefined }),
  });
  const files = new Set([...manifest.handlers.values()].map((handler) => handler.split('.')[0] ?? ''));
  const exported = new Map<string, Record<string, unknown>>();
  for (const file of files)
    exported.set(file, runScript(context, await bundleApp(root, file), `${file}.cjs`));
  const handlers = new Map(
    [...manifest.handlers].map(([key, handler]) => [key, findHandler(exported, handler)]),
  );

  return {
    invoke: async (invocation) => {
      const { functionKey } = invocation.module;
      const handler = functionKey === null ? undefined : handlers.get(functionKey);
      if (handler === undefined || functionKey === null) {
        throw new InvocationError(`Module ${invocation.module.key} has no resolver.`);
      }
      const accountId = invocation.accountId ?? ANONYMOUS;
      const deadline = performance.now() + LIMIT_MS;
      const runtime = describeRuntime(manifest, options.installation, invocation.module, {
        functionKey,
        accountId,
        deadline,
      });
      const call = () => handler(...requestOf(invocation, options.installation, accountId));
      return measured(options, `${functionKey}/${invocation.functionKey}`, () =>
        running.run({ accountId: invocation.accountId, runtime }, call),
      );
    },
  };
};

const ANONYMOUS = 'unidentified';
const LIMIT_MS = 25_000;
const MAX_REQUEST = 500 * 1024;
const MAX_RESPONSE = 5 * 1024 * 1024;

type Handler = (request: unknown, backEnd: unknown) => Promise<unknown>;

const findHandler = (exported: ReadonlyMap<string, Record<string, unknown>>, handler: string): Handler => {
  const [file = '', name = ''] = handler.split('.');
  const found = exported.get(file)?.[name];
  if (typeof found !== 'function')
    throw new Error(`src/${file}.ts exports no ${name}, which manifest.yml names.`);
  return found as Handler;
};

const requestOf = (
  { functionKey, payload, context }: Invocation,
  { cloudId, installationId }: Installation,
  accountId: string,
): [unknown, unknown] => {
  const sent = JSON.stringify({ call: { functionKey, payload }, context });
  if (Buffer.byteLength(sent) > MAX_REQUEST) {
    throw new InvocationError(
      `The request weighs ${Buffer.byteLength(sent)} bytes; Forge takes ${MAX_REQUEST}.`,
    );
  }
  const ari = contextAri(cloudId);
  return [
    JSON.parse(sent),
    {
      installContext: ari,
      principal: { accountId },
      installation: { ari: `ari:cloud:ecosystem::installation/${installationId}`, contexts: [ari] },
    },
  ];
};

/** Runs the handler against the clock, meters it, and puts its result through JSON. */
const measured = async (
  options: AppOptions,
  name: string,
  call: () => Promise<unknown>,
): Promise<unknown> => {
  const started = performance.now();
  let failed = true;
  try {
    const fault = await options.faults.strike('invoke', name);
    if (fault !== null)
      throw new Error(fault.drop ? 'The connection was lost.' : `Status ${fault.status ?? 500}.`);
    const result = await withinLimit(call());
    const text = JSON.stringify(result);
    if (text !== undefined && Buffer.byteLength(text) > MAX_RESPONSE) {
      throw new Error(`The response weighs ${Buffer.byteLength(text)} bytes; Forge takes ${MAX_RESPONSE}.`);
    }
    failed = false;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof InvocationError) throw error;
    options.log('error', [error]);
    throw new InvocationError(messageOf(error));
  } finally {
    options.meter.invoked(name, performance.now() - started, failed);
  }
};

const withinLimit = async (result: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Function timed out after ${LIMIT_MS / 1000} seconds.`)),
      LIMIT_MS,
    );
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
};

/** Errors of the app come from another world, where `instanceof Error` is false here. */
const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
