import { Pill } from './pill';

/** How sure the last check-in was of the target, 0 to 10; `null` when nobody has checked in. */
export const Confidence = ({ confidence }: { readonly confidence: number | null }) =>
  confidence === null ? (
    <Pill tone="neutral">No check-in yet</Pill>
  ) : (
    <Pill tone={toneOf(confidence)}>{`Confidence ${confidence}/10`}</Pill>
  );

/** A team that is sure of 7 or more is on its way; below 4 the key result is in danger. */
const toneOf = (confidence: number): 'success' | 'warning' | 'danger' => {
  if (confidence >= 7) return 'success';
  return confidence >= 4 ? 'warning' : 'danger';
};
