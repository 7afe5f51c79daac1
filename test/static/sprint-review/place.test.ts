import { placeOf } from '../../../static/sprint-review/place';
import { parseConfig } from '../../../static/sprint-review/config';

const unnamed = { projectId: null, boardName: null };

test('opens from a sprint with that sprint and its project', () => {
  const extension = {
    type: 'jira:sprintAction',
    project: { id: '10001', key: 'BOOK' },
    board: { id: 5, type: 'scrum' },
    sprint: { id: 12, state: 'active' },
  };
  expect(placeOf(extension)).toEqual({
    kind: 'sprint-action',
    config: { boardId: 5, sprintId: 12, projectId: '10001', boardName: null },
  });
});

test('reads ids that come as text', () => {
  const place = placeOf({ board: { id: '5' }, sprint: { id: '12' } });
  expect(place.config).toEqual({ boardId: 5, sprintId: 12, ...unnamed });
});

test('knows a gadget by its configuration and its edit view by either name of the entry point', () => {
  const gadget = {
    dashboard: { id: '1' },
    gadget: { id: '2' },
    gadgetConfiguration: { boardId: 5, sprintId: null },
  };
  expect(placeOf({ ...gadget, entryPoint: 'view' })).toMatchObject({
    kind: 'view',
    host: 'gadget',
    config: { boardId: 5 },
  });
  expect(placeOf({ ...gadget, entryPoint: 'edit' })).toMatchObject({ kind: 'edit', host: 'gadget' });
  expect(placeOf({ ...gadget, 'extension.entryPoint': 'edit' })).toMatchObject({
    kind: 'edit',
    host: 'gadget',
  });
});

test('knows a widget, configured or not', () => {
  const context = { dashboardId: '1', widgetId: '2' };
  expect(placeOf({ context, config: { boardId: 5 } })).toEqual({
    kind: 'view',
    host: 'widget',
    config: { boardId: 5, sprintId: null, ...unnamed },
  });
  expect(placeOf({ context, entryPoint: 'edit' })).toEqual({ kind: 'edit', host: 'widget', config: null });
});

test('keeps whose board it is and what it is called, and forgives what is neither', () => {
  expect(parseConfig({ boardId: 5, projectId: '10001', boardName: 'Deck' })).toEqual({
    boardId: 5,
    sprintId: null,
    projectId: '10001',
    boardName: 'Deck',
  });
  expect(parseConfig({ boardId: 5, projectId: 'DECK', boardName: 7 })).toMatchObject(unnamed);
});

test.each([
  undefined,
  null,
  'board 5',
  {},
  { boardId: '5' },
  { boardId: NaN },
  { boardId: 1.5 },
  { boardId: -1 },
  { boardId: 5, sprintId: 'active' },
])('takes %p for unconfigured', (value) => {
  expect(parseConfig(value)).toBeNull();
});
