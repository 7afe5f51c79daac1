import { createPanelStore, type PanelStore } from '../../static/issue-panel/panel-store';
import type { Tag } from '../../src/domain/tag';
import { openFrame, type Frame } from './frame';
import { givenPlan } from './given';
import { openJournal } from './journal';
import { theirStandIn } from './run';
import { inVirtualTime, pause, releaseTimeAndChance, ruleTimeAndChance } from './virtual-time';

const ISSUE = '10001';
const exempt = (note: string) => ({ type: 'exempt', reason: 'bug', note }) as const;

beforeEach(() => ruleTimeAndChance(1));
afterEach(releaseTimeAndChance);

/** Somebody's panel of the issue, over the app's own resolvers. */
const openPanel = async (frame: Frame): Promise<PanelStore> => {
  const store = createPanelStore({
    read: async () => {
      const outcome = await frame.loadPanel(ISSUE);
      if (!outcome.ok) throw Object.assign(new Error(), { problem: outcome.error });
      return { view: outcome.value, inherited: { state: 'unread' }, others: { objectives: [], cycles: [] } };
    },
    save: async (expected, tag) =>
      (await frame.send('saveTag', { issueId: ISSUE, expected, tag })) as Awaited<
        ReturnType<Parameters<typeof createPanelStore>[0]['save']>
      >,
  });
  await store.load();
  return store;
};

const shownIn = (store: PanelStore): Tag | null => {
  const { loadable } = store.getState();
  if (loadable.state !== 'ready') throw new Error(`The panel is ${loadable.state}.`);
  return loadable.value.view.ownTag;
};

test('of two people who save at once, the one whose tag is written over is told, and sees the other’s', async () => {
  const standIn = await theirStandIn();
  await inVirtualTime(
    (async () => {
      const [first, second] = [await openFrame(standIn, 'admin'), await openFrame(standIn, 'ben')];
      await givenPlan(openJournal(), first);
      const panels = [await openPanel(first), await openPanel(second)] as const;
      // Both have looked and found the issue untagged before either writes; the second write takes its time.
      standIn.faults.set([
        { target: 'jira', match: 'GET .*issue', share: 1, delayMs: 1_000 },
        { target: 'jira', match: 'PUT .*properties', share: 0.5, delayMs: 8_000 },
      ]);
      const saved = await Promise.all(panels.map((panel, index) => panel.save(exempt(`by ${index}`))));
      expect(saved).not.toContain(null);
      standIn.faults.set([]);
      await pause(60_000);

      const there = standIn.site.issues.find(({ id }) => id === ISSUE)?.properties['throughline-tag'];
      expect(there).toMatchObject({ note: 'by 1' });
      const [loser, winner] = panels;
      expect(loser.getState().changedMeanwhile).toBe(true);
      expect(shownIn(loser)).toMatchObject({ note: 'by 1' });
      expect(winner.getState().changedMeanwhile).toBe(false);
      expect(shownIn(winner)).toMatchObject({ note: 'by 1' });
    })(),
  );
});
