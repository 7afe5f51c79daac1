import type { Chain } from './atlassian-services';
import { isLostOnPurpose, underFault } from './faults';
import { createForgeFetch, type Platform } from './forge-fetch';
import {
  InvocationError,
  MAX_PAYLOAD,
  MAX_REQUEST,
  messageOf,
  passIn,
  passOut,
  PlatformError,
  withinLimit,
} from './invocation';
import type { Module } from './manifest';
import type { Process, Surroundings } from './process';
import { contextAri, describeRuntime, type Installation } from './runtime';
import { limitOf } from './time-limit';

export type AppOptions = Omit<Platform, 'caller' | 'chain'> & {
  /** The warm process that serves this installation, among others. */
  readonly process: Process;
  readonly installation: Installation;
  readonly now: () => Date;
  readonly log: (level: string, words: readonly unknown[]) => void;
  /** Why a user's call may not run now, `null` where it may. */
  readonly refusalOf: (accountId: string | null) => string | null;
  /** How long any function may run; the platform's limits unless given. */
  readonly timeLimitMs?: number;
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

/** On whose behalf the platform calls a function. */
export type CalledBy = {
  readonly moduleKey: string;
  /** The user, where there is one. */
  readonly accountId?: string;
  /** What the call descends from, when it was caused by another one. */
  readonly chain?: Chain;
};

/** The app as one site has it installed. */
export type App = {
  /** The resolver's result, through JSON as on Forge. @throws InvocationError */
  readonly invoke: (invocation: Invocation) => Promise<unknown>;
  /**
   * The result of any function of the manifest, called with `body` as the platform calls it for a module: a trigger, a
   * scheduled trigger, a consumer, a JQL function. @throws InvocationError
   */
  readonly callFunction: (functionKey: string, body: unknown, by: CalledBy) => Promise<unknown>;
};

/** Installs the app of a process in a site. */
export const installApp = (options: AppOptions): App => {
  const { manifest } = options.process;
  return {
    invoke: async ({ module, accountId, context, functionKey, payload }) => {
      if (module.functionKey === null) {
        throw new InvocationError(`Module ${module.key} has no resolver.`);
      }
      const refusal = options.refusalOf(accountId);
      if (refusal !== null) {
        options.meter.refusedInvocation();
        throw new InvocationError(refusal);
      }
      return run(options, {
        name: `${module.functionKey}/${functionKey}`,
        functionKey: module.functionKey,
        module,
        accountId: accountId ?? undefined,
        principal: { accountId: accountId ?? ANONYMOUS },
        body: passIn({ call: { functionKey, payload }, context }, MAX_REQUEST),
        chain: { pushes: 0 },
      });
    },
    callFunction: async (functionKey, body, { moduleKey, accountId, chain = { pushes: 0 } }) => {
      const type = manifest.backEnd.moduleTypes.get(moduleKey);
      if (type === undefined) throw new InvocationError(`The manifest has no module ${moduleKey}.`);
      return run(options, {
        name: `${functionKey}/${moduleKey}`,
        functionKey,
        module: { key: moduleKey, type },
        accountId,
        principal: accountId === undefined ? undefined : { accountId },
        body: passIn(body, MAX_PAYLOAD),
        chain,
      });
    },
  };
};

const ANONYMOUS = 'unidentified';
const UNKNOWN_FAULT = 'FUNCTION_PLATFORM_UNKNOWN_ERROR';

type Run = {
  /** What the meter and the faults know it by. */
  readonly name: string;
  readonly functionKey: string;
  readonly module: { readonly key: string; readonly type: string };
  readonly accountId: string | undefined;
  /** Whom the platform says it is, absent where it calls by itself. */
  readonly principal: { readonly accountId: string } | undefined;
  readonly body: unknown;
  readonly chain: Chain;
};

/** Runs the function against the clock, meters it, and puts its result through JSON. */
const run = async (options: AppOptions, one: Run): Promise<unknown> => {
  const started = performance.now();
  let failed = true;
  try {
    const limitMs = options.timeLimitMs ?? limitOf(options.process.manifest, one);
    const result = await underFault(await options.faults.strike('invoke', one.name), {
      happen: async () => passOut(await withinLimit(call(options, one, limitMs), limitMs)),
      answered: ({ status }) => {
        const fault = status === 429 ? 'FUNCTION_PLATFORM_RATE_LIMITED' : UNKNOWN_FAULT;
        throw new PlatformError(fault, `Status ${status}.`, true);
      },
      lost: () => new PlatformError(UNKNOWN_FAULT, 'The connection was lost.', true),
    });
    failed = false;
    return result;
  } catch (error) {
    logFailure(options, one, error);
    throw new InvocationError(messageOf(error), error instanceof PlatformError ? error.fault : null);
  } finally {
    options.meter.invoked(one.name, performance.now() - started, failed);
  }
};

/** What was broken on purpose is nothing to look into: at most a line, where the app could have made the best of it. */
const logFailure = ({ log }: AppOptions, { name }: Run, error: unknown): void => {
  if (error instanceof PlatformError && error.isOnPurpose) return;
  if (isLostOnPurpose(error)) log('error', [`${name}: ${messageOf(error)}, as a fault has it.`]);
  else log('error', [error]);
};

const call = (options: AppOptions, one: Run, limitMs: number): Promise<unknown> => {
  const { process, installation, now, log, meter } = options;
  const { functionKey, module, accountId, principal, body, chain } = one;
  const ari = contextAri(installation.cloudId);
  const deadline = performance.now() + limitMs;
  const aaid = principal?.accountId;
  const surroundings: Surroundings = {
    now,
    log: (level, words) => {
      meter.logged(words);
      log(level, words);
    },
    runtime: describeRuntime(process.manifest, installation, {
      functionKey,
      module,
      accountId: aaid,
      deadline,
    }),
    forgeFetch: createForgeFetch({
      ...options,
      caller: principal === undefined ? { by: 'platform' } : { by: 'user', accountId },
      chain,
    }),
  };
  return process.call(functionKey, surroundings, body, {
    installContext: ari,
    ...(principal === undefined ? {} : { principal }),
    installation: {
      ari: `ari:cloud:ecosystem::installation/${installation.installationId}`,
      contexts: [ari],
    },
  });
};
