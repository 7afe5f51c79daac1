/** What the teams wrote into their sprints' goals, oldest sprint first. */
export const BOOKING_GOALS: readonly string[] = [
  'The queue holds for the first summer sale.',
  'Fares load in under four seconds on the harbour’s network.',
  'A family can be booked in one go.',
  'The queue is fair: nobody loses a place to a reload.',
  'Checkout under two and a half seconds.',
  'Pets and children without a call to the help desk.',
  'Summer’s rough edges gone before the season ends.',
  'The first traveller buys a ticket without an account.',
  'A booking can be moved to another day.',
  'Three steps from sailing to ticket.',
  'Refunds go back to the card by themselves; passes can be renewed online.',
  'Extras where they help.',
];

export const DECK_GOALS: readonly string[] = [
  'The passenger list is on the tablet before casting off.',
  'Scan without a signal.',
  'No crash that we have seen twice.',
  'Scans survive a restart.',
  'The morning starts in the app on four ships.',
  'Hand over a shift without paper.',
  'All crews in the app.',
  'Lanes for the morning ferry, proposed by us.',
  'The coastguard takes our list.',
  'Lanes at the gate’s display.',
  'Plan again in a minute when a lorry stays away.',
  'The first delay notice reaches a real passenger.',
];
