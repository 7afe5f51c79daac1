/** What a team said of a key result when a sprint was over. */
export type VerdictText = {
  readonly keyResult: string;
  readonly verdict: 'confirmed' | 'no-effect' | 'too-early';
  readonly learning: string;
};

/** Booking's on its two last sprints, the later one last. */
export const BOOKING_VERDICTS: readonly VerdictText[] = [
  {
    keyResult: 'self-service-changes',
    verdict: 'no-effect',
    learning:
      'People found the change page, then rang us about the fare difference. Show it before they start.',
  },
  {
    keyResult: 'time-to-ticket',
    verdict: 'confirmed',
    learning: 'One page less took most of a minute off, more on phones than on desktops.',
  },
];
