import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { startServer, type Loaded } from './server';

export type ServeOptions = {
  /** The folder of a site's files; `null` for the demo. */
  readonly folder: string | null;
  readonly reset: boolean;
  readonly port: number;
};

/** What `npm start` does: builds what is not up to date, serves the site, and says how far it is. */
export const serve = async ({ folder, reset, port }: ServeOptions): Promise<void> => {
  const started = performance.now();
  const source = folder === null ? 'the demo' : resolve(folder);
  const stateFile = join(getStateFolder(), folder === null ? 'demo.json' : `site-${basename(source)}.json`);
  if (reset) rmSync(stateFile, { force: true });
  console.log('Building the front ends …');
  const build = startBuild();
  const say = (line: string) => console.log(line);
  const served = startServer({ port, stateFile, source, load: () => load(folder), say });
  served.catch(build.stop);
  const [server] = await Promise.all([served, build.done]);
  server.standIn.settings.change({
    searchLagMs: SEARCH_LAG_MS,
    queryLagMs: QUERY_LAG_MS,
    bulkTaskMs: BULK_TASK_MS,
  });
  console.log(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s. Stop with Ctrl+C.`);
  console.log(server.url);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

/** Jira's searches trail what was written, as they may on a real site. */
const SEARCH_LAG_MS = 500;

/** Queries of the app's storage trail what was written, as they may on Forge. */
const QUERY_LAG_MS = 1_000;

/** Jira's bulk operations take a moment. */
const BULK_TASK_MS = 500;

const ROOT = resolve(__dirname, '..');

const getStateFolder = (): string => {
  const folder = join(ROOT, '.local');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    throw new Error(`The folder ${folder} cannot be written. Make it writable and start again.`);
  }
};

const load = async (folder: string | null): Promise<Loaded> => {
  if (folder === null) return (await import('./sites/demo/demo-site')).demoSite(new Date());
  return (await import('./sites/load-site')).loadSite(resolve(folder));
};

/** In a process of its own, so that the bundler's memory is not the server's. */
const startBuild = () => {
  const script = join(ROOT, 'scripts', 'build-front-ends.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: 'inherit' });
  const done = new Promise<void>((built, fail) => {
    child.once('error', fail);
    child.once('exit', (code) =>
      code === 0 ? built() : fail(new Error('The front ends could not be built; the lines above say why.')),
    );
  });
  return { done, stop: () => void child.kill() };
};
