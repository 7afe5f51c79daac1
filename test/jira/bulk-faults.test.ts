import { randomFrom, type Random } from '../../local/random';
import type { FaultRule } from '../../local/forge/fault-rule';
import type { Issue } from '../../local/jira/model';
import { undoOf, type BulkPlan } from '../../src/domain/bulk-plan';
import { planTags, type TagWish } from '../../src/domain/bulk-tags';
import { parseTag, storedTag, TAG_PROPERTY } from '../../src/domain/tag';
import { readPresent } from '../../src/jira/bulk-run';
import { tagKind } from '../../src/jira/bulk-tags';
import { aSite, anIssue } from '../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../builders/an-installed-app';
import { aKeyResultId } from '../builders/okrs';
import { aBulkFrame, held } from './bulk-frame';

const [ONE, TWO] = [aKeyResultId('kr0001'), aKeyResultId('kr0002')];

const PRESENT: readonly unknown[] = [
  undefined,
  undefined,
  'garbage',
  storedTag({ state: 'exempt', reason: 'bug', note: '' }),
  storedTag({ state: 'tagged', keyResults: [TWO] }),
  { version: 99, state: 'tagged', keyResults: [TWO] },
];

const WISHES: readonly TagWish[] = [
  { type: 'add', keyResults: [ONE] },
  { type: 'replace', keyResults: [ONE] },
  { type: 'exempt', reason: 'operations', note: 'Every week' },
  { type: 'remove' },
];

/** Sixty issues of the action, and ten that are none of its business. */
const someIssues = (random: Random): Issue[] =>
  Array.from({ length: 70 }, (_, at) => {
    const value = random.pick(PRESENT);
    return anIssue(`TEAM-${at + 1}`, { properties: value === undefined ? {} : { [TAG_PROPERTY]: value } });
  });

const faultsOf = (seed: number): FaultRule[] =>
  [{ drop: true }, { dropReply: true }, { status: 503 }, { status: 429 }].map((fault, at) => ({
    target: 'jira',
    match: '',
    from: 'front-end',
    share: 0.05,
    seed: seed * 10 + at,
    ...fault,
  }));

/** Counts how often each issue is written from now on, whatever is written. */
const writesOf = ({ standIn }: InstalledApp): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  standIn.jira.onChange(({ kind, id }) => {
    if (kind === 'issue') counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
};

const isOpen = (plan: BulkPlan): boolean =>
  plan.some(
    ({ state: { name } }) => name === 'waiting' || name === 'sent' || name === 'written' || name === 'failed',
  );

describe.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'with every fifth request failing, drawn by %d',
  (seed) => {
    it('does what it says, once, and to no other issue; and undo takes back exactly that', async () => {
      const random = randomFrom(seed);
      const issues = someIssues(random);
      const chosen = issues.slice(0, 60).map(({ id, key }) => ({ issueId: id, issueKey: key }));
      const app = await anInstalledApp(aSite({ issues }));
      app.standIn.settings.change({ bulkTaskMs: random.pick([0, 700, 3_000]) });
      const { jira, run } = aBulkFrame(app, 'member');
      const present = await readPresent(
        tagKind(jira),
        chosen.map(({ issueId }) => issueId),
      );
      const asked = chosen.map((issue) => ({ ...issue, seen: parseTag(present.get(issue.issueId)?.value) }));
      const planned = planTags(asked, present, random.pick(WISHES));
      const writes = writesOf(app);
      const theirs = new Map<string, unknown>();
      // Somebody else works on the same issues, as long as there are some that were not begun.
      const meddle = async (plan: BulkPlan): Promise<void> => {
        const target = random.pick(plan);
        if (!random.chance(0.3) || target.state.name !== 'waiting' || theirs.has(target.issueKey)) return;
        const value = storedTag({ state: 'exempt', reason: 'other', note: `theirs ${theirs.size}` });
        theirs.set(target.issueKey, value);
        await app.rest(
          'admin',
          'PUT',
          `/rest/api/3/issue/${target.issueKey}/properties/${TAG_PROPERTY}`,
          value,
        );
      };

      /** As somebody would who says "Try again" until nothing is left to try. */
      const persist = async (given: BulkPlan): Promise<BulkPlan> => {
        let plan = given;
        for (let tries = 0; isOpen(plan) && tries < 30; tries += 1) {
          app.standIn.faults.set(tries < 10 ? faultsOf(seed * 100 + tries) : []);
          const again = plan.map((item) =>
            item.state.name === 'failed' ? ({ ...item, state: { name: 'waiting' } } as const) : item,
          );
          const meddling: Promise<void>[] = [];
          ({ plan } = await run(again, { onProgress: (now) => void meddling.push(meddle(now)) }));
          await Promise.all(meddling);
        }
        app.standIn.faults.set([]);
        return plan;
      };

      const ended = await persist(planned);
      expect(isOpen(ended)).toBe(false);
      for (const { issueId, issueKey, before, after, state } of ended) {
        if (theirs.has(issueKey)) {
          expect(held(app, issueKey)).toEqual(theirs.get(issueKey));
        } else {
          expect([issueKey, held(app, issueKey)]).toEqual([issueKey, state.name === 'done' ? after : before]);
          expect(writes.get(issueId) ?? 0).toBe(state.name === 'done' ? 1 : 0);
        }
      }
      for (const { key, id } of issues.slice(60)) expect([key, writes.get(id)]).toEqual([key, undefined]);

      const undone = await persist(undoOf(ended));
      expect(isOpen(undone)).toBe(false);
      for (const { issueKey, before } of ended) {
        expect([issueKey, held(app, issueKey)]).toEqual([issueKey, theirs.get(issueKey) ?? before]);
      }
    });
  },
);

it.each([
  ['arrived', { dropReply: true }],
  ['did not arrive', { drop: true }],
])(
  'says of which issues it does not know when the connection is lost, and finds out that it %s',
  async (_, lost) => {
    const issues = Array.from({ length: 6 }, (_, at) =>
      anIssue(`TEAM-${at + 1}`, at < 3 ? {} : { properties: { [TAG_PROPERTY]: 'garbage' } }),
    );
    const app = await anInstalledApp(aSite({ issues }));
    const { jira, run } = aBulkFrame(app, 'member');
    const present = await readPresent(
      tagKind(jira),
      issues.map(({ id }) => id),
    );
    const asked = issues.map(({ id, key }) => ({ issueId: id, issueKey: key, seen: null }));
    const plan = planTags(asked, present, { type: 'add', keyResults: [ONE] });
    const writes = writesOf(app);
    // Nothing comes back of the second write, nor of anything after.
    let isLost = false;
    const lose = (): void => {
      if (isLost) return;
      isLost = true;
      app.standIn.faults.set([
        { target: 'jira', match: '^PUT', share: 1, ...lost },
        { target: 'jira', match: '^(GET|POST)', share: 1, drop: true },
      ]);
    };
    const { plan: broken, stoppedBy } = await run(plan, {
      onProgress: (now) => now.some(({ state }) => state.name === 'written') && lose(),
    });
    expect(stoppedBy).not.toBeNull();
    expect(broken.map(({ state }) => state.name)).toEqual([
      'written',
      'written',
      'written',
      'sent',
      'sent',
      'sent',
    ]);
    app.standIn.faults.set([]);
    const { plan: ended, stoppedBy: nothing } = await run(broken);
    expect(nothing).toBeNull();
    expect(ended.map(({ state }) => state.name)).toEqual(Array(6).fill('done'));
    expect([...writes.values()]).toEqual(Array(6).fill(1));
  },
);

it.each([403, 404, 429, 400])(
  'asks the issues themselves where Jira has taken a write and answers %d to how far it is',
  async (status) => {
    const issues = Array.from({ length: 3 }, (_, at) => anIssue(`TEAM-${at + 1}`));
    const app = await anInstalledApp(aSite({ issues }));
    app.standIn.settings.change({ bulkTaskMs: 400 });
    app.standIn.faults.set([{ target: 'jira', match: '^GET .*/task/', share: 1, status }]);
    const asked = issues.map(({ id, key }) => ({ issueId: id, issueKey: key, seen: null }));
    const { jira, run } = aBulkFrame(app, 'member');
    const present = await readPresent(
      tagKind(jira),
      issues.map(({ id }) => id),
    );
    const writes = writesOf(app);
    const { plan, stoppedBy } = await run(planTags(asked, present, { type: 'add', keyResults: [ONE] }));
    expect(stoppedBy).toBeNull();
    expect(plan.map(({ state }) => state.name)).toEqual(['done', 'done', 'done']);
    expect([...writes.values()]).toEqual([1, 1, 1]);
  },
);
