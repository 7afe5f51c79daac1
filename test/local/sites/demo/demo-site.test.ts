import { DECISION_LABELS } from '../../../../src/domain/bulk-labels';
import { ID_PATTERNS } from '../../../../src/domain/ids';
import { parseTag, TAG_PROPERTY } from '../../../../src/domain/tag';
import { parseFigures, WSJF_PROPERTY } from '../../../../src/domain/wsjf-figures';
import { demoSite } from '../../../../local/sites/demo/demo-site';
import type { SeedCall, SeedStep } from '../../../../local/seams';
import { RATES } from '../../../../local/sites/demo/rates';
import { bucketShares, membership, scopeChange, unique, workOf } from './measure';

/** A fortnight, so that the demo is seen on every day that a running sprint can have. */
const DAYS = Array.from({ length: 14 }, (_, day) => new Date(Date.UTC(2027, 1, 20 + day, 8, 15)));
const DEMOS = DAYS.map((today) => ({ today, ...demoSite(today) }));
const [DEMO] = DEMOS as [(typeof DEMOS)[number], ...typeof DEMOS];

describe('the demo', () => {
  it('is the same for the same day', () => {
    expect(JSON.stringify(demoSite(new Date(Date.UTC(2027, 1, 20, 23, 0))))).toBe(
      JSON.stringify({ site: DEMO.site, script: DEMO.script }),
    );
  });

  it.each(DEMOS)('has about 600 issues of three teams on $today', ({ site }) => {
    expect(site.issues.length).toBeGreaterThan(540);
    expect(site.issues.length).toBeLessThan(660);
    expect(site.boards.map(({ type }) => type)).toEqual(['scrum', 'scrum', 'kanban']);
    for (const board of [1, 2]) {
      const states = site.sprints
        .filter(({ originBoardId }) => originBoardId === board)
        .map(({ state }) => state);
      expect(states).toEqual([...Array(10).fill('closed'), 'active', 'future']);
    }
  });

  it.each(DEMOS)('lets nothing have happened after $today began', ({ site, script, today }) => {
    const now = today.toISOString();
    const moments = [
      ...site.issues.flatMap(({ created, updated, resolved, history }) => [
        created,
        updated,
        resolved ?? created,
        ...history.map((entry) => entry.created),
      ]),
      ...site.sprints.flatMap(({ startDate, completeDate, state }) => [
        state === 'future' ? now : startDate!,
        completeDate ?? now,
      ]),
      ...script.map(({ at }) => at),
    ];
    expect(moments.filter((moment) => moment > now)).toEqual([]);
    expect(
      site.sprints.filter(({ state }) => state === 'active').every(({ endDate }) => endDate! > now),
    ).toBe(true);
  });

  it.each(DEMOS)(
    'has an untagged open story in the running sprint to begin the tour with on $today',
    ({ site }) => {
      const [first] = site.tour;
      const story = site.issues.find(({ key }) => `/browse/${key}` === first?.link)!;
      const epic = site.issues.find(({ id }) => id === story.parentId);
      const active = site.sprints.find(
        ({ state, originBoardId }) => state === 'active' && originBoardId === 1,
      )!;
      expect(story.sprintIds).toContain(active.id);
      expect(story.resolved).toBeNull();
      expect(story.properties).toEqual({});
      expect(Object.keys(epic?.properties ?? {})).not.toContain(TAG_PROPERTY);
      expect(site.accounts.map(({ userName }) => userName)).toEqual(
        expect.arrayContaining(site.tour.flatMap(({ account }) => account ?? [])),
      );
    },
  );

  it.each(DEMOS)('has enough in Booking that nobody has tagged to refine 40 issues on $today', ({ site }) => {
    const byId = new Map(site.issues.map((issue) => [issue.id, issue]));
    const untagged = workOf(site).filter(
      ({ projectId, resolved, properties, parentId }) =>
        projectId === '10001' &&
        resolved === null &&
        !(TAG_PROPERTY in properties) &&
        !(TAG_PROPERTY in (byId.get(parentId ?? '')?.properties ?? {})),
    );
    expect(untagged.length).toBeGreaterThanOrEqual(40);
    const marked = (label: string) => untagged.filter(({ labels }) => labels.includes(label)).length;
    expect([marked(DECISION_LABELS.cut), marked(DECISION_LABELS.defer)]).toEqual([1, 2]);
  });

  it.each(DEMOS)(
    'has a size for every open epic of Booking, so that all have ranks, on $today',
    ({ site }) => {
      const epics = site.issues.filter(
        ({ projectId, typeId, resolved }) => projectId === '10001' && typeId === '10000' && resolved === null,
      );
      expect(epics.length).toBeGreaterThanOrEqual(6);
      for (const { properties, fields } of epics) {
        const figures = parseFigures(properties[WSJF_PROPERTY]);
        expect(figures.jobSize ?? fields['customfield_10016']).toEqual(expect.any(Number));
      }
    },
  );

  it.each(DEMOS)('has tagged, exempt and untagged work in believable shares on $today', ({ site }) => {
    const shares = bucketShares(site);
    expect(shares.tagged).toBeGreaterThan(0.38);
    expect(shares.tagged).toBeLessThan(0.52);
    expect(shares.exempt).toBeGreaterThan(0.08);
    expect(shares.exempt).toBeLessThan(0.18);
    expect(shares.untagged).toBeGreaterThan(0.25);
  });
});

describe('what the demo’s parts refer to', () => {
  const { site } = DEMO;
  const ids = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id));

  it('is there', () => {
    const accounts = new Set<string | null>([null, ...site.accounts.map(({ accountId }) => accountId)]);
    const sprints = new Set(site.sprints.map(({ id }) => id));
    for (const issue of site.issues) {
      expect(ids(site.projects)).toContain(issue.projectId);
      expect(ids(site.issueTypes)).toContain(issue.typeId);
      expect(ids(site.statuses)).toContain(issue.statusId);
      expect(accounts).toContain(issue.assignee);
      expect(accounts).toContain(issue.reporter);
      expect(issue.sprintIds.filter((id) => !sprints.has(id))).toEqual([]);
      expect(issue.history.filter(({ author }) => !accounts.has(author))).toEqual([]);
      if (issue.parentId !== null) expect(ids(site.issues)).toContain(issue.parentId);
    }
    expect(
      site.boards.every(({ projectId }) => projectId !== null && ids(site.projects).has(projectId)),
    ).toBe(true);
  });

  it('has no id or key twice, and no two issues of one epic alike', () => {
    expect(unique(site.issues.map(({ id }) => id))).toBe(true);
    expect(unique(site.issues.map(({ key }) => key))).toBe(true);
    expect(unique(site.issues.flatMap(({ history }) => history.map(({ id }) => id)))).toBe(true);
    expect(unique(workOf(site).map(({ projectId, summary }) => `${projectId} ${summary}`))).toBe(true);
  });

  it('puts sub-tasks under stories and stories under epics of the same project', () => {
    const byId = new Map(site.issues.map((issue) => [issue.id, issue]));
    const levelOf = new Map(site.issueTypes.map(({ id, hierarchyLevel }) => [id, hierarchyLevel]));
    for (const issue of site.issues) {
      const parent = byId.get(issue.parentId ?? '');
      const level = levelOf.get(issue.typeId)!;
      if (level === -1) expect(parent).toBeDefined();
      if (!parent) continue;
      expect(levelOf.get(parent.typeId)).toBe(level + 1);
      expect(parent.projectId).toBe(issue.projectId);
      expect(parent.created <= issue.created).toBe(true);
    }
  });

  it('gives tags only to key results that the script makes', () => {
    const made = new Set(
      callsOf(DEMO.script)
        .filter(({ functionKey }) => functionKey === 'saveKeyResult')
        .map(({ payload }) => (payload as { id: string }).id),
    );
    const tags = site.issues.flatMap(({ properties }) =>
      TAG_PROPERTY in properties ? [properties[TAG_PROPERTY]] : [],
    );
    expect(tags.length).toBeGreaterThan(100);
    for (const tag of tags) {
      const parsed = parseTag(tag);
      expect({ version: 1, ...parsed }).toEqual(tag);
      if (parsed?.state === 'tagged') expect(parsed.keyResults.filter((id) => !made.has(id))).toEqual([]);
    }
  });
});

const callsOf = (script: readonly SeedStep[]): SeedCall[] =>
  script.flatMap((step) => ('told' in step ? [] : [step]));

describe('the demo’s histories', () => {
  it.each(DEMOS.slice(0, 7))('lead to what the issues are now, in order, on $today', ({ site }) => {
    for (const issue of site.issues) {
      const moments = issue.history.map(({ created }) => created);
      expect(moments).toEqual([...moments].sort());
      expect(moments.every((moment) => issue.created <= moment && moment <= issue.updated)).toBe(true);
      const last = (field: string) =>
        issue.history
          .flatMap(({ items }) => items)
          .filter((item) => item.fieldId === field)
          .at(-1);
      expect(last('status')?.to ?? '10010').toBe(issue.statusId);
      expect(last('assignee')?.to ?? issue.assignee).toBe(issue.assignee);
      expect(Number(last('customfield_10016')?.toString ?? 0)).toBe(
        Number(issue.fields['customfield_10016'] ?? 0),
      );
      expect(membership(issue)).toEqual(issue.sprintIds);
      expect(issue.resolved === null).toBe(issue.statusId !== '10013');
    }
  });

  it.each([
    ['Booking', 1, RATES.BOOK],
    ['Deck App', 2, RATES.DECK],
  ] as const)('of %s change its sprints at the rates of the source', (_name, boardId, rates) => {
    const measured = scopeChange(DEMO.site, boardId);
    for (const rate of ['atStart', 'added', 'removed'] as const) {
      expect(Math.abs(measured[rate] - rates[rate]) / rates[rate]).toBeLessThan(0.1);
    }
  });
});

describe('the demo’s script', () => {
  it('makes ids as the app does', () => {
    const kinds = {
      saveCycle: 'cycle',
      changeCycleState: 'cycle',
      saveObjective: 'objective',
      saveKeyResult: 'keyResult',
      checkIn: 'checkIn',
    } as const;
    for (const { functionKey, payload } of callsOf(DEMO.script)) {
      const kind = kinds[functionKey as keyof typeof kinds];
      if (kind) expect((payload as { id: string }).id).toMatch(ID_PATTERNS[kind]);
    }
  });

  it.each(DEMOS)('is short, and today lies well inside the active cycle on $today', ({ script, today }) => {
    const day = today.toISOString().slice(0, 10);
    expect(script.length).toBeLessThan(400);
    const cycles = callsOf(script)
      .filter(({ functionKey }) => functionKey === 'saveCycle')
      .map(({ payload }) => payload as { startDate: string; endDate: string });
    const [closed, active] = cycles as [(typeof cycles)[0], (typeof cycles)[0]];
    expect(closed.endDate < active.startDate).toBe(true);
    const weeks = (Date.parse(day) - Date.parse(active.startDate)) / (7 * 86_400_000);
    expect(weeks).toBeGreaterThan(6);
    expect(weeks).toBeLessThan(8);
  });
});
