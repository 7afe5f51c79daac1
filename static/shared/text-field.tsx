import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { ChangeEvent } from 'react';
import { Field } from './field';
import { lengthWords } from './length-words';

type TextProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly hint?: string;
  readonly warning?: string | null;
  /** How long it may be, told once it is nearly that long. */
  readonly longest?: number;
};

const lengthOf = (value: string, longest: number | undefined) =>
  longest === undefined ? {} : { warning: lengthWords(value, longest) };

/**
 * One line of text, a number or a day. A number is text to the browser too: its own field for numbers drops the comma of
 * `4,5` without a word.
 */
export const TextField = ({
  type = 'text',
  max,
  value,
  longest,
  onChange,
  ...field
}: TextProps & { readonly type?: 'text' | 'number' | 'date'; readonly max?: string }) => (
  <Field {...lengthOf(value, longest)} {...field}>
    {(control) => (
      <Textfield
        {...control}
        type={type === 'number' ? 'text' : type}
        value={value}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.currentTarget.value)}
        {...(type === 'number' ? { inputMode: 'decimal' as const } : {})}
        {...(max === undefined ? {} : { max })}
      />
    )}
  </Field>
);

/** Several lines of text. */
export const LongTextField = ({ value, longest, onChange, ...field }: TextProps) => (
  <Field {...lengthOf(value, longest)} {...field}>
    {(control) => (
      <TextArea
        {...control}
        value={value}
        minimumRows={2}
        resize="vertical"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);
