import type { SeedStep } from '../../seams';
import { checkInSteps } from './check-in-script';
import { isoDay, momentOn, monthsOf, type Calendar } from './calendar';
import type { PlannedObjective, PlannedOkrs } from './okr-ids';
import { PROJECTS } from './projects';
import { projectPageStep } from './project-page-step';
import type { Random } from '../../random';

/** How the cycles, objectives, key results and check-ins came about, as calls of the app's project page. */
export const okrScript = (okrs: PlannedOkrs, calendar: Calendar, random: Random): SeedStep[] =>
  [
    ...cycleSteps(okrs, calendar),
    ...okrs.objectives.flatMap((objective) => objectiveSteps(objective, okrs, calendar)),
    ...okrs.objectives.flatMap((objective) => checkInSteps(objective, calendar, random)),
    projectPageStep('HARB', momentOn(calendar.closedCycle.first - 4, 14), 'bram', 'saveVisibility', {
      projectId: PROJECTS.HARB.id,
      restricted: true,
    }),
  ].sort((a, b) => a.at.localeCompare(b.at));

const cycleSteps = ({ cycleIds }: PlannedOkrs, { activeCycle, closedCycle }: Calendar): SeedStep[] => {
  const step = (at: number, name: string, payload: unknown): SeedStep =>
    projectPageStep('BOOK', at, 'mirela', name, payload);
  const steps = (['closed', 'active'] as const).flatMap((which) => {
    const span = which === 'closed' ? closedCycle : activeCycle;
    const id = cycleIds[which];
    const dates = { startDate: isoDay(span.first), endDate: isoDay(span.last) };
    return [
      step(momentOn(span.first - 9, 9), 'saveCycle', {
        id,
        expectedRevision: null,
        name: monthsOf(span),
        ...dates,
      }),
      step(momentOn(span.first, 7), 'changeCycleState', { id, expectedRevision: 0, state: 'active' }),
    ];
  });
  const closing = { id: cycleIds.closed, expectedRevision: 1, state: 'closed' };
  return [...steps, step(momentOn(activeCycle.first + 1, 9), 'changeCycleState', closing)];
};

const objectiveSteps = (
  objective: PlannedObjective,
  { cycleIds }: PlannedOkrs,
  calendar: Calendar,
): SeedStep[] => {
  const { id, cycle, scope, title, description, owner, keyResults } = objective;
  const day = (cycle === 'closed' ? calendar.closedCycle : calendar.activeCycle).first - 5;
  const team = scope === 'company' ? 'BOOK' : scope;
  const author = scope === 'company' ? 'mirela' : PROJECTS[scope].lead;
  const step = (minute: number, name: string, payload: unknown): SeedStep =>
    projectPageStep(team, momentOn(day, 10, minute), author, name, payload);
  return [
    step(0, 'saveObjective', {
      id,
      expectedRevision: null,
      cycleId: cycleIds[cycle],
      scope: scope === 'company' ? { type: 'company' } : { type: 'team', projectId: PROJECTS[scope].id },
      title,
      description,
      owner,
    }),
    ...keyResults.map(({ id: keyResultId, title: name, baseline, target, unit, owner: by, weight }, index) =>
      step(5 + index, 'saveKeyResult', {
        id: keyResultId,
        expectedRevision: null,
        title: name,
        metric: { baseline, target, unit },
        owner: by,
        weight,
      }),
    ),
  ];
};
