import type { ProjectPageView } from '../../../src/contract/project-page';
import type { ObjectiveView } from '../../../src/contract/views';
import type { AccountId, CycleId, ObjectiveId } from '../../../src/domain/ids';
import { withCycle, withObjective } from '../../../static/project-page/merge';
import { aCycle, aDay, anObjective } from '../../builders/okrs';

const aView = (fields: Parameters<typeof anObjective>[0] = {}): ObjectiveView => ({
  ...anObjective(fields),
  keyResults: [],
  mayEdit: true,
});

const aPage = (fields: Partial<ProjectPageView> = {}): ProjectPageView => ({
  today: aDay('2026-02-02'),
  viewer: 'someone' as AccountId,
  cycles: [aCycle()],
  cycle: aCycle(),
  objectives: [aView()],
  mayManageCycles: true,
  mayCreate: { company: true, team: true },
  visibility: { restricted: false, mayChange: true },
  rightsUnknown: null,
  ...fields,
});

test('puts a saved objective in the place of its former self, and a new one last', () => {
  const added = aView({ id: 'obbbbbbbbb' as ObjectiveId });
  const changed = aView({ title: 'Changed' });
  const page = withObjective(withObjective(aPage(), added), changed);
  expect(page.objectives).toEqual([changed, added]);
});

test('leaves out an objective of another cycle, such as one that is brought back after the page went on', () => {
  const other = aView({ id: 'obbbbbbbbb' as ObjectiveId, cycleId: 'cbbbbbbbbb' as CycleId });
  expect(withObjective(aPage(), other).objectives).toEqual([aView()]);
});

test('goes to a new cycle at once, and stays where another one was changed', () => {
  const made = aCycle({ id: 'cbbbbbbbbb' as CycleId, state: 'draft' });
  const page = withCycle(aPage(), made);
  expect(page).toMatchObject({ cycle: made, objectives: [] });
  expect(withCycle(page, aCycle({ name: 'Renamed' })).cycle).toEqual(made);
});
