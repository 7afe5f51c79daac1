import { createWidgetEdit } from '../../../local/pages/dashboard/widget-edit';

test('saves what the app last put together, as the app last shaped it, and then tells the app', async () => {
  const { api, save } = createWidgetEdit({ boardId: 1 });
  const told: unknown[] = [];
  api.updateConfig({ boardId: 2 });
  api.onProductSave(async (config) => ({ ...config, sprint: 'current' }));
  api.onSave((config, widgetId) => told.push([config, widgetId]));
  const store = jest.fn().mockResolvedValue(undefined);
  await save('10001', store);
  expect(store).toHaveBeenCalledWith({ boardId: 2, sprint: 'current' });
  expect(told).toEqual([[{ boardId: 2, sprint: 'current' }, '10001']]);
});

test('keeps what was saved before when the app says nothing', async () => {
  const { api, save } = createWidgetEdit({ boardId: 1 });
  api.onProductSave(async () => null);
  const store = jest.fn().mockResolvedValue(undefined);
  await save('10001', store);
  expect(store).toHaveBeenCalledWith({ boardId: 1 });
});

test('tells the app and the page when the app refuses, and stores nothing', async () => {
  const { api, save } = createWidgetEdit({});
  const errors: string[] = [];
  api.onProductSave(() => Promise.reject(new Error('Choose a board.')));
  api.onSaveError(({ message }) => errors.push(message));
  const store = jest.fn();
  await expect(save('10001', store)).rejects.toThrow('Choose a board.');
  expect(errors).toEqual(['Choose a board.']);
  expect(store).not.toHaveBeenCalled();
});
