import Button from '@atlaskit/button/new';
import type { SprintPlanningView } from '../../src/contract/sprint-planning';
import type { KeyResultId } from '../../src/domain/ids';
import { activeKeyResults, currentValue } from '../../src/domain/objective';
import {
  LONGEST_CHANGE,
  remarkOnMovement,
  valueAfter,
  valueSaidAt,
  type Advance,
  type MovementRemark,
} from '../../src/domain/sprint-intent';
import { Field } from '../shared/field';
import { formatChange, formatValue } from '../../src/domain/figure-words';
import forms from '../shared/form.module.css';
import { TextField } from '../shared/text-field';
import { typedNumber } from '../shared/typed-number';
import { besideValue } from '../shared/unit';
import { shownAdvances, type DraftRow } from './intent-draft';
import { namedIn, type Named } from './naming';
import styles from './planning.module.css';

/** One key result of the form: which, by what, how far and until when. */
export const AdvanceFields = ({
  row,
  index,
  view,
  taken,
  fields,
  dayRemark,
  onChange,
  onRemove,
}: {
  readonly row: DraftRow;
  readonly index: number;
  readonly view: SprintPlanningView;
  /** Chosen in other rows. */
  readonly taken: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  /** What may be a slip in its day. */
  readonly dayRemark: string | null;
  readonly onChange: (changed: Partial<DraftRow>) => void;
  readonly onRemove: () => void;
}) => {
  const errorOf = (field: string): string | undefined => fields[`advances.${index}.${field}`];
  const known = namedIn(view).get(row.keyResultId as KeyResultId);
  const said = shownAdvances(view.intent);
  return (
    <fieldset className={styles.row}>
      <legend>Key result {index + 1}</legend>
      <Field
        label="Key result"
        error={errorOf('keyResultId')}
        {...(known ? { hint: standsWords(known) } : {})}
      >
        {({ isInvalid, ...control }) => (
          <select
            {...control}
            className={`${styles.select} ${styles.wide}`}
            aria-invalid={isInvalid}
            value={row.keyResultId}
            onChange={(event) => onChange({ keyResultId: event.target.value })}
          >
            <option value="">Choose a key result</option>
            <KeyResultOptions view={view} chosen={known} taken={taken} />
          </select>
        )}
      </Field>
      <TextField
        label="What changes: by …"
        value={row.change}
        onChange={(change) => onChange({ change })}
        error={errorOf('change')}
        longest={LONGEST_CHANGE}
        hint="For example: shortening the payment form"
      />
      <div className={forms.columns}>
        <TextField
          label={
            known?.keyResult.metric.unit
              ? `Expected movement (${known.keyResult.metric.unit})`
              : 'Expected movement'
          }
          type="number"
          value={row.movement}
          onChange={(movement) => onChange({ movement })}
          error={errorOf('movement')}
          hint={known ? movementHint(known, row.movement, said) : 'With a minus where it is to go down'}
          warning={known ? remarkWords(known, row.movement, said) : null}
        />
        <TextField
          label="Visible by"
          type="date"
          value={row.visibleBy}
          onChange={(visibleBy) => onChange({ visibleBy })}
          error={errorOf('visibleBy')}
          warning={dayRemark}
        />
      </div>
      <div>
        <Button spacing="compact" appearance="subtle" onClick={onRemove}>
          {`Remove key result ${index + 1}`}
        </Button>
      </div>
    </fieldset>
  );
};

const KeyResultOptions = ({
  view,
  chosen,
  taken,
}: {
  readonly view: SprintPlanningView;
  readonly chosen: Named | undefined;
  readonly taken: readonly string[];
}) => {
  const groups = view.objectives
    .map((objective) => ({
      objective,
      options: activeKeyResults(objective).filter(({ id }) => !taken.includes(id)),
    }))
    .filter(({ options }) => options.length > 0);
  const isOffered = groups.some(({ options }) => options.some(({ id }) => id === chosen?.keyResult.id));
  return (
    <>
      {chosen && !isOffered && <option value={chosen.keyResult.id}>{chosen.keyResult.title}</option>}
      {groups.map(({ objective, options }) => (
        <optgroup
          key={objective.id}
          label={`${objective.scope.type === 'team' ? 'Team' : 'Company'}: ${objective.title}`}
        >
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
};

const standsWords = ({ keyResult }: Named): string => {
  const { unit, target } = keyResult.metric;
  const value = currentValue(keyResult);
  return `Now ${formatValue(value, unit)}, target ${formatValue(target, unit)}, ${formatChange(target - value, besideValue(target - value, unit))} to go`;
};

const movementHint = ({ keyResult }: Named, typed: string, said: readonly Advance[]): string => {
  const movement = typedNumber(typed);
  if (Number.isNaN(movement)) return 'With a minus where it is to go down';
  const { unit } = keyResult.metric;
  const now = currentValue(keyResult);
  const valueThen = valueSaidAt({ keyResultId: keyResult.id, movement }, said) ?? now;
  const then = `Then ${formatValue(valueAfter({ valueThen, movement }), unit)}`;
  if (valueThen === now) return then;
  return `Said at ${formatValue(valueThen, unit)}; now ${formatValue(now, unit)}. ${then}`;
};

const remarkWords = ({ keyResult }: Named, typed: string, said: readonly Advance[]): string | null => {
  const movement = typedNumber(typed);
  if (Number.isNaN(movement)) return null;
  const valueThen = valueSaidAt({ keyResultId: keyResult.id, movement }, said) ?? currentValue(keyResult);
  const remark = remarkOnMovement(keyResult.metric, valueThen, movement);
  return remark && REMARKS[remark];
};

const REMARKS: Readonly<Record<MovementRemark, string>> = {
  'away-from-target': 'This leads away from the target. Saved all the same.',
  'no-movement': 'No movement is expected. Saved all the same.',
  'beyond-target': 'This goes beyond the target. Saved all the same.',
};
