import type { KeyResultView, ObjectiveView } from '../../src/contract/views';
import { newKeyResultId, type AccountId, type ObjectiveId } from '../../src/domain/ids';
import { directionOf, type Metric } from '../../src/domain/objective';
import { LONGEST_TITLE } from '../../src/domain/text-limits';
import { randomBytes } from '../shared/random';
import { Conflict } from './conflict';
import { FormPanel } from '../shared/form-panel';
import styles from '../shared/form.module.css';
import { OwnerField } from './owner-field';
import { usePage } from './page-context';
import { saveKeyResult } from './queries';
import { TextField } from '../shared/text-field';
import { numberText, typedNumber } from '../shared/typed-number';
import type { Edited } from '../shared/record-form';
import { useRecordForm } from '../shared/use-record-form';

type KeyResultValues = {
  readonly title: string;
  readonly baseline: string;
  readonly target: string;
  readonly unit: string;
  readonly weight: string;
  readonly owner: AccountId | null;
};

const LABELS = {
  title: 'Title',
  baseline: 'Baseline',
  target: 'Target',
  unit: 'Unit',
  weight: 'Weight',
  owner: 'Owner',
};

/** Creates a key result or changes one. */
export const KeyResultForm = ({
  objectiveId,
  keyResult,
}: {
  readonly objectiveId: ObjectiveId;
  readonly keyResult: KeyResultView | null;
}) => {
  const { showObjective } = usePage();
  const form = useRecordForm<KeyResultValues, ObjectiveView>(() => {
    const id = keyResult?.id ?? newKeyResultId(objectiveId, randomBytes);
    return {
      initial: editedOf(keyResult),
      numbers: { 'metric.baseline': 'baseline', 'metric.target': 'target', weight: 'weight' },
      send: ({ title, owner, weight, ...metric }, expectedRevision) =>
        saveKeyResult({
          id,
          expectedRevision,
          title,
          owner,
          weight: typedNumber(weight),
          metric: metricOf(metric),
        }),
      read: (saved) => editedOf(saved.keyResults.find((one) => one.id === id) ?? null),
      onSaved: showObjective,
    };
  });
  const { values, change, problem } = form;
  const text = (key: 'title' | 'unit' | 'baseline' | 'target' | 'weight', hint?: string) => (
    <TextField
      label={LABELS[key]}
      type={key === 'title' || key === 'unit' ? 'text' : 'number'}
      value={values[key]}
      onChange={(value) => change({ [key]: value })}
      error={problem?.fields?.[key] ?? problem?.fields?.[`metric.${key}`]}
      {...(key === 'title' ? { longest: LONGEST_TITLE } : {})}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <FormPanel
      title={keyResult ? 'Edit key result' : 'New key result'}
      submitText={keyResult ? 'Save' : 'Create key result'}
      form={form}
    >
      {text('title')}
      <div className={styles.columns}>
        {text('baseline')}
        {text('target', directionHint(metricOf(values)))}
        {text('unit', 'For example: %, users, days')}
      </div>
      <div className={styles.columns}>
        <OwnerField
          owner={values.owner}
          onChange={(owner) => change({ owner })}
          error={problem?.fields?.['owner']}
        />
        {text('weight', 'Its share in the objective’s progress')}
      </div>
      <Conflict form={form} labels={LABELS} />
    </FormPanel>
  );
};

const metricOf = ({
  baseline,
  target,
  unit,
}: Pick<KeyResultValues, 'baseline' | 'target' | 'unit'>): Metric => ({
  baseline: typedNumber(baseline),
  target: typedNumber(target),
  unit,
});

const directionHint = (metric: Metric): string | undefined => {
  if (Number.isNaN(metric.target - metric.baseline) || metric.target === metric.baseline) return undefined;
  return directionOf(metric) === 'increase' ? 'To be increased' : 'To be decreased';
};

const editedOf = (keyResult: KeyResultView | null): Edited<KeyResultValues> => ({
  values: {
    title: keyResult?.title ?? '',
    baseline: keyResult ? numberText(keyResult.metric.baseline) : '',
    target: keyResult ? numberText(keyResult.metric.target) : '',
    unit: keyResult?.metric.unit ?? '',
    weight: numberText(keyResult?.weight ?? 1),
    owner: keyResult?.owner ?? null,
  },
  revision: keyResult?.revision ?? null,
});
