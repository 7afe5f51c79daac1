import type { KeyResultId, ObjectiveId } from '../../../src/domain/ids';
import { createTaskStore, tasksIn, tasksUnder, timesAsked } from '../../../static/project-page/open-tasks';
import type { Task } from '../../../static/project-page/task';

const team: Task = { kind: 'new-objective', scope: 'team' };
const company: Task = { kind: 'new-objective', scope: 'company' };
const aForm = (text: string) => {
  const form = { text, isLeft: false, leave: () => void (form.isLeft = true) };
  return form;
};

describe('the forms that are open', () => {
  it('stay open when another one opens, and close one by one', () => {
    const store = createTaskStore();
    const asked = () => [team, company].map((task) => timesAsked(tasksIn(store.get(), 'c1'), task));
    store.open('c1', team);
    store.open('c1', company);
    expect(asked()).toEqual([1, 1]);
    store.close('c1', { ...team });
    expect(asked()).toEqual([null, 1]);
  });

  it('say that they were asked for again, and take the focus once for each time', () => {
    const store = createTaskStore();
    store.open('c1', team);
    expect([store.takeFocus('c1', team), store.takeFocus('c1', team)]).toEqual([true, false]);
    store.open('c1', team);
    expect(timesAsked(tasksIn(store.get(), 'c1'), team)).toBe(2);
    expect([store.takeFocus('c1', team), store.takeFocus('c1', team)]).toEqual([true, false]);
  });

  it('wait in their cycle, with what was typed, while another one is on screen', () => {
    const store = createTaskStore();
    store.open('c1', team);
    const typed = store.keep('c1', team, () => aForm('Half a thought'));
    store.open('c2', team);
    expect(store.keep('c2', team, () => aForm('')).text).toBe('');
    expect(store.keep('c1', team, () => aForm(''))).toBe(typed);
  });

  it('are left for good when they are closed', () => {
    const store = createTaskStore();
    store.open('c1', team);
    const typed = store.keep('c1', team, () => aForm('Half a thought'));
    store.close('c1', team);
    expect(typed.isLeft).toBe(true);
    store.open('c1', team);
    expect(store.keep('c1', team, () => aForm('')).text).toBe('');
    expect(store.takeFocus('c1', team)).toBe(true);
  });

  it('are counted inside of an objective', () => {
    const store = createTaskStore();
    const id = 'oaaaaaaaaa' as ObjectiveId;
    const keyResult = 'oaaaaaaaaa-speed1' as KeyResultId;
    store.open('c1', { kind: 'edit-objective', id });
    store.open('c1', { kind: 'new-key-result', id });
    store.open('c1', { kind: 'check-in', id: keyResult });
    store.open('c1', { kind: 'check-in', id: 'obbbbbbbbb-speed1' as KeyResultId });
    expect(tasksUnder(tasksIn(store.get(), 'c1'), id)).toBe(2);
  });
});
