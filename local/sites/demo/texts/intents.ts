/** What a sprint was to move; `days` after it began it was to be visible. */
export type AdvanceText = {
  readonly keyResult: string;
  readonly change: string;
  readonly movement: number;
  readonly days: number;
};

/** Booking's, the running sprint last. The first did not come true, the second nearly did. */
export const BOOKING_INTENTS: readonly (readonly AdvanceText[])[] = [
  [
    {
      keyResult: 'self-service-changes',
      change: 'letting people move a booking to another sailing themselves',
      movement: 4,
      days: 14,
    },
  ],
  [
    {
      keyResult: 'time-to-ticket',
      change: 'dropping the second page of details',
      movement: -0.8,
      days: 14,
    },
  ],
  [
    {
      keyResult: 'self-service-changes',
      change: 'putting refunds back on the card without a call',
      movement: 6,
      days: 14,
    },
    {
      keyResult: 'passes-online',
      change: 'renewing a pass with two taps',
      movement: 8,
      days: 18,
    },
  ],
];

/** Harbour Systems', for its last period. */
export const HARBOUR_INTENT: readonly AdvanceText[] = [
  {
    keyResult: 'timetable-freshness',
    change: 'having the partners read the feed',
    movement: 10,
    days: 13,
  },
];
