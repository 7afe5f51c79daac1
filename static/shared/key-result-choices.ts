import type { CycleView } from '../../src/contract/views';
import type { KeyResultId } from '../../src/domain/ids';
import { activeKeyResults, currentValue, type KeyResult, type Objective } from '../../src/domain/objective';
import { progressOf } from '../../src/domain/progress';
import type { Tag } from '../../src/domain/tag';
import { formatPercent, formatValue } from '../../src/domain/figure-words';

export type Choice = {
  readonly value: KeyResultId;
  readonly label: string;
  /** How far it is, in a few words. */
  readonly detail: string;
  /** What type-ahead looks through besides the label. */
  readonly objectiveTitle: string;
};

export type ChoiceGroup = {
  readonly label: string;
  /** Whose objective it is, and of which cycle where several are active. */
  readonly detail: string;
  readonly options: readonly Choice[];
};

/**
 * The key results that may be picked, under their objectives: the company's first, then the team's, each by cycle in
 * the order given. Archived ones and those that the issue already serves are left out.
 */
export const choicesOf = (
  objectives: readonly Objective[],
  activeCycles: readonly CycleView[],
  ownTag: Tag | null,
): ChoiceGroup[] => {
  const taken = new Set(ownTag?.state === 'tagged' ? ownTag.keyResults : []);
  const place = (objective: Objective): number =>
    activeCycles.findIndex(({ id }) => id === objective.cycleId);
  return objectives
    .filter((objective) => !objective.archived && place(objective) >= 0)
    .sort((a, b) => Number(isTeams(a)) - Number(isTeams(b)) || place(a) - place(b))
    .map((objective) => ({
      label: objective.title,
      detail: [
        isTeams(objective) ? 'Team' : 'Company',
        ...(activeCycles.length > 1 ? [activeCycles[place(objective)]!.name] : []),
      ].join(' · '),
      options: activeKeyResults(objective)
        .filter(({ id }) => !taken.has(id))
        .map((keyResult) => toChoice(keyResult, objective)),
    }))
    .filter(({ options }) => options.length > 0);
};

/** Whether a choice has every word that was typed, in its own title or its objective's. */
export const matches = (
  { label, objectiveTitle }: Pick<Choice, 'label' | 'objectiveTitle'>,
  typed: string,
): boolean => {
  const text = `${label} ${objectiveTitle}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const isTeams = ({ scope }: Objective): boolean => scope.type === 'team';

const toChoice = (keyResult: KeyResult, objective: Objective): Choice => {
  const { metric, title, id } = keyResult;
  const value = currentValue(keyResult);
  return {
    value: id,
    label: title,
    detail: `${formatPercent(progressOf(metric, value))} of the way · now ${formatValue(value, metric.unit)}, target ${formatValue(metric.target, metric.unit)}`,
    objectiveTitle: objective.title,
  };
};
