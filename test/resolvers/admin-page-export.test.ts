import type { Issue } from '../../local/jira/model';
import { anIssue } from '../builders/a-site';
import { contentOf, exported, readWhole } from '../builders/a-move';
import { anAdminFrame } from '../builders/an-admin-frame';
import type { InstalledApp } from '../builders/an-installed-app';
import { hiddenIssues, newReading } from '../../static/admin-page/site-reading';
import { readSite } from '../../static/admin-page/read-site';
import { aFullSite, someIssues, storedIn } from './given-full-site';
import { anEmptySite } from './given-other-site';
import { aSaveCheckIn, aSaveObjective, checkInOf, keyResultOf, TEAM } from './given-okrs';
import { partsOf } from '../../src/domain/backup-parts';
import { PROPERTY_KEYS } from '../../src/domain/issue-properties';
import type { ObjectiveId, ProjectId } from '../../src/domain/ids';

let app: InstalledApp;
beforeEach(async () => {
  app = await aFullSite();
});

const recordsOf = (text: string) =>
  contentOf(text)
    .records.map(({ entity, key, value }) => [entity, key, value])
    .sort();

describe('an export', () => {
  test('holds every stored record just as it is, also of restricted teams and of a moment ago', async () => {
    expect(recordsOf(await exported(app))).toEqual(storedIn(app));
  });

  test('holds every tag and every figure just as it is, and not what stands in the place of one', async () => {
    const { properties } = contentOf(await exported(app));
    const on = (property: 'tag' | 'figures', ...keys: string[]) =>
      app.standIn.site.issues
        .filter(({ key }) => keys.includes(key))
        .map(({ id, key, properties: its }) => ({
          property,
          issueId: id,
          issueKey: key,
          value: its[PROPERTY_KEYS[property]],
        }));
    expect(properties).toEqual([
      ...on('tag', 'TEAM-1', 'TEAM-2', 'TEAM-3', 'TEAM-4'),
      ...on('figures', 'TEAM-2', 'TEAM-6'),
    ]);
    expect([...(await readWhole(app)).strange]).toEqual(['10005', '10007']);
  });

  test('names the people and projects of the records, also of projects that the administrator may not browse', async () => {
    const { accounts, projects } = contentOf(await exported(app));
    expect(projects).toEqual([
      { id: '10000', key: 'TEAM' },
      { id: '10001', key: 'SECRET' },
    ]);
    expect(accounts.map(({ displayName }) => displayName)).toEqual(['Keeper Person', 'Member Person']);
  });

  test('tells about how many issues with tags or figures the administrator may not browse', async () => {
    const [tagged, both, , , , figures] = someIssues();
    const hidden = [tagged, both, figures].map((issue, index) =>
      anIssue(`SECRET-${index + 1}`, { properties: issue!.properties }),
    );
    const reading = await readWhole(await aFullSite([...someIssues(), ...hidden]));
    expect([reading.properties.size, hiddenIssues(reading)]).toEqual([6, 3]);
  });

  test('has what people write while it is taken, whole or not at all', async () => {
    const frame = anAdminFrame(app);
    const reading = newReading(frame.now());
    let pages = 0;
    // Somebody works on after every page, in a team that has no list yet as well.
    const busy: typeof frame = {
      ...frame,
      invoke: async (name, payload) => {
        const answer = await frame.invoke(name, payload);
        if (name === 'exportRecords' && (pages += 1) <= 4) await workOn(pages);
        return answer;
      },
    };
    await readSite(busy, reading, () => undefined);
    const records = [...reading.records.values()];
    const keys = new Set(records.map(({ key }) => key));
    const led = records.flatMap(({ entity, value }) => {
      if (entity === 'objective-list') return value.entries.map(({ objectiveId }): string => objectiveId);
      return entity === 'objective' ? value.keyResults.flatMap(({ latest }) => latest?.id ?? []) : [];
    });
    expect(led.filter((key) => !keys.has(key))).toEqual([]);
    const { lists, objectives, checkIns } = partsOf({ records });
    const listed = [...lists.values()].flatMap(({ entries }) =>
      entries.map(({ objectiveId }): string => objectiveId),
    );
    expect([...objectives.keys()].filter((key) => !listed.includes(key))).toEqual([]);
    const newest = [...objectives.values()].flatMap(({ keyResults }) =>
      keyResults.map(({ latest }) => latest?.date),
    );
    expect([...checkIns.values()].filter(({ date }) => newest.every((day) => !day || day < date))).toEqual(
      [],
    );
    expect(pages).toBeGreaterThan(3);
  });

  const workOn = async (turn: number): Promise<void> => {
    const keyResult = keyResultOf(TEAM, 2);
    await app.get('admin', 'saveObjective', aSaveObjective(`onew${turn}`.padEnd(10, '0') as ObjectiveId));
    const id = checkInOf(keyResult, turn);
    await app.get('member', 'checkIn', aSaveCheckIn(keyResult, { id, date: `2026-02-0${turn}` }));
    if (turn === 4) {
      const scope = { type: 'team', projectId: '10001' as ProjectId } as const;
      await app.get('keeper', 'saveObjective', aSaveObjective('osecondone' as ObjectiveId, { scope }));
    }
  };

  test('goes on where it stopped: what was read is kept and not read again', async () => {
    const reading = newReading(app.standIn.clock.now().getTime());
    app.standIn.faults.set([
      { target: 'invoke', match: 'admin-page-fn/estimateIssues', status: 500, share: 1 },
    ]);
    await expect(readSite(anAdminFrame(app), reading, () => undefined)).rejects.toThrow();
    app.standIn.faults.set([]);
    app.standIn.meter.reset();
    await readSite(anAdminFrame(app), reading, () => undefined);
    const { invocations, jira } = app.standIn.meter.read();
    expect(Object.keys(invocations.byFunction)).toEqual(['admin-page-fn/estimateIssues']);
    expect(Object.keys(jira.inFront.byRoute)).not.toContain('POST /rest/api/3/search/jql');
    expect(
      [...reading.records.values()].map(({ entity, key, value }) => [entity, key, value]).sort(),
    ).toEqual(storedIn(app));
  });

  test('survives answers that are lost now and then', async () => {
    app.standIn.faults.set([
      { target: 'invoke', match: 'admin-page-fn', share: 0.3, drop: true },
      { target: 'jira', match: 'search/jql', share: 0.3, status: 503 },
    ]);
    const text = await exported(app);
    app.standIn.faults.set([]);
    expect(text).toBe(await exported(app));
  });

  test('waits where the storage gives only so much a minute', async () => {
    const text = await exported(app);
    app.standIn.settings.change({ storageReadUnitsPerMinute: 6 });
    const before = app.standIn.clock.now().getTime();
    expect(await exported(app)).toBe(text);
    expect(app.standIn.clock.now().getTime() - before).toBeGreaterThan(60_000);
  });

  test('writes nothing', async () => {
    app.standIn.meter.reset();
    await exported(app);
    expect(app.standIn.meter.read().storage.writes.operations).toBe(0);
  });
});

describe('a site without OKRs', () => {
  const isEmpty = async (properties: Issue['properties']) => {
    const bare = await anEmptySite({ issues: [anIssue('TEAM-1', { properties })] });
    return (await bare.get('admin', 'loadAdminPage', {})).isEmpty;
  };

  test('has nothing to export', async () => {
    expect(await isEmpty({})).toBe(true);
  });

  test('has something to export where an issue has figures or is exempt', async () => {
    expect(await isEmpty({ [PROPERTY_KEYS.figures]: { version: 1, jobSize: 3 } })).toBe(false);
    const exempt = { version: 1, state: 'exempt', reason: 'bug', note: '' };
    expect(await isEmpty({ [PROPERTY_KEYS.tag]: exempt })).toBe(false);
  });
});

describe('a page of records', () => {
  test('begins again where a place to go on from is not good any more', async () => {
    const page = await app.get('admin', 'exportRecords', { entity: 'check-in', after: 'long gone' });
    expect(page.records).toHaveLength(0);
    app.settle();
    const later = await app.get('admin', 'exportRecords', { entity: 'check-in', after: 'long gone' });
    expect(later.records).toHaveLength(3);
  });

  test.each(['member', 'viewer', 'keeper', 'outsider'])('is not for %s', async (account) => {
    const problem = await app.problem(account, 'exportRecords', { entity: 'objective', after: null });
    expect(problem.code).toBe('forbidden');
  });
});
