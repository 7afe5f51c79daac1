import { createSingleTask } from '../../../static/shared/single-task';

const aForm = () => ({ leave: jest.fn() });

test('keeps what is typed however often its place comes and goes, until it is closed', () => {
  const task = createSingleTask();
  task.open();
  const form = task.keep(aForm);
  expect(task.keep(aForm)).toBe(form);
  task.close();
  expect(form.leave).toHaveBeenCalledTimes(1);
  expect(task.get()).toEqual({ asked: 0 });
  expect(task.keep(aForm)).not.toBe(form);
});

test('takes the person to it once for each time that they ask', () => {
  const task = createSingleTask();
  task.open();
  expect([task.takeFocus(), task.takeFocus()]).toEqual([true, false]);
  task.open();
  expect([task.takeFocus(), task.takeFocus()]).toEqual([true, false]);
  task.close();
  task.open();
  expect(task.takeFocus()).toBe(true);
});
