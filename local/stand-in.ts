import { createHash } from 'node:crypto';
import { installApp, type App } from './forge/app';
import { createClock } from './forge/clock';
import { createDeliveries, type Deliveries } from './forge/deliveries';
import { createFaults, type Faults } from './forge/faults';
import { extensionAri, readManifest, type Manifest, type Module } from './forge/manifest';
import { createMeter, type Meter } from './forge/meter';
import { personalDataService } from './forge/personal-data';
import { createInvocationLimits } from './forge/rate-limits';
import { startProcess, type Process } from './forge/process';
import type { Installation } from './forge/runtime';
import { startScheduled, type Scheduled } from './forge/scheduled';
import type { Dump } from './forge/storage/records';
import { createStorage, type Storage } from './forge/storage/storage';
import { createJira, type LocalJira } from './jira/create-jira';
import type { IndexedProperty } from './jira/entity-property';
import type { Account, Site } from './jira/model';
import { createPointPool, type PointPool } from './jira/point-pool';
import { pointsLeftOf } from './jira/rate-limits';
import type { Exchange } from './seams';
import { createSettings, type Settings, type SettingValues } from './settings';

/** Everything of the stand-in but its HTTP: a site, the app installed in it, and what people and tests may turn. */
export type StandIn = {
  readonly site: Site;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: ReturnType<typeof createClock>;
  readonly jira: LocalJira;
  readonly storage: Storage;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly app: App;
  readonly deliveries: Deliveries;
  readonly scheduled: Scheduled;
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
  /** What is turned from the start. */
  readonly settings?: Partial<SettingValues>;
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
  const ofJira = { limits, pointPool, ...declaredToJira(manifest), ...watched };
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
  const services = new Map([['/app/report-accounts', personalDataService(site.accounts)]]);
  const platform = { now: clock.now, jira, storage, meter, faults, services, log, ...limit };
  const refusalOf = createInvocationLimits(settings.read, clock.now);
  const app = installApp({ process, installation, refusalOf, ...platform });
  const deliveries = createDeliveries(clock.now);
  const triggers = manifest.backEnd.scheduledTriggers;
  const scheduled = startScheduled({ triggers, app, installation, deliveries, now: clock.now });
  settings.change(options.settings ?? {});
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
    deliveries,
    scheduled,
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

/** What the manifest declares that Jira has to know, in Jira's words. */
const declaredToJira = ({ appPermissions, entityProperties }: Manifest) => {
  const declared = (scope: 'global' | 'project') =>
    appPermissions
      .filter((one) => one.scope === scope)
      .map(({ moduleKey, scope: _known, ...declaredAs }) => ({ key: moduleKey, ...declaredAs }));
  return {
    appPermissionKeys: { global: declared('global'), project: declared('project') },
    indexedProperties: entityProperties
      .filter(({ entityType }) => entityType === 'issue')
      .flatMap(({ propertyKey, values }) =>
        values.map(({ path, type, searchAlias }) => ({
          propertyKey,
          path,
          type: type as IndexedProperty['type'],
          alias: searchAlias ?? null,
        })),
      ),
  };
};
