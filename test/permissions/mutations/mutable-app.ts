import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHANNEL, copyApp, type CopiedApp } from '../copied-app';
import { mutate, POLICY, type SourceMutant } from './source-mutants';

const source = (file: string): string => readFileSync(join(resolve(__dirname, '../../../src'), file), 'utf8');

/** What decides, from one call to the next, how the copied app is wrong. */
export type Fault = {
  /** `deny`: whoever asks may not. `allow`: whoever asks may, with the rights of the app itself. */
  flip: 'deny' | 'allow' | null;
  /** The source mutant that is awake. */
  mutant: number | null;
  /** Whether, with `allow`, the use case came to its end. Where nothing is there to run on, success is answered. */
  ran: boolean;
};

export type MutableApp = CopiedApp & { readonly fault: Fault; readonly mutants: readonly SourceMutant[] };

/** The app with every mutant in it, none awake. */
export const aMutableApp = (): MutableApp => {
  const fault: Fault = { flip: null, mutant: null, ran: false };
  const mutants: SourceMutant[] = [];
  const texts: Record<string, string> = {};
  for (const [file, only] of Object.entries(POLICY)) {
    const mutated = mutate(file, source(file), only, 'isAwake', mutants.length);
    mutants.push(...mutated.mutants);
    texts[file] = `${IS_AWAKE}${mutated.text}`;
  }
  const { 'platform/caller.ts': caller = '', ...others } = texts;
  const files = {
    ...others,
    'platform/honest-caller.ts': caller,
    'platform/caller.ts': FLIPPED_CALLER,
    'resolvers/honest-handle.ts': source('resolvers/handle.ts'),
    'resolvers/handle.ts': FLIPPED_HANDLE,
  };
  const changes = Object.fromEntries(Object.entries(files).map(([file, text]) => [file, () => text]));
  return { ...copyApp('mutable', { fault }, changes), fault, mutants };
};

const IS_AWAKE = `const isAwake = (id) => process.${CHANNEL}.fault.mutant === id;\n`;

/** The one place where a call is allowed or not, with its decision turned round. */
const FLIPPED_HANDLE = `
import * as v from 'valibot';
import { handle as honest } from './honest-handle';
export * from './honest-handle';

const { fault } = process.${CHANNEL};
const forbidden = { code: 'forbidden', message: 'Turned round.' };

export const handle = (schema, mayDo, usecase) =>
  honest(
    v.lazy((input) => (fault.flip === 'allow' ? v.fallback(schema, input) : schema)),
    async (caller, payload) => {
      if (fault.flip === 'deny') throw Object.assign(new Error('Turned round.'), { problem: forbidden });
      if (fault.flip === null) return mayDo(caller, payload);
      return (async () => mayDo(caller, payload))().catch(() => null);
    },
    async (caller, payload, grounds) => {
      if (fault.flip !== 'allow') return usecase(caller, payload, grounds);
      try {
        const value = await usecase(caller, payload, grounds);
        fault.ran = true;
        return value;
      } catch {
        return null;
      }
    },
  );
`;

/** With \`allow\` Jira is asked as the app, which may do everything on this site, and nobody is anonymous. */
const FLIPPED_CALLER = `
import api, { route } from '@forge/api';
import { callerOf as honest } from './honest-caller';
export * from './honest-caller';

const { fault } = process.${CHANNEL};

export const callerOf = (context) => {
  if (fault.flip !== 'allow') return honest(context);
  const isAnonymous = context.accountId === 'unidentified';
  const caller = honest(isAnonymous ? { ...context, accountId: 'account-builder' } : context);
  const requestJira = async (path, init) => {
    // Without an id there is nothing to ask Jira about.
    if (/\\/(\\?|$)/.test(path.value)) throw new Error('No id.');
    return api.asApp().requestJira(path, init);
  };
  return { ...caller, jira: { requestJira, route } };
};
`;
