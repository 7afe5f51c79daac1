import Lozenge from '@atlaskit/lozenge';

/** How sure the last check-in was of the target, 0 to 10; `null` when nobody has checked in. */
export const Confidence = ({ confidence }: { readonly confidence: number | null }) =>
  confidence === null ? (
    <Lozenge>No check-in yet</Lozenge>
  ) : (
    <Lozenge appearance={appearanceOf(confidence)}>{`Confidence ${confidence}/10`}</Lozenge>
  );

/** A team that is sure of 7 or more is on its way; below 4 the key result is in danger. */
const appearanceOf = (confidence: number): 'success' | 'moved' | 'removed' => {
  if (confidence >= 7) return 'success';
  return confidence >= 4 ? 'moved' : 'removed';
};
