import { chromium, type Browser, type Frame, type Page } from '@playwright/test';
import { readPresent } from '../src/jira/bulk-run';
import { tagKind } from '../src/jira/bulk-tags';
import { planTags } from '../src/domain/bulk-tags';
import { parseTag, storedTag } from '../src/domain/tag';
import type { Issue } from '../local/jira/model';
import { buildFrontEnds } from '../scripts/build-front-ends';
import { BROWSER_ARGUMENTS, ensureChromium } from '../scripts/find-chromium';
import { aSite, anIssue } from '../test/builders/a-site';
import { anInstalledApp } from '../test/builders/an-installed-app';
import { aKeyResultId } from '../test/builders/okrs';
import { startSite, type TestSite } from '../test/e2e/site';
import { aBulkFrame } from '../test/jira/bulk-frame';
import { machine, round } from './figures';
import { aLongBacklog } from './long-backlog';
import { SLOWDOWN } from './measure';

const OPEN_ISSUES = 10_000;
const BULK = 200;

/** What refinement costs: the list of a project with 10,000 open issues, and tagging 200 issues at once. */
export async function benchRefinement() {
  await buildFrontEnds();
  const site = await startSite(() => ({ site: aLongBacklog(OPEN_ISSUES), script: [] }));
  const browser = await chromium.launch({
    executablePath: ensureChromium().executablePath,
    args: [...BROWSER_ARGUMENTS],
  });
  try {
    const list = await measureList(browser, site);
    const bulk = await measureBulk();
    console.table([list]);
    console.table([bulk]);
    return { at: new Date().toISOString(), machine: machine(), slowdown: SLOWDOWN, list, bulk };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureList(browser: Browser, site: TestSite) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const answered = watchAnswers(page);
  const atFirstRow = new Promise<number>((tell) => {
    void page.exposeFunction('tellFirstRow', () => tell(answered()));
  });
  await page.addInitScript(noteFirstRow);
  await site.resetMeter();
  await page.goto(`${site.url}/projects/TEAM/okrs/refinement?as=member&theme=light`);
  const frame = await frameOf(page);
  const inFront = await atFirstRow;
  const behind = (await site.meter()).jira.behindResolvers.requests;
  const milliseconds = (await frame.evaluate(() => (globalThis as Mark).firstRowAt)) ?? 0;
  await frame.waitForSelector('[role="grid"][aria-busy="false"]');
  const rows = Number(await frame.getAttribute('[role="grid"]', 'aria-rowcount'));
  const scroll = await frame.evaluate(scrollThrough);
  const all = await site.meter();
  await page.close();
  return {
    openIssues: OPEN_ISSUES,
    rows,
    millisecondsToFirstRow: round(milliseconds, 0),
    jiraRequestsUntilFirstRow: inFront + behind,
    framesWhileScrolling: scroll.frames,
    framesOver50Milliseconds: scroll.long.length,
    longestFrameMilliseconds: round(Math.max(0, ...scroll.long, scroll.longest), 1),
    jiraRequestsInAll: all.jira.inFront.requests + all.jira.behindResolvers.requests,
  };
}

type Mark = { firstRowAt?: number; tellFirstRow?: () => void };

// Runs in every frame before its own scripts. Without named functions: tsx would make them call a helper of its own.
function noteFirstRow(): void {
  if (!location.pathname.startsWith('/frame/project-page/')) return;
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[role="row"][data-issue]')) return;
    observer.disconnect();
    Object.assign(globalThis, { firstRowAt: performance.now() });
    void (globalThis as Mark).tellFirstRow?.();
  }).observe(document, { subtree: true, childList: true });
}

/**
 * Scrolls a screenful a frame from the first row to the last and lets the rows come in between. A long frame is one that
 * the browser itself says kept the page busy for more than 50 ms (`longtask`, `long-animation-frame`).
 */
async function scrollThrough(): Promise<{ frames: number; long: number[]; longest: number }> {
  let list = document.querySelector<HTMLElement>('[role="row"][data-issue]');
  while (list && list.scrollHeight <= list.clientHeight + 1_000) list = list.parentElement;
  if (!list) throw new Error('There is no list to scroll.');
  const long: number[] = [];
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) long.push(duration);
  });
  for (const type of ['longtask', 'long-animation-frame']) observer.observe({ type });
  // A frame that is long for sure: a browser that does not tell of it would make the figure worth nothing.
  await new Promise((done) => requestAnimationFrame(done));
  for (const until = performance.now() + 100; performance.now() < until;);
  await new Promise((done) => setTimeout(done, 1_000));
  if (long.length === 0) throw new Error('This browser does not tell of long frames.');
  long.length = 0;
  let frames = 0;
  let longest = 0;
  for (let at = 0; at < list.scrollHeight; at += list.clientHeight) {
    list.scrollTop = at;
    const before = performance.now();
    await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(done));
    longest = Math.max(longest, (performance.now() - before) / 2);
    frames += 2;
  }
  await new Promise((done) => setTimeout(done, 1_000));
  observer.disconnect();
  return { frames, long, longest };
}

/** How many of the frames' requests to Jira have been answered so far. */
function watchAnswers(page: Page): () => number {
  let requests = 0;
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== '/local/bridge') return;
    const { command } = (request.postDataJSON() ?? {}) as { readonly command?: string };
    if (command === 'fetchProduct') requests += 1;
  });
  return () => requests;
}

async function frameOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[src*="/frame/project-page/"]', { state: 'attached' });
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The frame of the project page went away.');
  return frame;
}

/** Five different things that the issues of a bulk action hold. */
const FIVE: readonly unknown[] = [
  undefined,
  'garbage',
  storedTag({ state: 'exempt', reason: 'bug', note: 'Later' }),
  storedTag({ state: 'tagged', keyResults: [aKeyResultId('kr0002')] }),
  storedTag({ state: 'exempt', reason: 'other', note: '' }),
];

async function measureBulk() {
  const issues: Issue[] = Array.from({ length: BULK }, (_, at) =>
    anIssue(`TEAM-${at + 1}`, at % 5 === 0 ? {} : { properties: { 'throughline-tag': FIVE[at % 5] } }),
  );
  const app = await anInstalledApp(aSite({ issues }));
  const { jira, run } = aBulkFrame(app, 'member');
  app.standIn.meter.reset();
  const present = await readPresent(
    tagKind(jira),
    issues.map(({ id }) => id),
  );
  const plan = planTags(
    issues.map(({ id, key }) => ({
      issueId: id,
      issueKey: key,
      seen: parseTag(present.get(id)?.value),
    })),
    present,
    { type: 'add', keyResults: [aKeyResultId('kr0001')] },
  );
  const { plan: ended } = await run(plan);
  const { invocations, storage, jira: asked } = app.standIn.meter.read();
  return {
    issues: BULK,
    presentValues: FIVE.length,
    done: ended.filter(({ state }) => state.name === 'done').length,
    calls: invocations.total + asked.inFront.requests + asked.behindResolvers.requests,
    storageWrites: storage.writes.operations,
  };
}
