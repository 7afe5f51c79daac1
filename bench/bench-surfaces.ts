import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import type { Loaded } from '../local/server';
import { demoSite } from '../local/sites/demo/demo-site';
import { buildFrontEnds } from '../scripts/build-front-ends';
import { BROWSER_ARGUMENTS, ensureChromium } from '../scripts/find-chromium';
import { startSite, type TestSite } from '../test/e2e/site';
import { aBigReview } from './big-review';
import { machine, median, round } from './figures';
import { measureLoad, SLOWDOWN, type Load } from './measure';
import { emptyPage, reviews, surfaces, type Surface } from './surfaces';

const LOADS = 7;
const emptyApp = path.join(__dirname, 'empty-page');

/** What the surfaces cost on the demo. */
export const benchSurfaces = () => benchOn(loadDemo, surfaces);

/** What the review of a large sprint costs, of a frozen one and of one that runs. */
export const benchReview = () => benchOn(() => aBigReview(new Date(), 300), reviews);

/** Loads surfaces of a site and the empty page in turn, and gives the medians. */
async function benchOn(load: () => Loaded, measured: readonly Surface[]) {
  await buildFrontEnds();
  await buildFrontEnds({ folders: [emptyApp] });
  const sites = await Promise.all([
    startSite(load),
    startSite(() => ({ ...loadDemo(), script: [] }), emptyApp),
  ]);
  const browser = await chromium.launch({
    executablePath: ensureChromium().executablePath,
    // In one process with its host page a frame is slowed down with it.
    args: [
      ...BROWSER_ARGUMENTS,
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process',
    ],
  });
  try {
    return report(await measureAll(browser, measured, ...sites));
  } finally {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
  }
}

const loadDemo = (): ReturnType<typeof demoSite> => demoSite(new Date());

async function measureAll(
  browser: Browser,
  measured: readonly Surface[],
  site: TestSite,
  emptySite: TestSite,
): Promise<Map<Surface, Load[]>> {
  const all: (readonly [Surface, TestSite])[] = [
    [emptyPage, emptySite],
    ...measured.map((surface) => [surface, site] as const),
  ];
  const loads = new Map<Surface, Load[]>(all.map(([surface]) => [surface, []]));
  // The first round only warms up; in turn, so that what else the machine does falls on all alike.
  for (let round = 0; round <= LOADS; round += 1) {
    for (const [surface, where] of all) {
      const load = await measureLoad(browser, where, surface);
      if (round > 0) loads.get(surface)?.push(load);
    }
  }
  return loads;
}

function report(loads: ReadonlyMap<Surface, readonly Load[]>) {
  const rows = [...loads].map(([surface, all]) => ({ surface: surface.name, ...summary(all) }));
  const base = rows[0]?.milliseconds ?? 0;
  const table = rows.map((row) => ({ ...row, timeToEmptyPage: round(row.milliseconds / base, 2) }));
  console.table(table);
  return {
    at: new Date().toISOString(),
    machine: machine(),
    slowdown: SLOWDOWN,
    loads: LOADS,
    surfaces: table,
  };
}

function summary(loads: readonly Load[]) {
  const of = (pick: (load: Load) => number): number => median(loads.map(pick));
  return {
    milliseconds: round(
      of((load) => load.milliseconds),
      0,
    ),
    scriptKilobytes: round(of((load) => load.scriptBytes) / 1024, 1),
    resolverCalls: of((load) => load.resolverCalls),
    storageOperations: of((load) => load.storageOperations),
    storageWrites: of((load) => load.storageWrites),
    backEndRequests: of((load) => load.backEndRequests),
    frontEndRequests: of((load) => load.frontEndRequests),
  };
}
