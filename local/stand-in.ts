import { createHash } from 'node:crypto';
import { declaredToJira } from './declared-to-jira';
import { installApp, type App } from './forge/app';
import { createClock } from './forge/clock';
import { createBackground, type Background } from './forge/background';
import { createFaults, type Faults } from './forge/faults';
import { extensionAri, readManifest, type Manifest, type Module } from './forge/manifest';
import { createMeter, type Meter } from './forge/meter';
import { createInvocationLimits } from './forge/rate-limits';
import { startProcess, type Process } from './forge/process';
import type { Installation } from './forge/runtime';
import type { Dump } from './forge/storage/records';
import { createStorage, type Storage } from './forge/storage/storage';
import { createJira, type JiraOptions, type LocalJira } from './jira/create-jira';
import type { Account, Site } from './jira/model';
import { createPointPool, type PointPool } from './jira/point-pool';
import { pointsLeftOf } from './jira/rate-limits';
import type { Exchange } from './seams';
import { createSettings, type Settings } from './settings';

/** Everything of the stand-in but its HTTP: a site, the app installed in it, and what people and tests may turn. */
export type StandIn = Omit<Background, 'services'> & {
  readonly site: Site;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: ReturnType<typeof createClock>;
  readonly jira: LocalJira;
  readonly storage: Storage;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly app: App;
  readonly settings: Settings;
};

export type StandInOptions = {
  /** The project's folder: `manifest.yml` and `src/` are in it. */
  readonly root: string;
  readonly site: Site;
  readonly siteUrl: string;
  readonly stored?: Dump;
  /** Milliseconds from real time to the stand-in's. */
  readonly clockOffset?: number;
  readonly onChange?: () => void;
  /** Told of every request to Jira with its reply. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** The app's warm process, when it serves other sites too; one of its own unless given. */
  readonly process?: Process;
  /** The points that the app may use in Jira, when it shares them with other sites; a pool of its own unless given. */
  readonly pointPool?: PointPool;
  /** How long a function of the app may run; as long as on the platform unless given. */
  readonly timeLimitMs?: number;
  /** Where the app's console goes. */
  readonly log?: (level: string, words: readonly unknown[]) => void;
};

/** @throws what is wrong with the manifest or the app's code. */
export const createStandIn = async (options: StandInOptions): Promise<StandIn> => {
  const { root, site, siteUrl, onChange = () => undefined } = options;
  const process = options.process ?? (await startProcess(root, readManifest(root)));
  const { manifest } = process;
  const clock = createClock(options.clockOffset ?? 0);
  const watched = options.onExchange === undefined ? {} : { onExchange: options.onExchange };
  const settings = createSettings(({ searchLagMs }) => jira.setSearchLag(searchLagMs));
  const limits = settings.read;
  const { pointPool = createPointPool(clock.now) } = options;
  const runFunction: JiraOptions['runFunction'] = ({ functionKey, moduleKey }, body) =>
    app.callFunction(functionKey, body, { moduleKey });
  const searchPageShare = () => settings.read().searchPageShare;
  const bulkTaskMs = () => settings.read().bulkTaskMs;
  const ofJira = {
    limits,
    searchPageShare,
    bulkTaskMs,
    pointPool,
    runFunction,
    ...declaredToJira(manifest),
    ...watched,
  };
  const jira = createJira(site, { clock, baseUrl: siteUrl, ...ofJira });
  jira.onChange(onChange);
  const stored = options.stored ?? {};
  const queryLagMs = () => settings.read().queryLagMs;
  const { entities } = manifest;
  const storage = createStorage({ entities, now: clock.now, stored, onChange, limits, queryLagMs });
  const pointsLeft = () => pointsLeftOf(pointPool, limits());
  const meter = createMeter(manifest.memoryMegabytes, clock.now, pointsLeft);
  const faults = createFaults();
  const installation = installationOf(site.name, siteUrl);
  const log = options.log ?? ((level, words) => console.error(`[app ${level}]`, ...words));
  const limit = options.timeLimitMs === undefined ? {} : { timeLimitMs: options.timeLimitMs };
  const installed = { manifest, installation, jira, accounts: site.accounts };
  const { services, ...background } = createBackground({
    ...installed,
    now: clock.now,
    log,
    app: () => app,
  });
  const platform = { now: clock.now, jira, storage, meter, faults, services, log, ...limit };
  const refusalOf = createInvocationLimits(settings.read, clock.now);
  const app = installApp({ process, installation, refusalOf, ...platform });
  return {
    site,
    manifest,
    installation,
    clock,
    jira,
    storage,
    meter,
    faults,
    app,
    ...background,
    settings,
  };
};

/** The account of that user name. */
export const findAccount = (site: Site, userName: string): Account | undefined =>
  site.accounts.find((account) => account.userName === userName);

/** What the platform tells both sides about a module on a page. */
export const describeModule = (
  { manifest, installation }: Pick<StandIn, 'manifest' | 'installation'>,
  module: Module,
  extension: Readonly<Record<string, unknown>>,
) => ({
  cloudId: installation.cloudId,
  localId: extensionAri(manifest.appId, module.key),
  environmentId: extensionAri(manifest.appId, module.key).split('/')[2] ?? '',
  environmentType: 'DEVELOPMENT',
  moduleKey: module.key,
  siteUrl: installation.siteUrl,
  extension: { type: module.type, ...extension },
});

/** Ids made of the site's name, so that they stay from start to start. */
const installationOf = (name: string, siteUrl: string): Installation => ({
  cloudId: uuidOf(`site ${name}`),
  installationId: uuidOf(`installation ${name}`),
  siteUrl,
});

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
