import { timesAsked, withoutTask, withTask, type Task } from '../../../static/project-page/task';

describe('the forms that are open', () => {
  const team: Task = { kind: 'new-objective', scope: 'team' };
  const company: Task = { kind: 'new-objective', scope: 'company' };

  it('stay open when another one opens, and close one by one', () => {
    const both = withTask(withTask(new Map(), team), company);
    expect([timesAsked(both, team), timesAsked(both, company)]).toEqual([1, 1]);
    const one = withoutTask(both, { ...team });
    expect([timesAsked(one, team), timesAsked(one, company)]).toEqual([null, 1]);
  });

  it('say that they were asked for again', () => {
    expect(timesAsked(withTask(withTask(new Map(), team), team), team)).toBe(2);
  });
});
