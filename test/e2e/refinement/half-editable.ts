import { demoSite } from '../../../local/sites/demo/demo-site';
import { test } from '../fixtures';
import { startSite } from '../site';

/** A site whose viewer may edit what they reported, which is every other issue. */
export const halfEditable = test.extend({
  site: async ({ siteFolder: _ }, use) => {
    const site = await startSite(() => {
      const demo = demoSite(new Date());
      const viewer = demo.site.accounts.find(({ userName }) => userName === 'viewer');
      if (!viewer) throw new Error('The demo has no viewer.');
      for (const scheme of demo.site.permissionSchemes)
        scheme.permissions['EDIT_ISSUES']?.push({ to: 'reporter' });
      demo.site.issues.forEach(
        (issue, at) => at % 2 === 0 && Object.assign(issue, { reporter: viewer.accountId }),
      );
      return demo;
    });
    await use(site);
    await site.close();
  },
});
