import { lintForge, readManifest, type Finding } from '../../scripts/forge-lint';
import { getSpecifications, type Specifications } from '../../scripts/specifications';
import { describeWithShared } from '../shared-data';

const manifest = readManifest();
const scopes = (manifest.permissions?.scopes ?? []) as readonly string[];

/**
 * What Atlassian's check looks for at no call. That the app needs the first shows when it runs
 * (test/events/personal-data.test.ts); of the others Atlassian says that it will be so (docs/decisions/011).
 */
const NOT_LOOKED_FOR = ['report:personal-data', 'read:app-data:jira', 'write:app-data:jira'];

function lintWithout(specifications: Specifications, scope: string): Promise<Finding[]> {
  const left = scopes.filter((one) => one !== scope);
  return lintForge(specifications, {
    ...manifest,
    permissions: { ...manifest.permissions, scopes: left },
  } as never);
}

describeWithShared('the scopes of the manifest', ['openapi'], () => {
  const specifications = getSpecifications();

  it('satisfy Atlassian, which finds nothing else to say either', async () => {
    expect(await lintForge(await specifications)).toEqual([]);
  }, 180_000);

  it.each(scopes.filter((scope) => !NOT_LOOKED_FOR.includes(scope)))(
    'are incomplete without %s, and the check names it',
    async (scope) => {
      const missing = (await lintWithout(await specifications, scope)).map((finding) => finding.missingScope);
      expect(missing).toContain(scope);
    },
    60_000,
  );

  it.each(NOT_LOOKED_FOR)('are not missed without %s, which the check does not know', async (scope) => {
    expect(scopes).toContain(scope);
    expect(await lintWithout(await specifications, scope)).toEqual([]);
  });
});
