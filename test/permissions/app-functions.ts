import type { StandIn } from '../../local/stand-in';
import { CHANNEL, copyApp } from './copied-app';
import { aSiteOfRoles } from './site';

/** What of the app can be called, as the running app itself tells. */
export type AppFunctions = {
  /** The functions that frames may call by name. */
  readonly resolvers: readonly string[];
  /** The functions of the manifest that the platform calls by itself, with the modules it calls them for. */
  readonly events: readonly { readonly functionKey: string; readonly moduleKey: string }[];
};

/**
 * Starts the app with one line more, which notes what its resolvers define: a function that nobody thought of is found
 * too. The manifest says what else there is to call.
 */
export const functionsOfTheApp = async (): Promise<AppFunctions> => {
  const defined: string[] = [];
  const copy = copyApp(
    'functions',
    { defined },
    { 'index.ts': (text) => `import './recorder';\n${text}`, 'recorder.ts': () => RECORDER },
  );
  try {
    const standIn = await aSiteOfRoles(copy.root);
    return { resolvers: [...new Set(defined)].sort(), events: eventsOf(standIn) };
  } finally {
    copy.remove();
  }
};

const RECORDER = `
import Resolver from '@forge/resolver';
const define = Resolver.prototype.define;
Resolver.prototype.define = function (name, callback) {
  process.${CHANNEL}.defined.push(name);
  return define.call(this, name, callback);
};
`;

const eventsOf = ({ manifest }: StandIn): AppFunctions['events'] => {
  const ofFrames = manifest.modules.map(({ functionKey }) => functionKey);
  const { backEnd, jiraModules } = manifest;
  const called = [...Object.values(backEnd), ...Object.values(jiraModules)].flatMap((modules) =>
    Array.isArray(modules) ? (modules as readonly CalledModule[]) : [],
  );
  return [...manifest.handlers.keys()]
    .filter((key) => !ofFrames.includes(key))
    .map((functionKey) => {
      const module = called.find((one) => one.functionKey === functionKey);
      return { functionKey, moduleKey: module?.key ?? module?.moduleKey ?? 'none' };
    });
};

type CalledModule = { readonly key?: string; readonly moduleKey?: string; readonly functionKey: string };
