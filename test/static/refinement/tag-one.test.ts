import { storedTag, type Tag } from '../../../src/domain/tag';
import { tagOne } from '../../../static/refinement/tag-one';
import { aSite, anIssue } from '../../builders/a-site';
import { anInstalledApp } from '../../builders/an-installed-app';
import { aKeyResultId } from '../../builders/okrs';
import { held } from '../../jira/bulk-frame';
import { jiraInFrame } from '../../jira/jira-in-frame';

const OURS: Tag = { state: 'tagged', keyResults: [aKeyResultId('kr0001')] };
const THEIRS: Tag = { state: 'exempt', reason: 'bug', note: '' };
const { id } = anIssue('TEAM-1');

const anApp = async () => {
  const app = await anInstalledApp(aSite({ issues: [anIssue('TEAM-1')] }));
  return { app, mine: jiraInFrame(app, 'member'), others: jiraInFrame(app, 'admin') };
};

describe('the tag of one issue', () => {
  it('is given and taken back', async () => {
    const { app, mine } = await anApp();
    await tagOne(mine, id, { tag: OURS, seen: null });
    expect(held(app, 'TEAM-1')).toEqual(storedTag(OURS));
    await tagOne(mine, id, { tag: null, seen: OURS });
    expect(held(app, 'TEAM-1')).toBeUndefined();
  });

  it('is neither given nor taken back over what somebody else decided meanwhile', async () => {
    const { app, mine, others } = await anApp();
    await tagOne(mine, id, { tag: OURS, seen: null });
    await tagOne(others, id, { tag: THEIRS, seen: OURS });
    for (const change of [
      { tag: null, seen: OURS },
      { tag: OURS, seen: null },
    ]) {
      await expect(tagOne(mine, id, change)).rejects.toMatchObject({ problem: { code: 'conflict' } });
    }
    expect(held(app, 'TEAM-1')).toEqual(storedTag(THEIRS));
  });

  it('may be given again when nobody told whether it had arrived', async () => {
    const { app, mine } = await anApp();
    await tagOne(mine, id, { tag: OURS, seen: null });
    await tagOne(mine, id, { tag: OURS, seen: null });
    expect(held(app, 'TEAM-1')).toEqual(storedTag(OURS));
  });
});
