import type { CheckedIn, CheckInPayload } from '../../src/contract/project-page';
import type { Outcome } from '../../src/contract/outcome';
import type { KeyResultView } from '../../src/contract/views';
import type { Cycle } from '../../src/domain/cycle';
import type { IsoDate } from '../../src/domain/dates';
import { newCheckInId } from '../../src/domain/ids';
import { currentValue } from '../../src/domain/objective';
import { LONGEST_TEXT } from '../../src/domain/text-limits';
import { outsideWords, savedWords } from './check-in-words';
import { ConfidenceField } from './confidence-field';
import { FormPanel } from './form-panel';
import { formatValue } from '../../src/domain/figure-words';
import styles from './form.module.css';
import { showDone } from './platform';
import { randomBytes } from './random';
import { LongTextField, TextField } from './text-field';
import { numberText, typedNumber } from './typed-number';
import { useRecordForm } from './use-record-form';

type CheckInValues = {
  readonly value: string;
  readonly confidence: string;
  readonly note: string;
  readonly date: string;
};

/** Says where a key result stands, today or on a day that has passed. In the place of an open task. */
export const CheckInForm = ({
  keyResult,
  cycle,
  today,
  day = today,
  dayHint = 'To correct a day, check in for it again: its last check-in counts',
  send,
  onSaved,
}: {
  readonly keyResult: KeyResultView;
  /** `null` where it is not known. */
  readonly cycle: Cycle | null;
  readonly today: IsoDate;
  /** The day that the form begins with. */
  readonly day?: IsoDate;
  readonly dayHint?: string;
  readonly send: (payload: CheckInPayload) => Promise<Outcome<CheckedIn>>;
  readonly onSaved: (saved: CheckedIn) => void;
}) => {
  const { metric, latest, title } = keyResult;
  const form = useRecordForm<CheckInValues, CheckedIn>(() => {
    let id = newCheckInId(keyResult.id, randomBytes);
    return {
      initial: {
        values: {
          value: numberText(currentValue(keyResult)),
          confidence: latest === null ? '' : String(latest.confidence),
          note: '',
          date: day,
        },
        revision: null,
      },
      numbers: { value: 'value' },
      send: async ({ value, confidence, note, date }) => {
        const outcome = await send({
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
        showDone(savedWords(saved));
        onSaved(saved);
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
          max={today}
          value={values.date}
          onChange={(date) => change({ date })}
          error={problem?.fields?.['date']}
          warning={cycle && outsideWords(cycle, values.date)}
          hint={dayHint}
        />
      </div>
      <ConfidenceField
        value={values.confidence}
        onChange={(confidence) => change({ confidence })}
        error={problem?.fields?.['confidence']}
      />
      <LongTextField
        label="Note"
        longest={LONGEST_TEXT}
        value={values.note}
        onChange={(note) => change({ note })}
        error={problem?.fields?.['note']}
      />
    </FormPanel>
  );
};
