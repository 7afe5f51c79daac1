import type { KeyResultId } from '../../src/domain/ids';
import { objectiveIdOf } from '../../src/domain/ids';
import { CheckInForm } from './check-in-form';
import { CycleForm } from './cycle-form';
import { KeyResultForm } from './key-result-form';
import { ObjectiveForm } from './objective-form';
import { usePage } from './page-context';
import type { Task } from './task';

/** The form of a task, with what it changes as it is now. */
export const TaskForm = ({ task }: { readonly task: Task }) => {
  const { view, projectId } = usePage();
  const objectiveOf = (id: string) => view.objectives.find((objective) => objective.id === id) ?? null;
  const keyResultOf = (id: KeyResultId) =>
    objectiveOf(objectiveIdOf(id))?.keyResults.find((keyResult) => keyResult.id === id) ?? null;

  switch (task.kind) {
    case 'new-cycle':
      return <CycleForm cycle={null} />;
    case 'edit-cycle':
      return view.cycle && <CycleForm cycle={view.cycle} />;
    case 'new-objective': {
      const scope = task.scope === 'company' ? { type: task.scope } : { type: task.scope, projectId };
      return view.cycle && <ObjectiveForm objective={null} scope={scope} cycleId={view.cycle.id} />;
    }
    case 'edit-objective': {
      const objective = objectiveOf(task.id);
      return (
        objective && (
          <ObjectiveForm objective={objective} scope={objective.scope} cycleId={objective.cycleId} />
        )
      );
    }
    case 'new-key-result':
      return <KeyResultForm objectiveId={task.id} keyResult={null} />;
    case 'edit-key-result': {
      const keyResult = keyResultOf(task.id);
      return keyResult && <KeyResultForm objectiveId={objectiveIdOf(task.id)} keyResult={keyResult} />;
    }
    case 'check-in': {
      const keyResult = keyResultOf(task.id);
      return keyResult && <CheckInForm keyResult={keyResult} />;
    }
  }
};
