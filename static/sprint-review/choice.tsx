import Select from '@atlaskit/select';

export type ChoiceOption = { readonly id: number; readonly label: string };

/** One of many, with type-ahead. */
export const Choice = ({
  label,
  inputId,
  options,
  value,
  placeholder,
  spacing = 'default',
  onChoose,
}: {
  /** Read out where no visible label names `inputId`. */
  readonly label: string;
  readonly inputId: string;
  readonly options: readonly ChoiceOption[];
  readonly value: ChoiceOption | null;
  readonly placeholder: string;
  readonly spacing?: 'default' | 'compact';
  readonly onChoose: (id: number) => void;
}) => (
  <Select<ChoiceOption>
    inputId={inputId}
    aria-label={label}
    spacing={spacing}
    options={options}
    value={value}
    placeholder={placeholder}
    getOptionValue={({ id }: ChoiceOption) => String(id)}
    noOptionsMessage={() => 'Nothing has that name.'}
    onChange={(option: ChoiceOption | null) => option && onChoose(option.id)}
  />
);
