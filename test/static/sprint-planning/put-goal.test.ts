import type { Sprint } from '../../../local/jira/model';
import { fail, problemOf } from '../../../src/contract/outcome';
import { getSprint, writeSprintGoal } from '../../../src/jira/boards';
import { putGoal, type GoalJira } from '../../../static/sprint-planning/put-goal';
import { anAdminFrame } from '../../builders/an-admin-frame';
import { aSite, aSprint } from '../../builders/a-site';
import { anInstalledApp, type InstalledApp } from '../../builders/an-installed-app';

const OURS = 'This sprint advances A.';
const FUTURE = 3;

const aSiteWith = (over: Partial<Sprint>) =>
  anInstalledApp(
    aSite({ sprints: [aSprint({ id: FUTURE, state: 'future', completeDate: null, goal: null, ...over })] }),
  );

/** Jira as a frame has it. */
const jiraOf = (app: InstalledApp): GoalJira => {
  const { jira } = anAdminFrame(app);
  return {
    read: () => getSprint(jira, FUTURE),
    write: (goal) =>
      writeSprintGoal(jira, FUTURE, goal).catch((error: unknown) => {
        if (problemOf(error)) throw error;
        // As the frame's own Jira says it of an answer that never came.
        return fail({ code: 'jira-unavailable', message: 'Jira could not be reached.' });
      }),
  };
};

const sprintNow = (app: InstalledApp): Sprint => app.standIn.site.sprints.find(({ id }) => id === FUTURE)!;

describe('putting an intent into a sprint’s goal', () => {
  it('writes over an empty one, and changes nothing else of the sprint', async () => {
    const app = await aSiteWith({ startDate: null, endDate: null });
    const before = { ...sprintNow(app) };
    expect(await putGoal(jiraOf(app), OURS, [], null)).toEqual({ state: 'written', goal: OURS });
    expect(sprintNow(app)).toEqual({ ...before, goal: OURS });
  });

  it('changes nothing else of a sprint that runs, with its dates and its name', async () => {
    const app = await aSiteWith({ state: 'active', name: 'Running' });
    const before = { ...sprintNow(app) };
    await putGoal(jiraOf(app), OURS, [], null);
    expect(sprintNow(app)).toEqual({ ...before, goal: OURS });
  });

  it('writes over what it had composed itself without asking', async () => {
    const app = await aSiteWith({ goal: 'This sprint advances B.' });
    await putGoal(jiraOf(app), OURS, ['This sprint advances B.'], null);
    expect(sprintNow(app).goal).toBe(OURS);
  });

  it('asks where somebody else wrote one, and writes nothing', async () => {
    const app = await aSiteWith({ goal: 'Ship it' });
    expect(await putGoal(jiraOf(app), OURS, [], null)).toEqual({
      state: 'ask',
      seen: 'Ship it',
      theirs: 'Ship it',
    });
    expect(sprintNow(app).goal).toBe('Ship it');
  });

  it('replaces theirs, or puts ours below it, as it is told', async () => {
    const app = await aSiteWith({ goal: 'Ship it' });
    await putGoal(jiraOf(app), OURS, [], { of: 'below', seen: 'Ship it' });
    expect(sprintNow(app).goal).toBe(`Ship it\n${OURS}`);
    const again = await putGoal(jiraOf(app), 'New.', [OURS], { of: 'below', seen: `Ship it\n${OURS}` });
    expect(again).toEqual({ state: 'written', goal: 'Ship it\nNew.' });
    await putGoal(jiraOf(app), OURS, ['New.'], { of: 'replace', seen: 'Ship it\nNew.' });
    expect(sprintNow(app).goal).toBe(OURS);
  });

  it('asks again where somebody wrote yet another goal before the choice was made', async () => {
    const app = await aSiteWith({ goal: 'Ship it today' });
    expect(await putGoal(jiraOf(app), OURS, [], { of: 'replace', seen: 'Ship it' })).toEqual({
      state: 'ask',
      seen: 'Ship it today',
      theirs: 'Ship it today',
    });
    expect(sprintNow(app).goal).toBe('Ship it today');
  });

  it('refuses one that is too long, says by how much, and writes nothing', async () => {
    const app = await aSiteWith({ goal: 'x'.repeat(990) });
    const long = putGoal(jiraOf(app), OURS, [], { of: 'below', seen: 'x'.repeat(990) });
    await expect(long).rejects.toThrow(/1,014 characters.*1,000.*Nothing was written/);
    expect(sprintNow(app).goal).toBe('x'.repeat(990));
  });

  it('refuses a sprint that was closed meanwhile', async () => {
    const app = await aSiteWith({ state: 'closed' });
    await expect(putGoal(jiraOf(app), OURS, [], null)).rejects.toThrow(/closed/);
  });

  it('knows by looking whether a write arrived that was not answered, and sends it once', async () => {
    const app = await aSiteWith({});
    app.standIn.faults.set([{ target: 'jira', match: 'POST .*sprint', share: 1, dropReply: true }]);
    expect(await putGoal(jiraOf(app), OURS, [], null)).toEqual({ state: 'written', goal: OURS });
    app.standIn.faults.set([{ target: 'jira', match: 'POST .*sprint', share: 1, status: 503 }]);
    const lost = await putGoal(jiraOf(app), 'New.', [OURS], null).catch(problemOf);
    expect(lost).toMatchObject({ code: 'jira-unavailable', undecided: true });
    expect(sprintNow(app).goal).toBe(OURS);
  });
});
