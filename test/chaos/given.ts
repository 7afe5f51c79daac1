import type { Frame } from './frame';
import type { Journal } from './journal';
import type { Change } from './operation';
import { PROJECTS } from './people';

/** Two cycles, company objectives and each team's, with key results: where everybody starts from. */
export const givenPlan = async (journal: Journal, frame: Frame): Promise<void> => {
  const done = asking(journal, frame);
  let made = 0;
  for (const [id, name, endDate] of CYCLES) {
    const cycle = await done('saveCycle', {
      id,
      expectedRevision: null,
      name,
      startDate: '2026-01-01',
      endDate,
    });
    const { revision } = cycle as { readonly revision: number };
    await done('changeCycleState', { id, expectedRevision: revision, state: 'active' });
  }
  for (const cycleId of [CYCLES[0][0], CYCLES[0][0], CYCLES[1][0]]) {
    await objective(done, idOf('company', (made += 1)), cycleId, { type: 'company' });
  }
  for (const { id, key } of PROJECTS) {
    for (const cycleId of [CYCLES[0][0], CYCLES[0][0], CYCLES[1][0]]) {
      await objective(done, idOf(key, (made += 1)), cycleId, { type: 'team', projectId: id });
    }
    await done('saveVisibility', { projectId: id, restricted: true });
    await done('saveVisibility', { projectId: id, restricted: false });
  }
};

const CYCLES = [
  ['cquarter01', 'The quarter', '2026-03-31'],
  ['cyear00001', 'The year', '2026-12-31'],
] as const;

type Done = (name: Change, payload: object) => Promise<unknown>;

const objective = async (done: Done, id: string, cycleId: string, scope: object): Promise<void> => {
  const fields = { title: `First of ${id}`, description: '', owner: null };
  await done('saveObjective', { id, expectedRevision: null, cycleId, scope, ...fields });
  for (const number of [1, 2]) {
    await done('saveKeyResult', {
      id: `${id}-first${number}`,
      expectedRevision: null,
      title: `First key result ${number} of ${id}`,
      metric: { baseline: 0, target: 100, unit: '%' },
      owner: null,
      weight: 1,
    });
  }
};

const asking =
  (journal: Journal, frame: Frame): Done =>
  async (name, payload) => {
    frame.projectId = PROJECTS[0].id;
    const outcome = await journal.act(frame, { name, payload: { ...payload } }, true);
    if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.error)}`);
    return outcome.value;
  };

const idOf = (name: string, number: number): string =>
  `o${name.toLowerCase().padEnd(7, '0')}${String(number).padStart(2, '0')}`;
