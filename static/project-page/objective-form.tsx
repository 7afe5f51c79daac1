import type { ObjectiveView } from '../../src/contract/views';
import { newObjectiveId, type AccountId, type CycleId } from '../../src/domain/ids';
import type { Scope } from '../../src/domain/objective';
import { LONGEST_TEXT, LONGEST_TITLE } from '../../src/domain/text-limits';
import { randomBytes } from '../shared/random';
import { Conflict } from './conflict';
import { FormPanel } from '../shared/form-panel';
import { OwnerField } from './owner-field';
import { usePage } from './page-context';
import { saveObjective } from './queries';
import { LongTextField, TextField } from '../shared/text-field';
import type { Edited } from '../shared/record-form';
import { useRecordForm } from '../shared/use-record-form';

type ObjectiveValues = {
  readonly title: string;
  readonly description: string;
  readonly owner: AccountId | null;
};

const LABELS = { title: 'Title', description: 'Description', owner: 'Owner' };

/** Creates an objective or changes one. */
export const ObjectiveForm = ({
  objective,
  scope,
  cycleId,
}: {
  readonly objective: ObjectiveView | null;
  readonly scope: Scope;
  readonly cycleId: CycleId;
}) => {
  const { showObjective } = usePage();
  const form = useRecordForm<ObjectiveValues, ObjectiveView>(() => {
    const id = objective?.id ?? newObjectiveId(randomBytes);
    return {
      initial: editedOf(objective),
      send: (values, expectedRevision) => saveObjective({ id, expectedRevision, cycleId, scope, ...values }),
      read: editedOf,
      onSaved: showObjective,
    };
  });
  const { values, change, problem } = form;
  return (
    <FormPanel
      title={objective ? 'Edit objective' : `New ${scope.type} objective`}
      submitText={objective ? 'Save' : 'Create objective'}
      form={form}
    >
      <TextField
        label={LABELS.title}
        longest={LONGEST_TITLE}
        value={values.title}
        onChange={(title) => change({ title })}
        error={problem?.fields?.['title']}
      />
      <LongTextField
        label={LABELS.description}
        longest={LONGEST_TEXT}
        value={values.description}
        onChange={(description) => change({ description })}
        error={problem?.fields?.['description']}
      />
      <OwnerField
        owner={values.owner}
        onChange={(owner) => change({ owner })}
        error={problem?.fields?.['owner']}
      />
      <Conflict form={form} labels={LABELS} />
    </FormPanel>
  );
};

const editedOf = (objective: ObjectiveView | null): Edited<ObjectiveValues> => ({
  values: {
    title: objective?.title ?? '',
    description: objective?.description ?? '',
    owner: objective?.owner ?? null,
  },
  revision: objective?.revision ?? null,
});
