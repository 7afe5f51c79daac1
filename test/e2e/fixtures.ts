import { test as base } from '@playwright/test';
import type { Loaded } from '../../local/server';
import { demoSite } from '../../local/sites/demo/demo-site';
import { loadSite as readSite } from '../../local/sites/load-site';
import { watchForProblems } from './problems';
import { startSite, type TestSite } from './site';

export { expect } from '@playwright/test';
export { checkAccessibility } from './accessibility';

type Fixtures = {
  /** The site's folder in the format of the README; `null` is the demo. Set with `test.use({ siteFolder })`. */
  readonly siteFolder: string | null;
  /** A site of the test's own: nothing that another test wrote is in it. */
  readonly site: TestSite;
  readonly problems: string[];
};

/**
 * Playwright's `test` over a running local site. A page that breaks the content security policy or throws fails its
 * test, whatever else the test looks at.
 */
export const test = base.extend<Fixtures>({
  siteFolder: [null, { option: true }],
  site: async ({ siteFolder }, use) => {
    const site = await startSite(() => loadSite(siteFolder));
    await use(site);
    await site.close();
  },
  problems: [
    async ({ page }, use) => {
      const problems = await watchForProblems(page);
      await use(problems);
      base.expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({ site }, use) => use(site.url),
});

function loadSite(folder: string | null): Promise<Loaded> | Loaded {
  return folder === null ? demoSite(new Date()) : readSite(folder);
}
