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
import { actions, emptyAction, emptyPage, links, surfaces, widgets, type Surface } from './surfaces';

const LOADS = 7;
/** Where a figure is held against a bound, what the machine does beside has to even out. */
const MANY_LOADS = 15;
const emptyApp = path.join(__dirname, 'empty-page');

/** What the surfaces cost on the demo. */
export const benchSurfaces = () =>
  benchOn(loadDemo, LOADS, [[emptyPage('projects/BOOK/okrs?as=amara'), surfaces]]);

/** What the review of a large sprint costs, of a frozen one and of one that runs. */
export const benchReview = () =>
  benchOn(loadReview, MANY_LOADS, [
    [emptyPage('dashboards/61?as=admin'), widgets],
    [emptyPage('projects/TEAM/okrs?as=admin'), links],
    [emptyAction('TEAM', 'admin'), actions],
  ]);

/** Surfaces that stand in the same place, and the empty page there. */
type Place = readonly [empty: Surface, surfaces: readonly Surface[]];

/** Loads surfaces of a site and the empty page in turn, and gives the medians. */
async function benchOn(load: () => Loaded, times: number, places: readonly Place[]) {
  await buildFrontEnds();
  await buildFrontEnds({ folders: [emptyApp] });
  const sites = await Promise.all([startSite(load), startSite(() => ({ ...load(), script: [] }), emptyApp)]);
  const browser = await chromium.launch({
    executablePath: ensureChromium().executablePath,
    args: [...BROWSER_ARGUMENTS],
  });
  try {
    return report(await measureAll(browser, places, times, ...sites), places, times);
  } finally {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
  }
}

const loadDemo = (): ReturnType<typeof demoSite> => demoSite(new Date());

const loadReview = (): Loaded => aBigReview(new Date(), 300);

async function measureAll(
  browser: Browser,
  places: readonly Place[],
  times: number,
  site: TestSite,
  emptySite: TestSite,
): Promise<Map<Surface, Load[]>> {
  const all: (readonly [Surface, TestSite])[] = [
    ...places.map(([empty]) => [empty, emptySite] as const),
    ...places.flatMap(([, surfaces]) => surfaces.map((surface) => [surface, site] as const)),
  ];
  const loads = new Map<Surface, Load[]>(all.map(([surface]) => [surface, []]));
  // The first round only warms up; in turn, so that what else the machine does falls on all alike.
  for (let round = 0; round <= times; round += 1) {
    for (const [surface, where] of all) {
      const load = await measureLoad(browser, where, surface);
      if (round > 0) loads.get(surface)?.push(load);
    }
  }
  return loads;
}

function report(loads: ReadonlyMap<Surface, readonly Load[]>, places: readonly Place[], times: number) {
  const sums = new Map([...loads].map(([surface, all]) => [surface, summary(all)]));
  const table = places.flatMap(([empty, beside]) => {
    const base = sums.get(empty)!.milliseconds;
    return [empty, ...beside].map((surface) => {
      const sum = sums.get(surface)!;
      return { surface: surface.name, ...sum, timeToEmptyPage: round(sum.milliseconds / base, 2) };
    });
  });
  console.table(table);
  return {
    at: new Date().toISOString(),
    machine: machine(),
    slowdown: SLOWDOWN,
    loads: times,
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
