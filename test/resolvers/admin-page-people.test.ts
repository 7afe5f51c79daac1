import { canonicalJson } from '../../src/domain/backup';
import { authorsLost, planOf } from '../../static/admin-page/comparison';
import { compared, contentOf, exported, imported } from '../builders/a-move';
import type { InstalledApp } from '../builders/an-installed-app';
import { aFullSite, storedIn } from './given-full-site';
import { aSaveKeyResult, aSaveObjective, keyResultOf, TEAM } from './given-okrs';
import { aSiteWithOtherIds, MEMBER, MEMBRA } from './given-other-site';

const IT_IS_MEMBRA = { people: new Map([[MEMBER, MEMBRA]]) };

let text: string;
beforeAll(async () => {
  const app = await aFullSite();
  await app.get('admin', 'saveObjective', { ...aSaveObjective(TEAM), expectedRevision: 0, owner: MEMBER });
  await app.get('admin', 'saveKeyResult', {
    ...aSaveKeyResult(keyResultOf(TEAM, 1)),
    expectedRevision: 0,
    owner: MEMBER,
  });
  text = await exported(app);
});

const changedIn = ({ comparison }: Awaited<ReturnType<typeof compared>>): string[] =>
  [...comparison.differences.values()]
    .flat()
    .filter(({ state }) => state === 'changed')
    .map(({ kind, title }) => `${kind} ${title}`);

describe('a file that is compared again after its people were said to be others here', () => {
  let app: InstalledApp;
  beforeEach(async () => {
    app = await aSiteWithOtherIds();
    await imported(app, text, IT_IS_MEMBRA);
  });

  test('differs in nobody who is left out the second time', async () => {
    const again = await compared(app, text);
    expect(again.resolved.unknown.map(({ id }) => id)).toEqual([MEMBER]);
    expect(changedIn(again)).toEqual([]);
  });

  test('leaves owners and authors as they are, also of what is replaced', async () => {
    const renamed = text.replaceAll('"title":"', '"title":"Renamed: ');
    await imported(app, renamed, { replace: ['objective', 'key-result', 'check-in'] });
    const stored = canonicalJson(storedIn(app));
    expect(stored).toContain('Renamed: ');
    expect(stored).toContain(`"owner":"${MEMBRA}"`);
    expect(stored).toContain(`"author":"${MEMBRA}"`);
    expect(stored).not.toContain('former-user');
  });
});

describe('a file whose people were left out when it was imported', () => {
  let app: InstalledApp;
  beforeEach(async () => {
    app = await aSiteWithOtherIds();
    await imported(app, text);
  });

  test('gives owners later, when it is said who they are and that they are to be replaced', async () => {
    const again = await compared(app, text, IT_IS_MEMBRA);
    expect(changedIn(again)).not.toEqual([]);
    await imported(app, text, { ...IT_IS_MEMBRA, replace: ['objective', 'key-result'] });
    expect(canonicalJson(storedIn(app))).toContain(`"owner":"${MEMBRA}"`);
  });

  test('gives its check-ins no author later, since an account that was erased would come back so', async () => {
    await imported(app, text, { ...IT_IS_MEMBRA, replace: ['check-in'] });
    const stored = canonicalJson(storedIn(app));
    expect(stored).toContain('"author":"former-user"');
    expect(stored).not.toContain(`"author":"${MEMBRA}"`);
  });
});

describe('before an import', () => {
  const lost = async (decisions = {}) => {
    const { comparison } = await compared(await aSiteWithOtherIds(), text, decisions);
    return authorsLost(contentOf(text), planOf(comparison, new Set()));
  };

  test('it is known how many check-ins lose who wrote them for good', async () => {
    expect(await lost()).toEqual({ people: 1, checkIns: 2 });
  });

  test('none does when everybody is said to be somebody', async () => {
    expect(await lost(IT_IS_MEMBRA)).toEqual({ people: 0, checkIns: 0 });
  });

  test('none does that is here already', async () => {
    const app = await aSiteWithOtherIds();
    await imported(app, text, IT_IS_MEMBRA);
    const { comparison } = await compared(app, text);
    expect(authorsLost(contentOf(text), planOf(comparison, new Set()))).toEqual({ people: 0, checkIns: 0 });
  });
});
