import type { CycleView } from '../../src/contract/views';
import type { IsoDate } from '../../src/domain/dates';
import { newCycleId } from '../../src/domain/ids';
import { LONGEST_TITLE } from '../../src/domain/text-limits';
import { randomBytes } from '../shared/random';
import { Conflict } from './conflict';
import { FormPanel } from '../shared/form-panel';
import styles from '../shared/form.module.css';
import { usePage } from './page-context';
import { saveCycle } from './queries';
import { TextField } from '../shared/text-field';
import type { Edited } from '../shared/record-form';
import { useRecordForm } from '../shared/use-record-form';

type CycleValues = { readonly name: string; readonly startDate: string; readonly endDate: string };

const LABELS = { name: 'Name', startDate: 'First day', endDate: 'Last day' };

/** Creates a cycle, as a draft, or changes its name and days. */
export const CycleForm = ({ cycle }: { readonly cycle: CycleView | null }) => {
  const { showCycle } = usePage();
  const form = useRecordForm<CycleValues, CycleView>(() => {
    const id = cycle?.id ?? newCycleId(randomBytes);
    return {
      initial: editedOf(cycle),
      send: ({ name, startDate, endDate }, expectedRevision) =>
        saveCycle({
          id,
          expectedRevision,
          name,
          startDate: startDate as IsoDate,
          endDate: endDate as IsoDate,
        }),
      read: editedOf,
      onSaved: showCycle,
    };
  });
  const { values, change, problem } = form;
  const days = (['startDate', 'endDate'] as const).map((key) => (
    <TextField
      key={key}
      label={LABELS[key]}
      type="date"
      value={values[key]}
      onChange={(value) => change({ [key]: value })}
      error={problem?.fields?.[key]}
    />
  ));
  return (
    <FormPanel
      title={cycle ? `Edit ${cycle.name}` : 'New cycle'}
      submitText={cycle ? 'Save' : 'Create cycle'}
      form={form}
    >
      <TextField
        label={LABELS.name}
        longest={LONGEST_TITLE}
        value={values.name}
        onChange={(name) => change({ name })}
        error={problem?.fields?.['name']}
        hint="For example: Second quarter 2027"
      />
      <div className={styles.columns}>{days}</div>
      <Conflict form={form} labels={LABELS} />
    </FormPanel>
  );
};

const editedOf = (cycle: CycleView | null): Edited<CycleValues> => ({
  values: { name: cycle?.name ?? '', startDate: cycle?.startDate ?? '', endDate: cycle?.endDate ?? '' },
  revision: cycle?.revision ?? null,
});
