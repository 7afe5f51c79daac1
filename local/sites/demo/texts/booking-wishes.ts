/** What came out of an afternoon with the help desk: written down, and not yet sorted. */
export type WishText = {
  readonly summary: string;
  readonly type: 'story' | 'task' | 'bug';
  /** The name of an epic of Booking; `null` for none. */
  readonly epic: string | null;
  readonly points?: number;
  readonly labels?: readonly string[];
};

// prettier-ignore
export const BOOKING_WISHES: readonly WishText[] = [
  { summary: 'Show sailings near a full one on one page', type: 'story', epic: 'Search that understands people', points: 5 },
  { summary: 'Search by the name of the island, not of the pier', type: 'story', epic: 'Search that understands people', points: 3 },
  { summary: 'Keep the search when somebody comes back from a sailing', type: 'story', epic: 'Search that understands people', points: 2 },
  { summary: 'Say why a search finds nothing', type: 'story', epic: 'Search that understands people' },
  { summary: 'Remind people a week before a monthly pass ends', type: 'story', epic: 'Commuter passes online', points: 3 },
  { summary: 'Show a pass at the gate without a signal', type: 'story', epic: 'Commuter passes online', points: 8 },
  { summary: 'Put two passes of one family on one phone', type: 'story', epic: 'Commuter passes online' },
  { summary: 'Print a receipt for a pass that an employer pays', type: 'story', epic: 'Commuter passes online', points: 2 },
  { summary: 'Offer a cabin again after a change of sailing', type: 'story', epic: 'Extras at checkout', points: 3 },
  { summary: 'Order breakfast until an hour before casting off', type: 'story', epic: 'Extras at checkout', points: 5 },
  { summary: 'Show what a bicycle costs before the checkout', type: 'story', epic: 'Extras at checkout', points: 2 },
  { summary: 'Tell people that their card ends before the trip', type: 'story', epic: 'Payments upkeep', points: 3 },
  { summary: 'Take a payment in two parts for groups', type: 'story', epic: 'Payments upkeep', points: 8 },
  { summary: 'The bank’s text message arrives after its time is up', type: 'bug', epic: 'Payments upkeep', points: 3 },
  { summary: 'Change the name on a ticket without a call', type: 'story', epic: null, points: 3 },
  { summary: 'Buy a ticket for somebody else without an account', type: 'story', epic: null, points: 5 },
  { summary: 'Answer the ten questions that the help desk gets most', type: 'story', epic: null, points: 5 },
  { summary: 'Call back instead of waiting in the queue', type: 'story', epic: null, points: 8 },
  { summary: 'A dark version of the shop', type: 'story', epic: null, points: 8, labels: ['throughline-defer'] },
  { summary: 'Collect stamps for crossings in winter', type: 'story', epic: null, labels: ['throughline-defer'] },
  { summary: 'Send tickets by fax to travel agents', type: 'story', epic: null, labels: ['throughline-cut'] },
  { summary: 'Read the order of the help desk’s calls from the new phone system', type: 'task', epic: null, points: 5 },
];

/**
 * An epic that serves a goal of Harbour Systems, who keep theirs to themselves: in Booking most people see that it serves
 * something, and not what.
 */
export const BORROWED_EPIC = {
  name: 'Real departure times in the shop',
  about: 'The harbour knows when a ferry is late. The shop says what the timetable says.',
  serves: 'timetable-freshness',
  stories: [
    'Show the real departure on the ticket',
    'Warn before the checkout when a sailing is late',
    'Take cancelled sailings off the search within five minutes',
  ],
} as const;
