import type { CheckedIn } from '../../src/contract/project-page';
import type { KeyResultView } from '../../src/contract/views';
import type { IsoDate } from '../../src/domain/dates';
import { newCheckInId } from '../../src/domain/ids';
import { currentValue } from '../../src/domain/objective';
import { formatValue } from '../shared/format';
import { showDone } from '../shared/platform';
import { randomBytes } from '../shared/random';
import { ConfidenceField } from './confidence-field';
import { FormPanel } from './form-panel';
import styles from '../shared/form.module.css';
import { tellOfCheckIn } from './check-in-news';
import { outsideWords, savedWords } from './check-in-words';
import { usePage } from './page-context';
import { checkIn } from './queries';
import { LongTextField, TextField } from '../shared/text-field';
import { numberText, typedNumber } from '../shared/typed-number';
import { useRecordForm } from './use-record-form';

type CheckInValues = {
  readonly value: string;
  readonly confidence: string;
  readonly note: string;
  readonly date: string;
};

/** Says where a key result stands, today or on a day that has passed. */
export const CheckInForm = ({ keyResult }: { readonly keyResult: KeyResultView }) => {
  const { view, showObjective } = usePage();
  const { metric, latest, title } = keyResult;
  const form = useRecordForm<CheckInValues, CheckedIn>(() => {
    let id = newCheckInId(keyResult.id, randomBytes);
    return {
      initial: {
        values: {
          value: numberText(currentValue(keyResult)),
          confidence: latest === null ? '' : String(latest.confidence),
          note: '',
          date: view.today,
        },
        revision: null,
      },
      numbers: { value: 'value' },
      send: async ({ value, confidence, note, date }) => {
        const outcome = await checkIn({
          id,
          keyResultId: keyResult.id,
          value: typedNumber(value),
          confidence: typedNumber(confidence),
          note,
          date: date as IsoDate,
        });
        // An earlier try arrived after all, and what was typed has changed since: that is one more check-in.
        if (!outcome.ok && outcome.error.code === 'conflict') id = newCheckInId(keyResult.id, randomBytes);
        return outcome;
      },
      read: () => null,
      onSaved: (saved) => {
        tellOfCheckIn(saved.checkIn);
        showDone(savedWords(saved));
        showObjective(saved.objective);
      },
    };
  });
  const { values, change, problem } = form;
  return (
    <FormPanel title={`Check in: ${title}`} submitText="Check in" form={form}>
      <div className={styles.columns}>
        <TextField
          label={metric.unit === '' ? 'Value' : `Value (${metric.unit})`}
          type="number"
          value={values.value}
          onChange={(value) => change({ value })}
          error={problem?.fields?.['value']}
          hint={`From ${formatValue(metric.baseline, metric.unit)} to ${formatValue(metric.target, metric.unit)}`}
        />
        <TextField
          label="Date"
          type="date"
          max={view.today}
          value={values.date}
          onChange={(date) => change({ date })}
          error={problem?.fields?.['date']}
          warning={view.cycle && outsideWords(view.cycle, values.date)}
          hint="To correct a day, check in for it again: its last check-in counts"
        />
      </div>
      <ConfidenceField
        value={values.confidence}
        onChange={(confidence) => change({ confidence })}
        error={problem?.fields?.['confidence']}
      />
      <LongTextField
        label="Note"
        value={values.note}
        onChange={(note) => change({ note })}
        error={problem?.fields?.['note']}
      />
    </FormPanel>
  );
};
